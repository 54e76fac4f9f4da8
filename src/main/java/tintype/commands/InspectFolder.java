package tintype.commands;

import java.io.File;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import tintype.Progress;
import tintype.ij.BatchRequest;
import tintype.ij.FolderInspection;
import tintype.ij.InputRange;
import tintype.ij.InspectionRequest.Way;
import tintype.ij.Shard;

/** Reports for many pictures what leaves the layers of a network; see {@link FolderInspection}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Inspect Folder...", headless = true)
public class InspectFolder extends TintypeCommand {

	@Parameter(label = "Inputs (folder, pattern or list)", style = FileWidget.FILE_AND_DIRECTORY_STYLE,
		description = "A folder with its subfolders; a pattern such as /plates/**/*.tif; a text file (.txt) with a path per line; or one picture.")
	private File inputs = new File("");

	@Parameter(label = "Output (folder)", style = FileWidget.DIRECTORY_STYLE,
		description = "Gets a folder for each picture, with a report, index.html. Pictures that have one already are skipped.")
	private File output = new File("");

	@Parameter(label = "Model (default, colornet or a file)",
		description = "A model of Tintype, another DeepLearning4J zip, or a Keras file (.h5, .keras).")
	private File model = new File("default");

	@Parameter(label = "From layer (name or row; empty: the input)", persist = false,
		description = "Where values are given. With a layer's name or its row in the summary, only the part behind it is run.")
	private String from = "";

	@Parameter(label = "Side where they are given", choices = { "input", "before", "after" },
		description = "As the input of the layer above, or as what leaves it before or after its activation.")
	private String side = "input";

	@Parameter(label = "To layer (name or row; empty: the last)", persist = false, description = "The last layer whose values are reported.")
	private String to = "";

	@Parameter(label = "Phase", choices = { "test", "training" },
		description = "In training dropout drops, random slopes are drawn, and batch normalisation uses the batch at hand. No weight changes.")
	private String phase = "test";

	@Parameter(label = "Seed of what training draws", stepSize = "1", description = "The same seed draws the same.")
	private long seed = 1;

	@Parameter(label = "Range of the input values", choices = { "auto", "as they are", "0 to 1", "-1 to 1", "lightness" },
		description = "Auto: lightness for Tintype's models; otherwise 0 to 1, and 32-bit values as they are.")
	private String range = "auto";

	@Parameter(label = "Fit each picture to the network's size", description = "Scales it; otherwise another size is refused.")
	private boolean fit;

	@Parameter(label = "Gradient of unit (such as 3, or 3 at x,y)", persist = false,
		description = "How each pixel of the input changes that unit of the layer, the sum of its feature map, or the map's pixel x,y.")
	private String gradient = "";

	@Parameter(label = "Shard (such as 3/8; empty: all)", persist = false,
		description = "Does only every 8th picture, beginning with the 3rd, so that eight machines share the work.")
	private String shard = "";

	@Override
	void work(Progress progress) {
		Way way = new Way(from, side, to, phase, seed, InputRange.of(range), fit, new File(""));
		FolderInspection.of(new BatchRequest(inputs, output, Shard.of(shard)), model.getPath(), way, gradient, progress);
	}
}
