package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.ActivationComparison;
import tintype.study.StudyActivation;
import tintype.study.StudyNetwork;
import tintype.study.StudyNormalisation;
import tintype.study.StudySettings;

/** Trains one small network with several activations, on the same data in the same order; see {@link ActivationComparison}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Compare Activations...", headless = true)
public class CompareActivations extends TintypeCommand {

	@Parameter(label = "Data (digits, or a folder)", style = "directory",
		description = "digits: 5000 handwritten digits that Tintype draws itself. A folder: the four files of MNIST, plain or gz, or a sub-folder of pictures for each class.")
	private File data = new File(ActivationComparison.DIGITS);

	@Parameter(label = "Network", choices = { "MLP", "CNN" },
		description = "MLP: the source post's, dense layers of 1024 and 128 units. CNN: two small convolutions and a dense layer of 64.")
	private String network = "MLP";

	@Parameter(label = "Activations",
		description = "Any of ReLU (0 for x < 0), LReLU (x / 100), LReLU 5.5 (x / 5.5), PReLU (a learned slope for each unit, 0.25 at the start), "
			+ "RReLU (x / a, a drawn from 3 to 8 for each element and step; x / 5.5 in the test), RReLU multiplied (a x, a from 1/8 to 1/3, as other "
			+ "frameworks have it), RReLU of the post's program (a x, one a from 3 to 8 for each layer and step), ELU (exp(x) - 1). Differences are from ReLU.")
	private String activations = "ReLU, LReLU, PReLU, RReLU, ELU";

	@Parameter(label = "Normalization of batches", choices = { "off", "on", "both" }, description = "Before each activation.")
	private String normalization = "both";

	@Parameter(label = "Seeds", stepSize = "1", description = "How often each is trained, from other start weights and in another order. From two on there are confidence intervals.")
	private int seeds = 3;

	@Parameter(label = "Seed of the first run", stepSize = "1", description = "The others follow it. The same seeds give the same table.")
	private long seed = 1;

	@Parameter(label = "Epochs", stepSize = "1", description = "Passes over the training pictures.")
	private int epochs = 10;

	@Parameter(label = "Batch (pictures per step)", stepSize = "1")
	private int batch = 60;

	@Parameter(label = "Rate of learning (0: the network's own)", stepSize = "0.0001", description = "Of Adam. 0: 0.0001 for the MLP, as in the post, and 0.001 for the CNN.")
	private double rate = 0;

	@Parameter(label = "Shuffled in each epoch", description = "Otherwise the pictures come in the order of the files, as in the post; only for data whose classes are mixed.")
	private boolean shuffled = true;

	@Parameter(label = "Folder for results (or empty)", style = "directory", persist = false,
		description = "Tables as CSV, plots as PNG, and each finished run: a study that was cut short goes on there where it stopped.")
	private File folder = new File("");

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus losses;

	/** The last output, so that it is a macro's current image. */
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus errors;

	@Override
	void work(Progress progress) {
		StudySettings settings = new StudySettings(StudyNetwork.of(network), StudyActivation.list(activations), StudyNormalisation.of(normalization), seeds, seed, epochs, batch, rate, shuffled);
		ActivationComparison comparison = ActivationComparison.of(data, settings, folder, progress);
		losses = comparison.losses();
		errors = comparison.errors();
	}
}
