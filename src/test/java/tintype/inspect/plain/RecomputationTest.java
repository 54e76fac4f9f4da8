package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.inspect.Layers.filled;
import static tintype.inspect.Layers.tensor;
import static tintype.inspect.Layers.waves;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Phase;

class RecomputationTest {

	private static final int[] ONE = { 1, 1 };

	@Test
	void dense() {
		Layer layer = Layers.of(new Operation.Dense(2), "kernel", waves(1, 3, 2), "bias", waves(2, 2));
		Witness.assertGives(new int[] { 2, 2 }, new double[] { 0.15609841621362, -0.749779100361728, 1.840781620237805, 1.110128375824936 }, //
			Witness.before(layer, waves(0, 2, 3)));
		assertEquals(Witness.before(layer, waves(0, 2, 3)).values()[3], Witness.before(layer, waves(0, 1, 1, 2, 3)).values()[3]);
	}

	/** What a user sees who gives an image of another size. */
	@Test
	void denseOfAnotherSize() {
		Witness.assertRefused("Layer it (Dense) was given [1, 4], which needs a kernel of 4, 2, but has one of 3, 2: " //
			+ "give the network an input of the size that it was made for.", Layers.of(new Operation.Dense(2), "kernel", waves(1, 3, 2)), filled(1, 1, 4));
		Witness.assertRefused("Layer it (Dense) expects one input, but was given [1, 3] and [1, 3]: " //
			+ "give the network an input of the size that it was made for.", Layers.of(new Operation.Dense(2), "kernel", waves(1, 3, 2)), filled(1, 1, 3), filled(1, 1, 3));
	}

	@Test
	void embedding() {
		Layer layer = Layers.of(new Operation.Embedding(3, 2), "embeddings", tensor(new int[] { 3, 2 }, 1, 2, 3, 4, 5, 6));
		Witness.assertGives(new int[] { 1, 3, 2 }, new double[] { 5, 6, 1, 2, 5, 6 }, Witness.before(layer, tensor(new int[] { 1, 3 }, 2, 0, 2)));
		for (double word : new double[] { 3, -1, 0.5, Double.NaN })
			assertThrows(TintypeException.class, () -> Witness.before(layer, tensor(new int[] { 1, 1 }, word)));
	}

	@Test
	void rescalingAndHandingOn() {
		Witness.assertGives(new int[] { 2 }, new double[] { -0.5, 1.5 }, Witness.before(Layers.of(new Operation.Rescaling(0.5, -1)), tensor(new int[] { 2 }, 1, 5)));
		Witness.assertGives(new int[] { 2 }, new double[] { 1, 5 }, Witness.before(Layers.of(new Operation.Identity()), tensor(new int[] { 2 }, 1, 5)));
	}

	@Test
	void whatCannotBeComputedSaysSo() {
		Witness.assertRefused("Lambda holds Python.", Layers.of(new Operation.Unsupported("Lambda holds Python.")), filled(1, 1, 1));
	}

	@Test
	void valuesAreOfTheirOwn() {
		Recomputation engine = new Recomputation(Progress.NONE);
		DoubleTensor x = engine.put(tensor(new int[] { 1, 2 }, -1, 0.1f));
		DoubleTensor before = engine.before(Layers.of(Activation.relu()), List.of(x), Phase.TEST);
		assertNotSame(x, before);
		assertEquals(0, engine.after(Layers.of(Activation.relu()), before, Phase.TEST).values()[0]);
		assertEquals(-1, before.values()[0]);
		assertSame(x, engine.after(Layers.of(new Operation.Identity()), x, Phase.TEST));
		assertEquals(0.1f, engine.exact(x).values()[1]);
	}

	@Test
	void tooLargeResultsAreRefusedBeforeAllocating() {
		Layer layer = Layers.of(new Operation.ZeroPadding(2, new Padding.Edges(40_000, 40_000, 40_000, 40_000)));
		assertTrue(assertThrows(TintypeException.class, () -> Witness.before(layer, filled(1, 1, 1, 1, 1))).getMessage().contains("more values than fit"));
	}

	/** Asked within a layer, not only between layers. */
	@Test
	void aLayerCanBeCanceled() {
		AtomicInteger asked = new AtomicInteger();
		Progress progress = new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return asked.incrementAndGet() > 10;
			}
		};
		Recomputation engine = new Recomputation(progress);
		DoubleTensor x = engine.put(filled(1, 1, 10_000, 2, 1));
		Layer layer = Layers.of(new Operation.Convolution(2, 1, ONE, ONE, ONE, Padding.Rule.VALID, 1), "kernel", filled(1, 1, 1, 1, 1));
		assertThrows(CancellationException.class, () -> engine.before(layer, List.of(x), Phase.TEST));
		assertTrue(asked.get() < 1000, () -> "asked " + asked);
	}
}
