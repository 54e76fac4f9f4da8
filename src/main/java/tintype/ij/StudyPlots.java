package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import ij.gui.Plot;
import tintype.ij.BandPlot.Banded;
import tintype.study.StudyActivation;
import tintype.study.StudyEpoch;
import tintype.study.StudyResult;
import tintype.study.StudyRun;

/**
 * How the networks of a study learned: one colour for each activation, dashed with batch
 * normalisation; the line is the mean over the seeds, the band reaches from the smallest
 * to the largest.
 */
final class StudyPlots {

	private static final int WIDTH = 620, HEIGHT = 340;

	private StudyPlots() {}

	/** Share of the test pictures given a wrong class, in percent. */
	static Plot errors(StudyResult study) {
		return plot(study, "Test error of ", "Test error (%)", epoch -> 100 * epoch.testError());
	}

	/** Mean cross entropy of the batches. */
	static Plot losses(StudyResult study) {
		return plot(study, "Training loss of ", "Training loss (nats)", StudyEpoch::trainingLoss);
	}

	private static Plot plot(StudyResult study, String title, String y, ToDoubleFunction<StudyEpoch> figure) {
		List<Banded> curves = new ArrayList<>();
		for (StudyActivation activation : study.settings().activations())
			for (boolean batchNorm : study.settings().normalisation().choices()) {
				List<StudyRun> runs = study.runs(activation, batchNorm);
				if (!runs.isEmpty()) curves.add(curve(runs, figure));
			}
		Plot plot = BandPlot.of(title + study.settings().network().label() + " on " + study.data(), "Epoch", y, curves);
		plot.setFrameSize(WIDTH, HEIGHT);
		return plot;
	}

	/** @param runs of one activation, one for each seed; some may still be short */
	private static Banded curve(List<StudyRun> runs, ToDoubleFunction<StudyEpoch> figure) {
		int epochs = runs.stream().mapToInt(run -> run.epochs().size()).max().orElseThrow();
		double[] x = new double[epochs], mean = new double[epochs], low = new double[epochs], high = new double[epochs];
		for (int i = 0; i < epochs; i++) {
			int epoch = i;
			double[] values = runs.stream().filter(run -> run.epochs().size() > epoch).mapToDouble(run -> figure.applyAsDouble(run.epochs().get(epoch))).toArray();
			x[i] = i + 1;
			low[i] = Double.POSITIVE_INFINITY;
			high[i] = Double.NEGATIVE_INFINITY;
			for (double value : values) {
				mean[i] += value / values.length;
				low[i] = Math.min(low[i], value);
				high[i] = Math.max(high[i], value);
			}
		}
		StudyRun run = runs.get(0);
		return new Banded(run.activation().label() + (run.batchNorm() ? ", batch norm (dashed)" : ""), Plots.colour(run.activation().ordinal()), run.batchNorm(), x, mean, low, high);
	}
}
