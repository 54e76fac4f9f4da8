package tintype.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbGrid;
import tintype.color.AbPrior;
import tintype.color.Rebalance;
import tintype.color.SoftEncoding;
import tintype.nn.ColorModel;
import tintype.nn.ColorNet;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;
import tintype.nn.Prediction;
import tintype.nn.RebalancedCrossEntropy;

/**
 * Trains a {@link ColorNet} on colour pictures and keeps the epoch that colours
 * the validation pictures best.
 */
public final class Training {

	private static final int NEIGHBOURS = 5;
	private static final double SIGMA = 5;
	private static final double TEMPERATURE = 0.38;

	private final TrainingSettings settings;
	private final PhotoSurvey survey;
	private final List<Path> validation;
	private final ModelCard card;
	private final MultiLayerNetwork network;
	private final RebalancedCrossEntropy loss;
	private final Path output;

	private Training(TrainingSettings settings, PhotoSurvey survey, PhotoFolder pictures, PhotoFolder validation, Path output) {
		this.settings = settings;
		this.survey = survey;
		this.validation = validation.files();
		this.output = output;
		AbGrid grid = bins();
		double[] prior = AbPrior.smoothed(grid, survey.histogram().shares(grid), SIGMA);
		card = card(grid, prior, pictures);
		network = ColorNet.create(grid.size(), settings.seed(), new Adam(settings.learningRate()));
		loss = new RebalancedCrossEntropy(grid, new SoftEncoding(grid, NEIGHBOURS, SIGMA), //
			Rebalance.weights(prior, settings.lambda()));
	}

	private AbGrid bins() {
		AbGrid grid = survey.histogram().grid(settings.step(), settings.minimumShare());
		if (grid.size() < ColorNet.FEWEST_BINS || grid.size() > ColorNet.MOST_BINS) throw new TintypeException( //
			"The colours of the pictures fill " + grid.size() + " bins, but the network takes " + ColorNet.FEWEST_BINS + " to " + //
				ColorNet.MOST_BINS + ": choose a " + (grid.size() > ColorNet.MOST_BINS ? "larger" : "smaller") + " step or other pictures.");
		return grid;
	}

	/**
	 * Trains a model and writes it each time it colours the validation pictures
	 * better than before, by the mean of AuC and rebalanced AuC. The same settings and pictures give
	 * the same model.
	 *
	 * @param pictures   to learn from
	 * @param validation other pictures, which choose the epoch
	 * @param output     the model file; keeps the best epoch if the run is canceled
	 * @param log        told after each epoch
	 * @return scores of the best epoch
	 * @throws TintypeException      if no picture can be learned from, the file
	 *                               can't be written, or the training diverges
	 * @throws CancellationException when the caller cancels
	 */
	public static Scores run(TrainingSettings settings, PhotoFolder pictures, PhotoFolder validation, Path output,
		TrainingLog log, Progress progress)
	{
		Path folder = output.toAbsolutePath().getParent();
		if (!Files.isWritable(folder)) throw new TintypeException( //
			"The model can't be written to " + output + ": choose a folder that exists and is writable.");
		PhotoReader reader = new PhotoReader(PhotoOpener.NONE);
		PhotoSurvey survey = PhotoSurvey.of(pictures, reader, settings.edge() + 2 * ColorNet.HALO, progress);
		Training training = new Training(settings, survey, pictures, validation, output);
		PatchSampler sampler = new PatchSampler(survey, reader, settings.edge(), ColorNet.HALO, settings.augmentation(), settings.seed());
		try (PatchQueue queue = new PatchQueue(sampler, training.loss, settings.batch(), 0)) {
			return training.epochs(queue, log, progress);
		}
		finally {
			training.network.close();
		}
	}

	private Scores epochs(PatchQueue queue, TrainingLog log, Progress progress) {
		Scores best = null;
		for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
			long start = System.nanoTime();
			double sum = 0;
			for (int step = 0; step < settings.steps(); step++) {
				long index = (epoch - 1L) * settings.steps() + step;
				if (progress.canceled()) throw new CancellationException("Canceled");
				progress.report(index, (long) settings.epochs() * settings.steps(), "Training, epoch " + epoch);
				sum += train(queue.next(), index);
			}
			double seconds = (System.nanoTime() - start) * 1e-9;
			requireFinite(network.params().sumNumber().doubleValue(), (long) epoch * settings.steps());
			Scores scores = evaluate(progress);
			boolean better = best == null || scores.merit() > best.merit();
			if (better) {
				best = scores;
				ModelFile.write(new ColorModel(network, card.made(card.created(), TEMPERATURE, scores.asMap())), output);
			}
			log.add(new TrainingLog.Row(epoch, settings.epochs(), (long) epoch * settings.steps(), sum / settings.steps(), Double.NaN, scores, TEMPERATURE, better,
				Double.NaN, Double.NaN, settings.steps() * settings.batch() / seconds, Double.NaN, Double.NaN, List.of()));
		}
		return best;
	}

	private double train(DataSet batch, long index) {
		network.setLearningRate(settings.learningRate() * settings.schedule().factor(index / ((double) settings.epochs() * settings.steps())));
		network.fit(batch);
		double score = network.score();
		requireFinite(score, index);
		batch.getFeatures().close();
		batch.getLabels().close();
		batch.getLabelsMaskArray().close();
		return score;
	}

	private static void requireFinite(double value, long index) {
		if (!Double.isFinite(value)) throw new TintypeException( //
			"Training diverged at step " + index + "; the best model so far is kept: choose a lower learning rate.");
	}

	private Scores evaluate(Progress progress) {
		Prediction prediction = new Prediction(new ColorModel(network, card), TEMPERATURE, 1);
		return Evaluation.of(validation, survey.histogram(), prediction, progress);
	}

	private ModelCard card(AbGrid grid, double[] prior, PhotoFolder pictures) {
		Map<String, String> made = new LinkedHashMap<>();
		made.put("pictures", survey.usable().size() + " of " + pictures.files().size() + " in " + pictures.folder().getFileName());
		made.put("settings", settings.toString());
		String name = output.getFileName().toString().replaceFirst("\\.zip$", "");
		return new ModelCard(name, "1", ModelCard.COLOR_NET, "A 17 x 17 pixel receptive field: it knows texture, but neither place nor scene.",
			"As the pictures it was trained on allow.", "Zhang, Isola & Efros 2016, Colorful Image Colorization.", LocalDate.now().toString(),
			"Tintype", grid, prior, settings.lambda(), TEMPERATURE, made, Map.of());
	}
}
