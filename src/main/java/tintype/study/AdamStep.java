package tintype.study;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.Tensors;

/**
 * Adam (Kingma &amp; Ba 2015, with epsilon as at the end of their section 2, which
 * TensorFlow, and so the post's program, follows). One pass over weights and
 * gradients does what DeepLearning4J does in four, in a quarter of the time.
 *
 * <pre>
 * m += (1 - 0.9) (g - m),  v += (1 - 0.999) (g g - v)
 * w -= rate sqrt(1 - 0.999^t) / (1 - 0.9^t) m / (sqrt(v) + 1e-8)
 * </pre>
 *
 * A weight's new value depends on its own history alone.
 */
final class AdamStep {

	private static final double BETA_1 = 0.9;
	private static final double BETA_2 = 0.999;
	private static final float EPSILON = 1e-8f;

	/** So many values stay in the cache of a core. */
	private static final int BLOCK = 4096;

	private final List<Range> blocks = new ArrayList<>();
	private final float[][] means;
	private final float[][] squares;
	private final float[] weights = new float[BLOCK];
	private final float[] gradients = new float[BLOCK];
	private int steps;

	/** Neighbouring weights. */
	record Range(int start, int length) {}

	/** @param learned the weights that change; the others stay as they are */
	AdamStep(List<Range> learned) {
		for (Range range : learned)
			for (int done = 0; done < range.length; done += BLOCK)
				blocks.add(new Range(range.start + done, Math.min(BLOCK, range.length - done)));
		means = new float[blocks.size()][BLOCK];
		squares = new float[blocks.size()][BLOCK];
	}

	/**
	 * Changes the weights.
	 *
	 * @param w     weights, without gaps
	 * @param sums  gradients, summed over the batch; left as they are
	 * @param batch number of pictures in the sum
	 */
	void step(INDArray w, INDArray sums, int batch, double rate) {
		steps++;
		float corrected = (float) (rate * Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps)));
		FloatBuffer to = Tensors.memory(w), from = Tensors.memory(sums);
		for (int i = 0; i < means.length; i++)
			block(to, from, i, 1f / batch, corrected);
		Reference.reachabilityFence(w);
		Reference.reachabilityFence(sums);
	}

	private void block(FloatBuffer to, FloatBuffer from, int index, float scale, float rate) {
		int start = blocks.get(index).start, n = blocks.get(index).length;
		to.get(start, weights, 0, n);
		from.get(start, gradients, 0, n);
		update(weights, gradients, means[index], squares[index], n, scale, rate);
		to.put(start, weights, 0, n);
	}

	private static void update(float[] w, float[] g, float[] m, float[] v, int n, float scale, float rate) {
		float one = (float) (1 - BETA_1), two = (float) (1 - BETA_2);
		for (int i = 0; i < n; i++) {
			float slope = g[i] * scale;
			m[i] += one * (slope - m[i]);
			v[i] += two * (slope * slope - v[i]);
			w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + EPSILON);
		}
	}
}
