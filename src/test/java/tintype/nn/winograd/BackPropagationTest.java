package tintype.nn.winograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.FloatBuffer;
import java.util.List;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gradients of a batch depend on; whether they are right, {@code tintype.nn.WinogradGradientsTest} says. */
class BackPropagationTest {

	private static final int BINS = 11;
	private static final List<Layer> LAYERS = Chains.layers(1, 4, 7, BINS);

	private static SoftTargets targets(int batch, int width, int height) {
		float[] labels = new float[batch * BINS * width * height], weights = Chains.input(batch * width * height);
		for (int i = 0; i < weights.length; i++)
			labels[(i / (width * height) * BINS + 7 * i % BINS) * width * height + i % (width * height)] = 1;
		return new SoftTargets(FloatBuffer.wrap(labels), weights, batch, BINS, width, height);
	}

	private static BackPropagation.Result gradients(int batch, int width, int height, int threads, int times) {
		try (Chain chain = new Chain(LAYERS); BackPropagation propagation = new BackPropagation(chain, width, height, batch, threads)) {
			float[] input = Chains.input(batch * (width + 6) * (height + 6));
			for (int i = 1; i < times; i++)
				propagation.of(input, targets(batch, width, height));
			return propagation.of(input, targets(batch, width, height));
		}
	}

	private static void assertSame(BackPropagation.Result expected, BackPropagation.Result actual) {
		assertEquals(expected.loss(), actual.loss());
		for (int layer = 0; layer < LAYERS.size(); layer++) {
			assertArrayEquals(expected.weights().get(layer), actual.weights().get(layer), "weights of layer " + layer);
			assertArrayEquals(expected.biases().get(layer), actual.biases().get(layer), "biases of layer " + layer);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 5, 6", "3, 4, 9", "32, 8, 7", "37, 3, 3" })
	void threadsChangeNoBit(int batch, int width, int height) {
		BackPropagation.Result expected = gradients(batch, width, height, 1, 1);
		for (int threads = 2; threads <= 5; threads++)
			assertSame(expected, gradients(batch, width, height, threads, 1));
	}

	/** The memory is used again; nothing of the batch before may be in it. */
	@Test
	void laterBatchesAreAsTheFirst() {
		assertSame(gradients(9, 7, 5, 2, 1), gradients(9, 7, 5, 2, 4));
	}

	@Test
	void nothingStaysAllocated() {
		long before = Pointer.totalBytes();
		gradients(9, 7, 5, 2, 2);
		assertEquals(before, Pointer.totalBytes());
	}

	@Test
	void aFailureEndsAllParts() {
		try (Chain chain = new Chain(LAYERS); BackPropagation propagation = new BackPropagation(chain, 5, 5, 32, 3)) {
			float[] tooFew = Chains.input(20 * 11 * 11);
			assertThrows(ArrayIndexOutOfBoundsException.class, () -> propagation.of(tooFew, targets(32, 5, 5)));
		}
	}
}
