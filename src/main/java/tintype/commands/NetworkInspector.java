package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.InputRange;
import tintype.ij.Inspection;
import tintype.ij.InspectionRequest;
import tintype.ij.InspectionRequest.Shown;
import tintype.ij.InspectionRequest.Way;

/** Shows what is in a network and what leaves its layers; see {@link Inspection}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Network Inspector...", headless = true)
public class NetworkInspector extends TintypeCommand {

	@Parameter(label = "Input image", persist = false, required = false)
	private ImagePlus input;

	@Parameter(label = "Model (default, colornet or a file)",
		description = "A model of Tintype, another DeepLearning4J zip, or a Keras file (.h5, .keras).")
	private File model = new File("default");

	@Parameter(label = "From layer (name or row; empty: the input)", persist = false,
		description = "Where values are given. With a layer's name or its row in the summary, only the part behind it is run.")
	private String from = "";

	@Parameter(label = "Side where they are given", choices = { "input", "before", "after" },
		description = "As the input of the layer above, or as what leaves it before or after its activation.")
	private String side = "input";

	@Parameter(label = "To layer (name or row; empty: the last)", persist = false, description = "The layer whose values are shown.")
	private String to = "";

	@Parameter(label = "Values", choices = { "after", "before", "both", "none" },
		description = "What leaves the layer, before or after its activation: feature maps as a stack, vectors as a table.")
	private String values = "after";

	@Parameter(label = "Phase", choices = { "test", "training" },
		description = "In training dropout drops, random slopes are drawn, and batch normalisation uses the batch at hand. No weight changes.")
	private String phase = "test";

	@Parameter(label = "Seed of what training draws", stepSize = "1", description = "The same seed draws the same.")
	private long seed = 1;

	@Parameter(label = "Range of the input values", choices = { "auto", "as they are", "0 to 1", "-1 to 1", "lightness" },
		description = "Auto: lightness for Tintype's models; otherwise 0 to 1, and 32-bit values as they are.")
	private String range = "auto";

	@Parameter(label = "Fit the image to the network's size", description = "Scales it, or cuts off what the strides of a network for any size leave over; otherwise such a size is refused.")
	private boolean fit;

	@Parameter(label = "Data (.npy, .csv or open table; empty: the image)", persist = false,
		description = "Values to give instead of the image, batch first, channels last.")
	private File data = new File("");

	@Parameter(label = "Summary of the layers")
	private boolean summary = true;

	@Parameter(label = "Weights in figures", description = "Range, mean, deviation, zeros and alarms of each weight tensor, as a table and histograms, and the units of that layer.")
	private boolean weights;

	@Parameter(label = "Filters of that layer", description = "A stack with one slice for each filter and map it reads.")
	private boolean filters;

	@Parameter(label = "Montage of the feature maps")
	private boolean montage;

	@Parameter(label = "Statistics of every layer", description = "Mean, deviation and zeros of what leaves it, as a plot and a table, with dead and saturated units.")
	private boolean statistics;

	@Parameter(label = "Verify by a second computation", description = "In double precision and without DeepLearning4J: the differences of every layer.")
	private boolean verify;

	@Parameter(label = "Gradient of unit (such as 3, or 3 at x,y)", persist = false,
		description = "How each pixel of the input changes that unit of the layer, the sum of its feature map, or the map's pixel x,y. "
			+ "Before the activation if these values are chosen.")
	private String gradient = "";

	@Parameter(label = "Against model (empty: none)", persist = false, description = "Another model of the same shape: how weights and values differ.")
	private File against = new File("");

	@Parameter(label = "Export folder (empty: none)", persist = false, style = FileWidget.DIRECTORY_STYLE,
		description = "A new or empty folder for all of it as files, with a report, index.html.")
	private File export = new File("");

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus curves;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus histograms;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus kernels;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus slopes;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus difference;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus overview;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus before;

	/** The last output, so that it is a macro's current image. */
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus after;

	@Override
	void work(Progress progress) {
		Way way = new Way(from, side, to, phase, seed, InputRange.of(range), fit, data);
		Shown shown = new Shown(values, summary, weights, filters, montage, statistics, verify, gradient);
		Inspection result = Inspection.of(input, new InspectionRequest(model.getPath(), way, shown, against.getPath(), export), progress);
		curves = result.curves();
		histograms = result.histograms();
		kernels = result.kernels();
		slopes = result.slopes();
		difference = result.difference();
		overview = result.overview();
		before = result.before();
		after = result.after();
	}
}
