package tintype.nn.winograd;

import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A 3x3 convolution that steps by two pixels, of maps with even edges: the value at y, x
 * is of the input from 2 y, 2 x on, with zeros beyond the edges. Multiplies the weights by
 * the matrix of {@link Taps}.
 */
public final class StridedConvolution implements MapConvolution {

	/** Columns of that matrix on the way forward, if there are as many pixels. */
	private static final int PIXELS_AT_A_TIME = 256;

	private final int inputs, outputs;
	private final FloatPointer weights;

	/** @throws OutOfMemoryError if there is no memory for the weights */
	public StridedConvolution(int inputs, int outputs) {
		this.inputs = inputs;
		this.outputs = outputs;
		weights = new FloatPointer((long) inputs * outputs * Layer.TAPS);
	}

	@Override
	public void set(float[] values, int threads) {
		weights.put(values);
	}

	@Override
	public int stride() {
		return 2;
	}

	@Override
	public void forward(Maps input, float[] biases, Curve curve, Maps output, int threads) {
		int lines = Math.max(1, Math.min(output.height(), PIXELS_AT_A_TIME / output.width())), bands = (output.height() + lines - 1) / lines;
		int count = input.pictures() * bands;
		AtomicInteger next = new AtomicInteger();
		SideBySide.run(Math.min(threads, count), thread -> {
			try (Taps taps = new Taps(input, lines); FloatPointer product = new FloatPointer((long) outputs * lines * output.width())) {
				float[] values = new float[lines * output.width()];
				for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
					int top = i % bands * lines, bottom = Math.min(output.height(), top + lines), pixels = (bottom - top) * output.width();
					taps.read(input, i / bands, top, bottom);
					MatrixProducts.multiply(weights, taps.matrix(), product, outputs, inputs * Layer.TAPS, pixels);
					write(product.asBuffer(), biases, curve, output, i / bands, top * output.width(), pixels, values);
				}
			}
		});
	}

	private void write(FloatBuffer product, float[] biases, Curve curve, Maps output, int picture, int first, int pixels, float[] values) {
		for (int channel = 0; channel < outputs; channel++) {
			product.get(channel * pixels, values, 0, pixels);
			Loops.add(values, biases[channel], 0, pixels);
			curve.apply(values, 0, pixels);
			output.values().put(output.at(picture, channel) + first, values, 0, pixels);
		}
	}

	@Override
	public float[] back(Maps input, Maps gradient, float[] ofBiases, Maps back, int threads) {
		gradient.sums(ofBiases, threads);
		int length = inputs * Layer.TAPS, pixels = gradient.plane();
		return GradientGroups.sum(input.pictures(), outputs * length, threads, () -> new GradientGroups.Worker() {

			private final Taps taps = new Taps(input, gradient.height());

			@Override
			public void add(int picture, FloatPointer ofWeights) {
				taps.read(input, picture, 0, gradient.height());
				MatrixProducts.addSecondTurned(gradient.from(picture, 0), taps.matrix(), ofWeights, outputs, pixels, length);
				MatrixProducts.multiplyFirstTurned(weights, gradient.from(picture, 0), taps.matrix(), length, outputs, pixels);
				taps.write(back, picture);
			}

			@Override
			public void close() {
				taps.close();
			}
		});
	}

	@Override
	public void close() {
		weights.close();
	}
}
