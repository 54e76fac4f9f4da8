package tintype.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What both programs start from.
 *
 * @param batch      number of patches
 * @param features   [batch, 1, outer, outer], scaled lightness
 * @param labels     [batch, Q, edge, edge], soft codes
 * @param mask       [batch, 1, edge, edge], the weight of a pixel over the number
 *                   of pixels of a patch
 * @param parameters of each convolution its weights [out, in, 3, 3], then its
 *                   biases [out]
 */
record TrainingTask(int batch, float[] features, float[] labels, float[] mask, float[][] parameters) {

	/** Learning rate of Adam; the rest of its settings are 0.9, 0.999 and 1e-8 in both programs. */
	static final double LEARNING_RATE = 1e-3;

	/** Pixels on a side of the coloured part of a patch, as Tintype trains by default. */
	static final int EDGE = 32;

	private static final int KERNEL = 9;

	/** Pixels on a side of a patch with the halo around it. */
	int outer() {
		return EDGE + parameters.length;
	}

	/** Number of bins Q, the maps of the last convolution. */
	int bins() {
		return parameters[parameters.length - 1].length;
	}

	/**
	 * Floating-point operations of a step per patch: the convolutions forwards, for the
	 * gradient of the weights and, but for the first one, for the gradient of the input.
	 */
	double operations() {
		return 3 * operations(parameters, outer()) - operations(Arrays.copyOf(parameters, 2), outer());
	}

	/**
	 * Floating-point operations of the convolutions by their definition, an addition and
	 * a multiplication each counting one.
	 *
	 * @param edge of the picture that the first one reads, in pixels
	 */
	static double operations(float[][] parameters, int edge) {
		double sum = 0;
		for (int i = 0; i < parameters.length; i += 2) {
			double inner = edge - 2 - i;
			sum += 2 * parameters[i].length * inner * inner;
		}
		return sum;
	}

	/** Maps that a convolution reads. */
	static int inputs(float[] weights, float[] biases) {
		return weights.length / biases.length / KERNEL;
	}

	/** Writes the task into a file that {@link #read} understands. */
	void write(Path file) throws IOException {
		float[][] arrays = Arrays.copyOf(new float[][] { features, labels, mask }, 3 + parameters.length);
		System.arraycopy(parameters, 0, arrays, 3, parameters.length);
		writeArrays(file, arrays);
	}

	static TrainingTask read(Path file, int batch) throws IOException {
		float[][] arrays = readArrays(file);
		return new TrainingTask(batch, arrays[0], arrays[1], arrays[2], Arrays.copyOfRange(arrays, 3, arrays.length));
	}

	static void writeArrays(Path file, float[][] arrays) throws IOException {
		try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			out.writeInt(arrays.length);
			for (float[] array : arrays) {
				out.writeInt(array.length);
				for (float value : array)
					out.writeFloat(value);
			}
		}
	}

	static float[][] readArrays(Path file) throws IOException {
		try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
			float[][] arrays = new float[in.readInt()][];
			for (int i = 0; i < arrays.length; i++) {
				arrays[i] = new float[in.readInt()];
				for (int j = 0; j < arrays[i].length; j++)
					arrays[i][j] = in.readFloat();
			}
			return arrays;
		}
	}
}
