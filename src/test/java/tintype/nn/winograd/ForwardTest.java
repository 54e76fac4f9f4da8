package tintype.nn.winograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logits of pictures of all sizes against sums of products, and in bands. */
class ForwardTest {

	private static final List<Layer> LAYERS = Chains.layers(1, 3, 6, 17, 9);

	private static float[] logits(List<Layer> layers, int width, int height, int threads, Runnable check) {
		try (Chain chain = new Chain(layers)) {
			return logits(chain, width, height, threads, check);
		}
	}

	private static float[] logits(Chain chain, int width, int height, int threads, Runnable check) {
		float[] logits = new float[chain.bins() * height * width];
		Forward.logits(chain, Chains.input((width + 2 * chain.halo()) * (height + 2 * chain.halo())), width, height, threads, check, logits);
		return logits;
	}

	/** 1e-5 of the largest, after four layers. */
	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 9", "4, 4", "5, 3", "8, 31", "13, 7", "67, 5", "6, 130" })
	void areSumsOfProducts(int width, int height) {
		double[] expected = Chains.logits(LAYERS, Chains.input((width + 8) * (height + 8)), width, height);
		float[] actual = logits(LAYERS, width, height, 2, () -> {});
		double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < actual.length; i++)
			assertEquals(expected[i], actual[i], 1e-5 * largest, "value " + i);
	}

	@Test
	void oneLayerIsAChain() {
		List<Layer> one = Chains.layers(1, 4);
		double[] expected = Chains.logits(one, Chains.input(9 * 8), 7, 6);
		float[] actual = logits(one, 7, 6, 1, () -> {});
		for (int i = 0; i < actual.length; i++)
			assertEquals(expected[i], actual[i], 1e-6);
	}

	/** A picture's row does not know how many bands there are. */
	@ParameterizedTest
	@CsvSource({ "9, 64", "33, 70", "70, 200", "3, 333" })
	void bandsChangeNoBit(int width, int height) {
		float[] expected = logits(LAYERS, width, height, 1, () -> {});
		for (int threads = 2; threads <= 5; threads++)
			assertArrayEquals(expected, logits(LAYERS, width, height, threads, () -> {}));
	}

	@Test
	void rowsStreamInLittleMemory() {
		long before = Pointer.totalBytes();
		long[] most = { 0 };
		logits(LAYERS, 64, 2000, 1, () -> most[0] = Math.max(most[0], Pointer.totalBytes() - before));
		long rows = 4L * 36 * 160 * (17 + 17) + 4L * 36 * (3 + 18 + 6 * 17 + 17 * 9);
		assertTrue(most[0] > 0 && most[0] <= rows, most[0] + " bytes, not " + rows);
		assertEquals(before, Pointer.totalBytes());
	}

	@Test
	void endsWhereTheCheckThrows() {
		long before = Pointer.totalBytes();
		AtomicInteger asked = new AtomicInteger();
		assertThrows(CancellationException.class, () -> logits(LAYERS, 40, 400, 2, () -> {
			if (asked.incrementAndGet() >= 3) throw new CancellationException();
		}));
		assertTrue(asked.get() <= 4, "each band asks before it goes on");
		assertEquals(before, Pointer.totalBytes());
	}

	/** Where a picture ends, the rows of the one before must not show. */
	@Test
	void memoryOfPicturesBeforeDoesNotShow() {
		long before = Pointer.totalBytes();
		try (Chain chain = new Chain(LAYERS)) {
			for (int[] size : new int[][] { { 13, 130 }, { 13, 7 }, { 67, 40 }, { 13, 90 }, { 13, 66 } }) {
				assertArrayEquals(logits(LAYERS, size[0], size[1], 1, () -> {}), logits(chain, size[0], size[1], 2, () -> {}));
				AtomicInteger asked = new AtomicInteger();
				assertThrows(CancellationException.class, () -> logits(chain, size[0], size[1], 2, () -> {
					if (asked.incrementAndGet() >= 3) throw new CancellationException();
				}));
			}
			List<Layer> others = LAYERS.stream().map(ForwardTest::withoutBiases).toList();
			chain.set(others);
			assertArrayEquals(logits(others, 13, 66, 1, () -> {}), logits(chain, 13, 66, 2, () -> {}));
		}
		assertEquals(before, Pointer.totalBytes());
	}

	private static Layer withoutBiases(Layer layer) {
		return new Layer(layer.inputs(), layer.outputs(), layer.weights(), new float[layer.outputs()], layer.curve(), layer.slopes());
	}
}
