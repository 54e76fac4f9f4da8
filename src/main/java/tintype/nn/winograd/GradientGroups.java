package tintype.nn.winograd;

import java.nio.FloatBuffer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Gradients of weights, summed over the pictures of a batch in groups that do not depend
 * on the number of threads, so that the sum does not, either.
 */
final class GradientGroups {

	private static final int MOST = 8;

	private GradientGroups() {}

	/** Adds the gradient of a picture; for one thread. */
	interface Worker extends AutoCloseable {

		/** @param ofWeights added to */
		void add(int picture, FloatPointer ofWeights);

		@Override
		void close();
	}

	/** Makes what one thread works with. */
	interface WorkerMaker {

		Worker start();
	}

	/** @return the sum of all pictures' gradients */
	static float[] sum(int pictures, int length, int threads, WorkerMaker maker) {
		int groups = Math.min(MOST, pictures);
		float[][] sums = new float[groups][];
		Maps.share(groups, threads, () -> group -> {
			try (FloatPointer ofWeights = new FloatPointer((long) length); Worker worker = maker.start()) {
				FloatBuffer values = ofWeights.asBuffer();
				float[] sum = new float[length];
				values.put(0, sum);
				for (int picture = group; picture < pictures; picture += groups)
					worker.add(picture, ofWeights);
				values.get(0, sum);
				sums[group] = sum;
			}
		});
		for (int group = 1; group < groups; group++)
			Loops.add(sums[0], sums[group], 0, length);
		return sums[0];
	}
}
