package tintype.commands;

import java.io.File;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import tintype.Progress;
import tintype.ij.BatchRequest;
import tintype.ij.FolderRectification;
import tintype.ij.LastMapping;
import tintype.ij.PictureFormat;
import tintype.ij.Resampling;
import tintype.ij.Shard;
import tintype.rectify.Interpolation;

/** Does to many pictures, file by file, what was done to one with {@link RectifyByFourPoints}; see {@link FolderRectification}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Rectify Folder...", headless = true)
public class RectifyFolder extends TintypeCommand {

	@Parameter(label = "Inputs (folder, pattern or list)", style = FileWidget.FILE_AND_DIRECTORY_STYLE,
		description = "A folder with its subfolders; a pattern such as /plates/**/*.tif; a text file (.txt) with a path per line; or one picture.")
	private File inputs = new File("");

	@Parameter(label = "Output (folder)", style = FileWidget.DIRECTORY_STYLE,
		description = "Gets the same subfolders as the inputs. Pictures that have a result there already are skipped.")
	private File output = new File("");

	@Parameter(label = "Format", choices = { "tiff", "png", "jpeg" },
		description = "Tiff keeps stacks, all depths, calibration, Info and overlay; png and jpeg keep the pixels of one plane.")
	private String format = "tiff";

	@Parameter(label = "Mapping (last, or a .json or .csv file)",
		description = "last: that of the last rectification. Or a file that Rectify by Four Points has written.")
	private File mapping = new File(LastMapping.NAME);

	@Parameter(label = "Interpolation", choices = { "nearest", "bilinear", "bicubic", "b-spline", "lanczos" },
		description = "Indexed colours always take the nearest pixel.")
	private String interpolation = "bilinear";

	@Parameter(label = "Edge pixels continue beyond the photograph", description = "Otherwise what lies beyond it has the fill value.")
	private boolean edge;

	@Parameter(label = "Fill value", stepSize = "1", description = "In the image's own values; of a colour picture a grey from 0 to 255.")
	private double fill = 0;

	@Parameter(label = "Aliased", description = "Takes one sample per pixel even where the picture shrinks, instead of the mean of several.")
	private boolean aliased;

	@Parameter(label = "Shard (such as 3/8; empty: all)", persist = false,
		description = "Does only every 8th picture, beginning with the 3rd, so that eight machines share the work.")
	private String shard = "";

	@Override
	void work(Progress progress) {
		Resampling how = new Resampling(Interpolation.of(interpolation), edge, fill, aliased);
		FolderRectification.of(new BatchRequest(inputs, output, Shard.of(shard)), mapping, how, PictureFormat.of(format), progress);
	}
}
