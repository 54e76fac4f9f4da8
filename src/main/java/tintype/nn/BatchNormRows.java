package tintype.nn;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The loops of {@link BatchNormKernel} for a float32 tensor [batch, unit]: row by
 * row, as the values of a unit lie far apart. A view of the tensor; for one thread
 * at a time.
 */
final class BatchNormRows {

	private final INDArray tensor;
	private final FloatBuffer values;
	private final int rows;
	private final float[] row;

	/** @param tensor without gaps, units fastest, at most {@link ChannelValues#MOST} values */
	BatchNormRows(INDArray tensor) {
		this.tensor = tensor;
		values = Tensors.memory(tensor);
		rows = (int) tensor.size(0);
		row = new float[(int) tensor.size(1)];
	}

	int rows() {
		return rows;
	}

	private float[] read(int index) {
		values.get(index * row.length, row, 0, row.length);
		return row;
	}

	/**
	 * Mean and biased variance of each unit. The second pass also takes the rounding
	 * of the first mean away.
	 */
	void moments(float[] means, float[] variances) {
		int n = row.length;
		float[] sums = new float[n], squares = new float[n];
		for (int r = 0; r < rows; r++)
			add(read(r), n, sums);
		for (int i = 0; i < n; i++)
			means[i] = sums[i] / rows;
		Arrays.fill(sums, 0);
		for (int r = 0; r < rows; r++)
			addCentered(read(r), means, n, sums, squares);
		for (int i = 0; i < n; i++) {
			float rest = sums[i] / rows;
			variances[i] = Math.max(0, squares[i] / rows - rest * rest);
			means[i] += rest;
		}
		Reference.reachabilityFence(tensor); // its memory goes with it, buffer or not
	}

	private static void add(float[] x, int n, float[] sums) {
		for (int i = 0; i < n; i++)
			sums[i] += x[i];
	}

	private static void addCentered(float[] x, float[] means, int n, float[] sums, float[] squares) {
		for (int i = 0; i < n; i++) {
			float d = x[i] - means[i];
			sums[i] += d;
			squares[i] += d * d;
		}
	}

	/** output = (this - mean) scale + offset. */
	void scale(float[] means, float[] scales, float[] offsets, BatchNormRows output) {
		for (int r = 0; r < rows; r++) {
			scale(read(r), row.length, means, scales, offsets);
			output.values.put(r * row.length, row, 0, row.length);
		}
		Reference.reachabilityFence(tensor);
		Reference.reachabilityFence(output.tensor);
	}

	private static void scale(float[] x, int n, float[] means, float[] scales, float[] offsets) {
		for (int i = 0; i < n; i++)
			x[i] = (x[i] - means[i]) * scales[i] + offsets[i];
	}

	/** sums = sum of dy and products = sum of (this - mean) dy, for each unit. */
	void sums(BatchNormRows dy, float[] means, float[] sums, float[] products) {
		for (int r = 0; r < rows; r++)
			addProducts(read(r), dy.read(r), row.length, means, sums, products);
		Reference.reachabilityFence(tensor);
		Reference.reachabilityFence(dy.tensor);
	}

	private static void addProducts(float[] x, float[] dy, int n, float[] means, float[] sums, float[] products) {
		for (int i = 0; i < n; i++) {
			sums[i] += dy[i];
			products[i] += (x[i] - means[i]) * dy[i];
		}
	}

	/** dx = scale dy + slope (this - mean) + offset. */
	void combine(BatchNormRows dy, float[] means, float[] scales, float[] slopes, float[] offsets, BatchNormRows dx) {
		for (int r = 0; r < rows; r++) {
			combine(read(r), dy.read(r), row.length, means, scales, slopes, offsets);
			dx.values.put(r * row.length, row, 0, row.length);
		}
		Reference.reachabilityFence(tensor);
		Reference.reachabilityFence(dy.tensor);
		Reference.reachabilityFence(dx.tensor);
	}

	private static void combine(float[] x, float[] dy, int n, float[] means, float[] scales, float[] slopes, float[] offsets) {
		for (int i = 0; i < n; i++)
			x[i] = scales[i] * dy[i] + slopes[i] * (x[i] - means[i]) + offsets[i];
	}
}
