package tintype.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.Adam;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbGrid;
import tintype.color.AbHistogram;
import tintype.color.AbPrior;
import tintype.color.Rebalance;
import tintype.color.SoftEncoding;
import tintype.nn.Architecture;
import tintype.nn.Backend;
import tintype.nn.ColorModel;
import tintype.nn.ColorNet;
import tintype.nn.ModelCard;
import tintype.nn.RebalancedCrossEntropy;

/**
 * What a run trains on what, settled before its first step: the usable pictures,
 * the bins they fill, the loss, and the card of the model to be.
 */
final class TrainingPlan {

	private static final int NEIGHBOURS = 5;
	private static final double SIGMA = 5;

	/** Too small to be compared by SSIM, and too small to show anything. */
	private static final int SMALLEST_VALIDATION_EDGE = 8;

	/** Numbers in the target of one batch; some batches are made ahead. */
	private static final long MOST_LABELS = 1L << 27;

	private static final Map<Architecture, String> DESCRIPTIONS = Map.of( //
		Architecture.COLOR_NET, "A 17 x 17 pixel receptive field: it knows texture, but neither place nor scene.",
		Architecture.SCENE_NET, "Sees the whole picture, made small: it knows scenes like those it was trained on.");

	private final TrainingSettings settings;
	private final PhotoReader reader;
	private final PhotoSurvey survey;
	private final Map<Path, String> skipped = new LinkedHashMap<>();
	private final Validation validation;
	private final ColorModel start;
	private final ModelCard card;
	private final RebalancedCrossEntropy loss;
	private final Path output;
	private final String fingerprint;

	/**
	 * Looks at all pictures.
	 *
	 * @param start model to go on from; null to begin with random weights
	 * @throws TintypeException if too few pictures can be used, or their colours
	 *                          fit no network
	 */
	TrainingPlan(TrainingSettings wanted, PhotoSplit pictures, ColorModel start, Path output, PhotoOpener host, Progress progress) {
		this.start = start;
		this.output = output;
		settings = start == null ? wanted : wanted.as(start.card());
		reader = new PhotoReader(host);
		survey = PhotoSurvey.of(pictures.training(), reader, PatchShape.of(settings.network(), settings.edge()).smallestPicture(), progress);
		PhotoSurvey judges = PhotoSurvey.ofValidation(pictures.validation(), reader, SMALLEST_VALIDATION_EDGE, progress);
		List<Path> unseen = unseen(judges);
		AbGrid grid = start == null ? bins(survey.histogram(), settings) : start.card().grid();
		requireBatchFits(settings, grid.size());
		double[] prior = AbPrior.smoothed(grid, survey.histogram().shares(grid), SIGMA);
		loss = new RebalancedCrossEntropy(grid, new SoftEncoding(grid, NEIGHBOURS, SIGMA), Rebalance.weights(prior, settings.lambda()));
		validation = new Validation(unseen, reader, settings.network(), grid.size(), survey.histogram().shares(AbGrid.zhang313()), loss, progress);
		card = card(grid, prior, pictures, unseen.size());
		fingerprint = fingerprint(pictures);
	}

	/** The validation pictures without twins among the training pictures; notes the others and what else is left out. */
	private List<Path> unseen(PhotoSurvey judges) {
		skipped.putAll(survey.skipped());
		skipped.putAll(judges.skipped());
		Map<Path, Path> twins = Duplicates.of(survey, judges).twins();
		twins.forEach((file, twin) -> skipped.put(file, file + " is the same picture as " + twin + " and would flatter the validation"));
		List<Path> unseen = judges.usable().stream().filter(file -> !twins.containsKey(file)).toList();
		if (unseen.isEmpty()) throw new TintypeException("Every validation picture is also among the training pictures, such as " + //
			judges.usable().get(0) + ": choose other pictures for validation.");
		return unseen;
	}

	private static AbGrid bins(AbHistogram histogram, TrainingSettings settings) {
		if (settings.step() == 0) return AbGrid.zhang313();
		AbGrid grid = histogram.grid(settings.step(), settings.minimumShare());
		if (grid.size() < ColorNet.FEWEST_BINS || grid.size() > ColorNet.MOST_BINS) throw new TintypeException( //
			"The colours of the pictures fill " + grid.size() + " bins, but the network takes " + ColorNet.FEWEST_BINS + " to " + //
				ColorNet.MOST_BINS + ": choose a " + (grid.size() > ColorNet.MOST_BINS ? "larger" : "smaller") + " step or other pictures.");
		return grid;
	}

	private static void requireBatchFits(TrainingSettings settings, int bins) {
		long cells = PatchShape.of(settings.network(), settings.edge()).cells();
		long numbers = settings.batch() * bins * cells * cells;
		if (numbers > MOST_LABELS) throw new TintypeException("A batch of " + settings.batch() + " patches with " + bins + //
			" bins needs " + (numbers >> 28) + " GB several times over: choose a smaller batch or a larger step between colours.");
	}

	private ModelCard card(AbGrid grid, double[] prior, PhotoSplit pictures, int unseen) {
		Map<String, String> made = new LinkedHashMap<>();
		made.put("pictures", survey.usable().size() + " of " + pictures.training().files().size() + " in " + pictures.training().folder().getFileName());
		made.put("validation", validation.size() + " of " + unseen + " usable pictures");
		made.put("settings", settings.toString());
		if (start != null) made.put("start", start.card().title());
		return new ModelCard(name(output), "1", settings.network(), settings.network().seesScene() ? settings.edge() : 0, settings.activation(), settings.batchNorm(),
			DESCRIPTIONS.get(settings.network()), "As the pictures it was trained on allow.",
			"Zhang, Isola & Efros 2016, Colorful Image Colorization.", LocalDate.now().toString(), "Tintype", grid, prior,
			settings.lambda(), 1, Map.of(), made, Map.of());
	}

	static String name(Path model) {
		return model.getFileName().toString().replaceFirst("\\.zip$", "");
	}

	/** Names and sizes of all pictures, and the weights begun with: what a resumed run must find unchanged. */
	private String fingerprint(PhotoSplit pictures) {
		CRC32 crc = new CRC32();
		for (PhotoFolder folder : List.of(pictures.training(), pictures.validation()))
			for (Path file : folder.files())
				crc.update((folder.folder().relativize(file) + " " + size(file) + "\n").getBytes(StandardCharsets.UTF_8));
		String scratch = start == null ? "" : " after " + start.card().title() + " " + Long.toHexString(start.checksum());
		return pictures.training().files().size() + " and " + pictures.validation().files().size() + " pictures, " + //
			Long.toHexString(crc.getValue()) + scratch;
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException e) {
			return -1; // gone since it was listed; reading it will say so
		}
	}

	/** A network ready for step 0. */
	Learner learner() {
		Adam adam = new Adam(settings.learningRate());
		ComputationGraph network = start != null ? start.copy(settings.seed(), adam)
			: settings.network().create(card.grid().size(), settings.activation(), settings.batchNorm(), settings.seed(), adam);
		if (start == null) settings.network().expect(network, Rebalance.shares(card.prior(), settings.lambda()));
		return new Learner(network, settings.seed(), settings.average());
	}

	/** Batches from a step on. */
	PatchQueue batches(long step) {
		PatchSampler sampler = new PatchSampler(survey, reader, PatchShape.of(settings.network(), settings.edge()), settings.augmentation(),
			settings.seed());
		return new PatchQueue(sampler, loss, settings.batch(), step);
	}

	TrainingLog.Outline outline(List<TrainingLog.Row> earlier) {
		String network = card.network().label() + ", " + settings.activation().label() + (settings.batchNorm() ? " with batch normalisation" : "") + //
			", " + card.grid().size() + " bins";
		return new TrainingLog.Outline(output, network, Backend.description(), survey.usable().size(), validation.size(), //
			Collections.unmodifiableMap(skipped), List.copyOf(earlier));
	}

	TrainingSettings settings() {
		return settings;
	}

	Validation validation() {
		return validation;
	}

	ModelCard card() {
		return card;
	}

	Path output() {
		return output;
	}

	String fingerprint() {
		return fingerprint;
	}

	/** Whether the run goes on from a model that colours already. */
	boolean refines() {
		return start != null;
	}
}
