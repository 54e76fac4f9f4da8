package tintype.study;

import java.util.List;
import java.util.Random;

/** Small pictures that a network learns in seconds: a bright spot in one of three places, in noise. */
final class Blobs {

	static final int EDGE = 12;

	private static final double[][] PLACES = { { 3, 3 }, { 8, 4 }, { 5, 9 } };

	private Blobs() {}

	/** The classes take turns. */
	static StudyData data(int training, int test) {
		return new StudyData("blobs", images(training, 1), images(test, 2));
	}

	/** All figures of a study to the last bit, but the seconds. */
	static List<StudyRun> withoutTime(StudyResult result) {
		return result.runs().stream().map(run -> new StudyRun(run.activation(), run.batchNorm(), run.seed(), run.epochs().stream() //
			.map(epoch -> new StudyEpoch(epoch.testError(), epoch.testLoss(), epoch.trainingLoss(), 0)).toList(), run.slopes())).toList();
	}

	private static LabelledImages images(int count, long seed) {
		Random random = new Random(seed);
		byte[] pixels = new byte[count * EDGE * EDGE], labels = new byte[count];
		for (int i = 0; i < count; i++) {
			labels[i] = (byte) (i % PLACES.length);
			double x = PLACES[labels[i]][0] + random.nextGaussian(), y = PLACES[labels[i]][1] + random.nextGaussian();
			for (int p = 0; p < EDGE * EDGE; p++) {
				double distance = Math.hypot(p % EDGE - x, p / EDGE - y);
				pixels[i * EDGE * EDGE + p] = (byte) Math.min(255, 200 * Math.exp(-distance * distance / 4) + 55 * random.nextDouble());
			}
		}
		return new LabelledImages(EDGE, EDGE, pixels, labels, List.of("upper left", "right", "below"));
	}
}
