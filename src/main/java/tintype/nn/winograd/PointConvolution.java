package tintype.nn.winograd;

import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A 1x1 convolution: of each picture a product of matrices, [output, input] times
 * [input, pixel], as the maps lie.
 */
public final class PointConvolution implements MapConvolution {

	/** Columns of a product on the way forward, if there are as many pixels. */
	private static final int PIXELS_AT_A_TIME = 1024;

	private final int inputs, outputs;
	private final FloatPointer weights;

	/** @throws OutOfMemoryError if there is no memory for the weights */
	public PointConvolution(int inputs, int outputs) {
		this.inputs = inputs;
		this.outputs = outputs;
		weights = new FloatPointer((long) inputs * outputs);
	}

	@Override
	public void set(float[] values, int threads) {
		weights.put(values);
	}

	@Override
	public void forward(Maps input, float[] biases, Curve curve, Maps output, int threads) {
		int plane = input.plane(), parts = (plane + PIXELS_AT_A_TIME - 1) / PIXELS_AT_A_TIME, length = (plane + parts - 1) / parts;
		Maps.share(input.pictures() * parts, threads, () -> {
			float[] row = new float[length];
			return part -> multiply(input, biases, output, part / parts, part % parts * length, Math.min(plane, (part % parts + 1) * length), row);
		});
		if (curve != Curve.IDENTITY) output.change(threads, (number, values) -> curve.apply(values, 0, plane));
	}

	private void multiply(Maps input, float[] biases, Maps output, int picture, int first, int end, float[] row) {
		for (int channel = 0; channel < outputs; channel++) {
			Arrays.fill(row, biases[channel]);
			output.values().put(output.at(picture, channel) + first, row, 0, end - first);
		}
		MatrixProducts.add(weights, input.from(picture, first), output.from(picture, first), outputs, inputs, end - first, input.plane());
	}

	@Override
	public float[] back(Maps input, Maps gradient, float[] ofBiases, Maps back, int threads) {
		gradient.sums(ofBiases, threads);
		int plane = input.plane();
		return GradientGroups.sum(input.pictures(), inputs * outputs, threads, () -> new GradientGroups.Worker() {

			@Override
			public void add(int picture, FloatPointer ofWeights) {
				MatrixProducts.addSecondTurned(gradient.from(picture, 0), input.from(picture, 0), ofWeights, outputs, plane, inputs);
				MatrixProducts.multiplyFirstTurned(weights, gradient.from(picture, 0), back.from(picture, 0), inputs, outputs, plane);
			}

			@Override
			public void close() {}
		});
	}

	@Override
	public void close() {
		weights.close();
	}
}
