package tintype.commands;

import java.io.File;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.Slices;
import tintype.ij.BatchRequest;
import tintype.ij.FolderColorization;
import tintype.ij.PictureFormat;
import tintype.ij.Shard;

/** Colours many pictures, file by file; see {@link FolderColorization}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Colorize Folder...", headless = true)
public class ColorizeFolder extends TintypeCommand {

	@Parameter(label = "Inputs (folder, pattern or list)", style = FileWidget.FILE_AND_DIRECTORY_STYLE,
		description = "A folder with its subfolders; a pattern such as /plates/**/*.tif; a text file (.txt) with a path per line; or one picture.")
	private File inputs = new File("");

	@Parameter(label = "Output (folder)", style = FileWidget.DIRECTORY_STYLE,
		description = "Gets the same subfolders as the inputs. Pictures that have a result there already are skipped.")
	private File output = new File("");

	@Parameter(label = "Format", choices = { "tiff", "png", "jpeg" },
		description = "Tiff keeps stacks, calibration, Info and overlay; png and jpeg keep the pixels of one plane.")
	private String format = "tiff";

	@Parameter(label = "Model (default, colornet or a file)",
		description = "default sees the whole scene; colornet is the small network of the source posts, which sees 17 x 17 pixels; or a model file.")
	private File model = new File("default");

	@Parameter(label = "Setting", choices = { "vivid", "faithful" },
		description = "Vivid: as colourful as the world. Faithful: nearest to the true colours on average, paler where they are in doubt.")
	private String setting = "vivid";

	@Parameter(label = "Temperature (up to 1; 0: the setting's)", stepSize = "0.01",
		description = "Low: vivid and spotty. High: smooth and pale. 0: what the setting says.")
	private double temperature = 0;

	@Parameter(label = "Saturation (0 to 2)", stepSize = "0.05",
		description = "Multiplies the colour; 0 is grey, 1 is what the setting says.")
	private double saturation = 1.0;

	@Parameter(label = "Slices (of a stack)", choices = { "series", "separate pictures" },
		description = "Series: neighbours in time or depth, coloured alike. Separate pictures: each coloured as if it were alone.")
	private String slices = "series";

	@Parameter(label = "Shard (such as 3/8; empty: all)", persist = false,
		description = "Does only every 8th picture, beginning with the 3rd, so that eight machines share the work.")
	private String shard = "";

	@Override
	void work(Progress progress) {
		Look look = new Look(Setting.of(setting), temperature, saturation);
		FolderColorization.of(new BatchRequest(inputs, output, Shard.of(shard)), model.getPath(), look, Slices.of(slices), PictureFormat.of(format), progress);
	}
}
