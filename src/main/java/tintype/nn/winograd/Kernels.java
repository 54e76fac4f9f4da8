package tintype.nn.winograd;

import java.util.Arrays;

/**
 * The weights of a layer as they go into the products: of each 3x3 filter g, the 6x6
 * numbers G g G'. The matrices are [input, output].
 */
final class Kernels implements AutoCloseable {

	static final int SIDE = 3;

	private final int inputs, outputs;
	private final Spectrum spectrum;

	/** @throws OutOfMemoryError if there is no memory for them */
	Kernels(int inputs, int outputs) {
		this(inputs, outputs, new Spectrum((long) inputs * outputs));
	}

	/** @param spectrum large enough; closed with this */
	Kernels(int inputs, int outputs, Spectrum spectrum) {
		this.inputs = inputs;
		this.outputs = outputs;
		this.spectrum = spectrum;
	}

	/** For the products. */
	Spectrum spectrum() {
		return spectrum;
	}

	/** @param weights [output, input, y, x] */
	void set(float[] weights) {
		set(weights, 0, inputs, new KernelScratch(inputs * outputs));
	}

	/** To the same with inputs and outputs exchanged, for the way back. */
	void setTurned(Kernels forward) {
		float[] matrix = new float[inputs * outputs], turned = new float[inputs * outputs];
		for (int pair = 0; pair < Spectrum.PAIRS; pair++) {
			forward.spectrum.get(pair, 0, matrix, 0, matrix.length);
			for (int input = 0; input < inputs; input++)
				for (int output = 0; output < outputs; output++)
					turned[input * outputs + output] = matrix[output * inputs + input];
			spectrum.put(pair, 0, turned, 0, turned.length);
		}
	}

	/** As above, of some of the inputs. */
	void set(float[] weights, int first, int end, KernelScratch scratch) {
		int count = (end - first) * outputs;
		float[][] taps = scratch.taps, half = scratch.half, column = scratch.column;
		for (int output = 0; output < outputs; output++)
			for (int input = first, from = (output * inputs + first) * Layer.TAPS; input < end; input++)
				for (float[] tap : taps)
					tap[(input - first) * outputs + output] = weights[from++];
		for (int y = 0; y < SIDE; y++)
			Transforms.kernel(part(taps, y * SIDE, SIDE), part(half, y * Transforms.POINTS, Transforms.POINTS), 0, count);
		for (int x = 0; x < Transforms.POINTS; x++) {
			Transforms.kernel(new float[][] { half[x], half[Transforms.POINTS + x], half[2 * Transforms.POINTS + x] }, column, 0, count);
			for (int y = 0; y < Transforms.POINTS; y++)
				spectrum.put(y * Transforms.POINTS + x, first * outputs, column[y], 0, count);
		}
	}

	private static float[][] part(float[][] arrays, int from, int count) {
		return Arrays.copyOfRange(arrays, from, from + count);
	}

	/** The gradient of the weights as [y and x][input, output], when the spectrum holds that of the products. */
	float[][] gradient() {
		return gradient(0, inputs, new KernelScratch(inputs * outputs));
	}

	private float[][] gradient(int first, int end, KernelScratch scratch) {
		int count = (end - first) * outputs;
		float[][] half = scratch.half, column = scratch.column;
		for (int x = 0; x < Transforms.POINTS; x++) {
			for (int y = 0; y < Transforms.POINTS; y++)
				spectrum.get(y * Transforms.POINTS + x, first * outputs, column[y], 0, count);
			Transforms.kernelBack(column, part(half, x * SIDE, SIDE), 0, count);
		}
		for (int y = 0; y < SIDE; y++) {
			float[][] row = new float[Transforms.POINTS][];
			for (int x = 0; x < Transforms.POINTS; x++)
				row[x] = half[x * SIDE + y];
			Transforms.kernelBack(row, part(scratch.taps, y * SIDE, SIDE), 0, count);
		}
		return scratch.taps;
	}

	/** In the order of weights: [output, input, y, x]. */
	float[] ordered(float[][] taps) {
		float[] ordered = new float[inputs * outputs * Layer.TAPS];
		for (int output = 0, to = 0; output < outputs; output++)
			for (int input = 0; input < inputs; input++)
				for (float[] tap : taps)
					ordered[to++] = tap[input * outputs + output];
		return ordered;
	}

	/** Writes the gradient of the weights of some of the inputs, in the order of weights. */
	void gradient(float[] ofWeights, int first, int end, KernelScratch scratch) {
		float[][] taps = gradient(first, end, scratch);
		for (int output = 0; output < outputs; output++)
			for (int input = first, to = (output * inputs + first) * Layer.TAPS; input < end; input++)
				for (float[] tap : taps)
					ofWeights[to++] = tap[(input - first) * outputs + output];
	}

	@Override
	public void close() {
		spectrum.close();
	}
}
