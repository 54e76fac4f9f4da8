package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.ModelTraining;
import tintype.nn.Architecture;
import tintype.nn.Nonlinearity;
import tintype.train.Augmentation;
import tintype.train.Schedule;
import tintype.train.TrainingSettings;

/**
 * Trains a model on a folder of colour pictures; see {@link ModelTraining}. The
 * folder alone is enough: all else has a default that suits most pictures.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Train Colorizer...", headless = true)
public class TrainColorizer extends TintypeCommand {

	@Parameter(label = "Pictures (folder of colour pictures)", style = "directory",
		description = "What the model learns from, with all subfolders. Broken, grey and tiny pictures are left out and listed in the Log.")
	private File pictures = new File("");

	@Parameter(label = "Validation (folder, or empty)", style = "directory", persist = false,
		description = "Other pictures, which only judge the model after each epoch. Empty: a share of the pictures is kept back for that.")
	private File validation = new File("");

	@Parameter(label = "Share kept for validation", stepSize = "0.05",
		description = "Which part of the pictures judges instead of teaching, above 0 and below 1. Not used if there is a folder for validation.")
	private double share = 0.1;

	@Parameter(label = "Network", choices = { "ColorNet", "SceneNet" },
		description = "ColorNet: eight convolutions that see 17 x 17 pixels; it learns textures, not scenes. " +
			"SceneNet: sees the whole picture made small; wants hundreds of pictures and an hour.")
	private String network = "ColorNet";

	@Parameter(label = "Step between colours (0: Zhang's 313)", stepSize = "1",
		description = "Distance of neighbouring colour bins in ab units of CIE Lab; bins that the pictures don't use are left out. " +
			"0: the 313 bins of Zhang et al. 2016, whatever the pictures.")
	private double step = 10;

	@Parameter(label = "Lambda of rebalancing (0 to 1)", stepSize = "0.1",
		description = "0: rare colours weigh as much as common ones. 1: each pixel weighs the same, and results get paler. 0.5 as in Zhang et al. 2016.")
	private double lambda = 0.5;

	@Parameter(label = "Activation", choices = { "ReLU", "LReLU", "LReLU 5.5", "PReLU", "RReLU", "RReLU multiplied", "ELU" },
		description = "The nonlinearity after each convolution but the last. ReLU is fastest.")
	private String activation = "ReLU";

	@Parameter(label = "Normalization of batches",
		description = "Batch normalization before each activation. Slower per step; may allow a higher rate.")
	private boolean normalization;

	@Parameter(label = "Rate of learning at the start", stepSize = "0.001",
		description = "Step size of the Adam optimizer. If training diverges, take a third of it.")
	private double rate = 0.001;

	@Parameter(label = "Schedule of the rate", choices = { "cosine", "steps", "constant" },
		description = "How the rate falls: smoothly to 0, to a tenth and a hundredth late in the run, or not at all.")
	private String schedule = "cosine";

	@Parameter(label = "Epochs (0: by minutes)", stepSize = "1",
		description = "After each epoch of 200 steps the model is judged, and kept if it is the best so far. 0: as many as fit into the minutes.")
	private int epochs = 0;

	@Parameter(label = "Minutes", stepSize = "5", description = "How long to train if epochs is 0.")
	private double minutes = 20;

	@Parameter(label = "Batch (patches per step)", stepSize = "1",
		description = "How many patches of 32 x 32 pixels each step learns from. More: steadier and slower.")
	private int batch = 16;

	@Parameter(label = "Seed", stepSize = "1",
		description = "Start of the random numbers. The same seed, pictures, settings and number of epochs give the same model.")
	private long seed = 1;

	@Parameter(label = "Augmentation", choices = { "none", "mirror", "mirror and scale", "old photograph" },
		description = "How patches are varied. Mirror: left and right swapped at random. Scale: also other magnifications. " +
			"Old photograph: also tones, blur and grain of old film.")
	private String augmentation = "mirror";

	@Parameter(label = "Start from (model file, or empty)", persist = false,
		description = "A model to train further on these pictures; default is the built-in one. Empty: from scratch.")
	private File start = new File("");

	@Parameter(label = "Resume a run cut short",
		description = "Goes on where the same run, with the same settings and output, was stopped.")
	private boolean resume = true;

	@Parameter(label = "Output (model file, or empty)", style = "save", persist = false,
		description = "Where the best model goes. Empty: FOLDER-colorizer.zip beside the folder of pictures.")
	private File output = new File("");

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus curves;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus scores;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus strip;

	@Override
	void work(Progress progress) {
		ModelTraining.Pictures given = new ModelTraining.Pictures(pictures, validation, share);
		ModelTraining.Figures figures = ModelTraining.run(settings(), given, start, output, resume, progress);
		curves = figures.curves();
		scores = figures.scores();
		strip = figures.strip();
	}

	private TrainingSettings settings() {
		TrainingSettings all = TrainingSettings.defaults(Architecture.of(network));
		TrainingSettings timed = epochs == 0 ? all.withMinutes(minutes) : all.withLength(epochs, all.steps());
		return timed.withBins(step, all.minimumShare()).withLambda(lambda).withActivation(Nonlinearity.of(activation), normalization)
			.withLearningRate(rate, Schedule.of(schedule)).withPatches(all.edge(), batch).withSeed(seed)
			.withAugmentation(Augmentation.of(augmentation));
	}
}
