package tintype.nn.winograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.Random;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.nn.Backend;

/** Against the definition of the convolution and of its gradients, in double precision. */
class PlaneConvolutionTest {

	/** Of the largest value. */
	private static final double DIFFERENCE = 5e-6;

	@BeforeAll
	static void start() {
		Backend.start();
	}

	/** A batch with all that goes in and out. */
	private static final class Batch {

		final int inputs, outputs;
		final Planes planes;
		final float[] input, weights, biases, gradient;

		Batch(int inputs, int outputs, Planes planes) {
			this.inputs = inputs;
			this.outputs = outputs;
			this.planes = planes;
			input = values(planes.pictures() * inputs * planes.inputHeight() * planes.inputWidth(), 1);
			weights = values(outputs * inputs * 9, 2);
			biases = values(outputs, 3);
			gradient = values(planes.pictures() * outputs * planes.height() * planes.width(), 4);
		}

		/** As maps of input; no product reads them as they lie. */
		Maps read(float[] values) {
			return new Maps(null, FloatBuffer.wrap(values), planes.pictures(), inputs, planes.inputHeight(), planes.inputWidth());
		}

		/** As maps of output. */
		Maps written(float[] values) {
			return new Maps(null, FloatBuffer.wrap(values), planes.pictures(), outputs, planes.height(), planes.width());
		}

		private static float[] values(int count, int seed) {
			float[] values = new float[count];
			Random random = new Random(seed);
			for (int i = 0; i < count; i++)
				values[i] = 2 * random.nextFloat() - 1;
			return values;
		}
	}

	/** What comes out. */
	private record Results(double[] output, double[] ofInput, double[] ofWeights, double[] ofBiases) {

		static Results byDefinition(Batch batch) {
			Results results = new Results(new double[batch.gradient.length], new double[batch.input.length], new double[batch.weights.length],
				new double[batch.outputs]);
			int plane = batch.planes.height() * batch.planes.width();
			for (int i = 0; i < batch.gradient.length; i++) {
				int output = i / plane % batch.outputs;
				results.output[i] = batch.biases[output];
				results.ofBiases[output] += batch.gradient[i];
				for (int tap = 0; tap < batch.inputs * 9; tap++)
					results.add(batch, i, output * batch.inputs * 9 + tap, place(batch, i, tap));
			}
			return results;
		}

		/** Index of the input under a tap, -1 beyond the edge. */
		private static int place(Batch batch, int i, int tap) {
			Planes planes = batch.planes;
			int plane = planes.height() * planes.width(), picture = i / plane / batch.outputs;
			int y = i % plane / planes.width() + tap % 9 / 3 - planes.border(), x = i % planes.width() + tap % 3 - planes.border();
			boolean inside = y >= 0 && x >= 0 && y < planes.inputHeight() && x < planes.inputWidth();
			return inside ? ((picture * batch.inputs + tap / 9) * planes.inputHeight() + y) * planes.inputWidth() + x : -1;
		}

		private void add(Batch batch, int i, int weight, int place) {
			if (place < 0) return;
			output[i] += (double) batch.input[place] * batch.weights[weight];
			ofInput[place] += (double) batch.gradient[i] * batch.weights[weight];
			ofWeights[weight] += (double) batch.gradient[i] * batch.input[place];
		}

		static Results byProducts(Batch batch, int threads) {
			float[] output = new float[batch.gradient.length], ofInput = new float[batch.input.length], ofBiases = new float[batch.outputs];
			try (PlaneMemory first = new PlaneMemory(); PlaneMemory second = new PlaneMemory(); PlaneMemory third = new PlaneMemory();
				PlaneConvolution convolution = new PlaneConvolution(batch.inputs, batch.outputs, first, second, third))
			{
				Maps x = batch.read(batch.input), dy = batch.written(batch.gradient);
				convolution.set(batch.weights, threads);
				convolution.forward(x, batch.biases, Curve.IDENTITY, batch.written(output), threads);
				float[] ofWeights = convolution.back(x, dy, ofBiases, batch.read(ofInput), threads);
				return new Results(doubles(output), doubles(ofInput), doubles(ofWeights), doubles(ofBiases));
			}
		}

		private static double[] doubles(float[] values) {
			double[] doubles = new double[values.length];
			for (int i = 0; i < doubles.length; i++)
				doubles[i] = values[i];
			return doubles;
		}
	}

	private static void assertNear(double[] expected, double[] actual) {
		double largest = 0;
		for (double value : expected)
			largest = Math.max(largest, Math.abs(value));
		assertArrayEquals(expected, actual, DIFFERENCE * largest);
	}

	/** Edges that are no multiples of 4, more rows of tiles than are worked on at a time, with and without a border. */
	@ParameterizedTest
	@CsvSource({ "3, 5, 2, 8, 8, 1", "4, 3, 3, 7, 13, 1", "2, 3, 1, 70, 90, 1", "5, 2, 40, 9, 10, 1", "4, 4, 3, 7, 13, 0", "2, 3, 2, 70, 61, 0" })
	void isThatOfTheDefinition(int inputs, int outputs, int pictures, int height, int width, int border) {
		Batch batch = new Batch(inputs, outputs, new Planes(pictures, height, width, border));
		Results expected = Results.byDefinition(batch), actual = Results.byProducts(batch, 2);
		assertNear(expected.output, actual.output);
		assertNear(expected.ofInput, actual.ofInput);
		assertNear(expected.ofWeights, actual.ofWeights);
		assertNear(expected.ofBiases, actual.ofBiases);
	}

	@Test
	void numberOfThreadsChangesNoBit() {
		Batch batch = new Batch(9, 17, new Planes(3, 24, 20, 1));
		Results one = Results.byProducts(batch, 1), three = Results.byProducts(batch, 3);
		assertArrayEquals(one.output, three.output);
		assertArrayEquals(one.ofInput, three.ofInput);
		assertArrayEquals(one.ofWeights, three.ofWeights);
		assertArrayEquals(one.ofBiases, three.ofBiases);
	}

	@Test
	void freesItsMemory() {
		Batch batch = new Batch(9, 17, new Planes(3, 24, 20, 1));
		long before = Pointer.totalBytes();
		Results.byProducts(batch, 2);
		assertEquals(before, Pointer.totalBytes());
	}
}
