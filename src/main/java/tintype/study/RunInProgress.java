package tintype.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.train.Stopwatch;

/** A run that learns epoch by epoch, and is tested after each. */
final class RunInProgress implements AutoCloseable {

	private static final int TEST_BATCH = 500;

	/** Probabilities below count as this, as in DeepLearning4J's training loss. */
	private static final double SMALLEST = 1e-10;

	private final StudyData data;
	private final StudySettings settings;
	private final RunKey key;
	private final StudyLearner learner;
	private final StudyBatches batches;
	private final int steps;
	private final List<StudyEpoch> epochs = new ArrayList<>();

	RunInProgress(StudyData data, StudySettings settings, RunKey key) {
		this.data = data;
		this.settings = settings;
		this.key = key;
		learner = new StudyLearner(settings, data.training(), key.activation(), key.batchNorm(), key.seed());
		batches = batches(data.training(), settings.batch());
		steps = data.training().count() / settings.batch();
	}

	private StudyBatches batches(LabelledImages images, int size) {
		return new StudyBatches(images, size, settings.network().shape(images, size));
	}

	/** Learns from all training pictures once, then tests. */
	void epoch(StudyProgress.Run progress) {
		Stopwatch watch = new Stopwatch();
		int count = data.training().count();
		int[] order = settings.shuffled() ? StudyBatches.shuffled(count, key.seed(), epochs.size()) : StudyBatches.inOrder(count);
		double sum = 0;
		for (int i = 0; i < steps; i++) {
			progress.step();
			batches.fill(order, i * settings.batch());
			sum += learner.step(batches, (long) epochs.size() * steps + i);
		}
		double seconds = watch.seconds();
		epochs.add(tested(progress, sum / steps, seconds));
	}

	private StudyEpoch tested(StudyProgress.Run progress, double trainingLoss, double seconds) {
		int[] order = StudyBatches.inOrder(data.test().count());
		int wrong = 0;
		double loss = 0;
		for (int from = 0; from < order.length; from += TEST_BATCH) {
			progress.requireWanted();
			int size = Math.min(TEST_BATCH, order.length - from);
			try (StudyBatches batch = batches(data.test(), size)) {
				batch.fill(order, from);
				float[] probabilities = learner.probabilities(batch);
				for (int i = 0; i < size; i++) {
					float[] own = own(probabilities, i);
					int label = Byte.toUnsignedInt(data.test().labels()[from + i]);
					if (!isLargest(own, label)) wrong++;
					loss -= Math.log(Math.max(own[label], SMALLEST));
				}
			}
		}
		return new StudyEpoch((double) wrong / order.length, loss / order.length, trainingLoss, seconds);
	}

	private float[] own(float[] probabilities, int picture) {
		int classes = data.test().classes().size();
		return Arrays.copyOfRange(probabilities, picture * classes, (picture + 1) * classes);
	}

	/** False where the probabilities are not numbers; the first of equals counts. */
	private static boolean isLargest(float[] values, int index) {
		for (int i = 0; i < values.length; i++)
			if (!(values[i] < values[index] || i == index || i > index && values[i] == values[index])) return false;
		return values[index] >= 0;
	}

	/** The run with the epochs until now. */
	StudyRun soFar() {
		return new StudyRun(key.activation(), key.batchNorm(), key.seed(), epochs, learner.slopes());
	}

	@Override
	public void close() {
		batches.close();
		learner.close();
	}
}
