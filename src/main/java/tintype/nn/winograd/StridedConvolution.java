package tintype.nn.winograd;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A 3x3 convolution that steps by two pixels, of maps with even edges: the value at y, x
 * is of the input from 2 y, 2 x on, with zeros beyond the edges. Some rows of a picture at a
 * time, the pixels under each tap become a row of a matrix, which is multiplied by the
 * weights. To be closed; may be used by several threads.
 */
public final class StridedConvolution implements AutoCloseable {

	/** Columns of that matrix, if there are as many pixels. */
	private static final int PIXELS_AT_A_TIME = 256;

	private final int inputs, outputs;
	private final FloatPointer weights;
	private final float[] biases;
	private final Curve curve;

	/**
	 * @param weights [output, input, y, x]; copied
	 * @param biases  [output]; not copied
	 * @param curve   of all outputs
	 * @throws OutOfMemoryError if there is no memory for the copy
	 */
	public StridedConvolution(float[] weights, float[] biases, Curve curve) {
		this.weights = new FloatPointer(weights);
		this.biases = biases;
		this.curve = curve;
		outputs = biases.length;
		inputs = weights.length / outputs / Layer.TAPS;
	}

	/** @return new maps, to be closed by the caller */
	public Maps of(Maps input, int threads) {
		Maps output = Maps.of(input.pictures(), outputs, input.height() / 2, input.width() / 2);
		int rows = Math.max(1, PIXELS_AT_A_TIME / output.width()), bands = (output.height() + rows - 1) / rows;
		int count = input.pictures() * bands;
		AtomicInteger next = new AtomicInteger();
		SideBySide.run(Math.min(threads, count), thread -> {
			try (Band band = new Band(input, output, Math.min(rows, output.height()))) {
				for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement())
					band.compute(i / bands, i % bands * rows, Math.min(output.height(), (i % bands + 1) * rows));
			}
		});
		return output;
	}

	/** Some rows of output, with one thread's memory. */
	private final class Band implements AutoCloseable {

		private final Maps input, output;
		private final int width;
		private final FloatPointer matrix, product;
		private final FloatBuffer taps, sums;
		private final float[] plane, values;

		/** Of even and odd rows of a channel, [x of the tap][pixel]; those of the even rows have one row more. */
		private final float[][] even, odd;

		Band(Maps input, Maps output, int rows) {
			this.input = input;
			this.output = output;
			width = output.width();
			int pixels = rows * width;
			matrix = new FloatPointer((long) inputs * Layer.TAPS * pixels);
			product = new FloatPointer((long) outputs * pixels);
			taps = matrix.asBuffer();
			sums = product.asBuffer();
			plane = new float[(2 * rows + 1) * input.width()];
			values = new float[pixels];
			even = new float[3][pixels + width];
			odd = new float[3][pixels];
		}

		void compute(int picture, int top, int bottom) {
			int pixels = (bottom - top) * width;
			for (int channel = 0; channel < inputs; channel++) {
				read(picture, channel, top, bottom);
				for (int x = 0, row = channel * Layer.TAPS; x < 3; x++, row++) {
					taps.put(row * pixels, even[x], 0, pixels);
					taps.put((row + 3) * pixels, odd[x], 0, pixels);
					taps.put((row + 6) * pixels, even[x], width, pixels);
				}
			}
			MatrixProducts.multiply(weights, matrix, product, outputs, inputs * Layer.TAPS, pixels);
			for (int channel = 0; channel < outputs; channel++) {
				sums.get(channel * pixels, values, 0, pixels);
				Loops.add(values, biases[channel], pixels);
				curve.apply(values, pixels);
				output.values().put(output.at(picture, channel) + top * width, values, 0, pixels);
			}
		}

		private void read(int picture, int channel, int top, int bottom) {
			int wide = input.width(), lines = Math.min(input.height(), 2 * bottom + 1) - 2 * top;
			input.values().get(input.at(picture, channel) + 2 * top * wide, plane, 0, lines * wide);
			for (int y = top; y <= bottom; y++) {
				int at = (y - top) * width, from = 2 * (y - top) * wide;
				if (2 * y < input.height()) part(from, even, at);
				else for (float[] pixels : even)
					Arrays.fill(pixels, at, at + width, 0);
				if (y < bottom) part(from + wide, odd, at);
			}
		}

		/** The pixels under the three taps of a line. */
		private void part(int from, float[][] of, int at) {
			float[] left = of[0], middle = of[1], right = of[2];
			for (int x = at; x < at + width; x++, from += 2) {
				left[x] = plane[from];
				middle[x] = plane[from + 1];
			}
			System.arraycopy(left, at + 1, right, at, width - 1);
			right[at + width - 1] = 0;
		}

		@Override
		public void close() {
			matrix.close();
			product.close();
		}
	}

	@Override
	public void close() {
		weights.close();
	}
}
