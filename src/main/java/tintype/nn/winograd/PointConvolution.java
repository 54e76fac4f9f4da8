package tintype.nn.winograd;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A 1x1 convolution: of each picture a product of matrices, [output, input] times
 * [input, pixel], as the maps lie. To be closed; may be used by several threads.
 */
public final class PointConvolution implements AutoCloseable {

	/** Columns of a product, at the least, if a picture is divided among threads. */
	private static final int FEWEST_PIXELS = 256;

	private final int inputs, outputs;
	private final FloatPointer weights;
	private final float[] biases;

	/**
	 * @param weights [output, input]; copied
	 * @param biases  [output]; not copied
	 * @throws OutOfMemoryError if there is no memory for the copy
	 */
	public PointConvolution(float[] weights, float[] biases) {
		this.weights = new FloatPointer(weights);
		this.biases = biases;
		outputs = biases.length;
		inputs = weights.length / outputs;
	}

	/** @return new maps, to be closed by the caller */
	public Maps of(Maps input, int threads) {
		Maps output = input.withChannels(outputs);
		int plane = input.plane(), parts = Math.max(1, Math.min(plane / FEWEST_PIXELS, (threads + input.pictures() - 1) / input.pictures()));
		int length = (plane + parts - 1) / parts;
		Maps.share(input.pictures() * parts, threads, () -> {
			float[] row = new float[length];
			return part -> multiply(input, output, part / parts, part % parts * length, Math.min(plane, (part % parts + 1) * length), row);
		});
		return output;
	}

	private void multiply(Maps input, Maps output, int picture, int first, int end, float[] row) {
		for (int channel = 0; channel < outputs; channel++) {
			Arrays.fill(row, biases[channel]);
			output.values().put(output.at(picture, channel) + first, row, 0, end - first);
		}
		MatrixProducts.add(weights, input.memory().getPointer(input.at(picture, 0) + first), output.memory().getPointer(output.at(picture, 0) + first), outputs,
			inputs, end - first, input.plane());
	}

	@Override
	public void close() {
		weights.close();
	}
}
