package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Operation.Noise;
import tintype.inspect.Padding;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

class Dl4jEngineTest {

	private static final int[] ONE = { 1, 1 }, THREE = { 3, 3 };
	private static final Operation CONVOLUTION = new Operation.Convolution(2, 4, THREE, ONE, ONE, Rule.VALID, 1);
	private static final Layer CONVOLVED = Case.layer(CONVOLUTION, Curve.LINEAR, "kernel", Case.random(3, 3, 2, 4));

	private final Dl4jEngine engine = new Dl4jEngine();

	@AfterEach
	void close() {
		engine.close();
	}

	private Tensor before(Layer layer, Phase phase, Tensor... inputs) {
		return engine.take(engine.before(layer, Arrays.stream(inputs).map(engine::put).toList(), phase));
	}

	static int[][] shapes() {
		return new int[][] { { 3 }, { 2, 3 }, { 2, 5, 3 }, { 2, 5, 4, 3 }, { 2, 200, 190, 3 }, //
			{ 1, 2, 3, 20000 }, { 2, 60, 70, 8 }, { 1, 60, 70, 19 }, { 2, 3, 4, 5, 6 }, { 0, 4, 4, 2 }, { 1, 1, 1, 1 } };
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void whatIsPutIsTaken(int[] shape) {
		Tensor tensor = Case.random(shape), taken = engine.take(engine.put(tensor));
		assertArrayEquals(shape, taken.shape());
		assertArrayEquals(tensor.values(), taken.values());
	}

	@Test
	void channelsComeSecond() {
		INDArray array = engine.put(Case.random(2, 5, 4, 3));
		assertArrayEquals(new long[] { 2, 3, 5, 4 }, array.shape());
		assertEquals(Case.random(2, 5, 4, 3).at(1, 2, 3, 0), array.getFloat(1, 0, 2, 3));
	}

	@Test
	void aSeedGivesTheSame() {
		Tensor x = Case.random(2, 8, 8, 3);
		Layer dropout = Case.layer(new Operation.Dropout(Noise.DROPOUT, 0.5), Curve.LINEAR);
		assertArrayEquals(before(dropout, Phase.training(4), x).values(), before(dropout, Phase.training(4), x).values());
		assertFalse(Arrays.equals(before(dropout, Phase.training(4), x).values(), before(dropout, Phase.training(5), x).values()));
		assertArrayEquals(x.values(), before(dropout, Phase.TEST, x).values());
		Layer random = Case.layer(new Operation.Identity(), new Activation.RandomRelu(3, 8, true, 1 / 5.5));
		INDArray values = engine.put(x);
		assertArrayEquals(engine.take(engine.after(random, values, Phase.training(4))).values(), //
			engine.take(engine.after(random, values, Phase.training(4))).values());
	}

	@Test
	void whatChangesNothingIsHandedOn() {
		INDArray x = engine.put(Case.random(1, 8, 8, 3));
		Layer dropout = Case.layer(new Operation.Dropout(Noise.DROPOUT, 0.5), Curve.LINEAR);
		assertSame(x, engine.before(dropout, List.of(x), Phase.TEST));
		assertNotSame(x, engine.before(dropout, List.of(x), Phase.training(1)));
		assertSame(x, engine.before(Case.layer(new Operation.Identity(), Activation.relu()), List.of(x), Phase.training(1)));
	}

	/** The layer is made once and serves images of any size. */
	@Test
	void sizesMayChange() {
		for (Padding padding : List.of(Rule.SAME, Rule.VALID, new Padding.Edges(0, 1, 0, 1))) {
			Layer layer = Case.layer(new Operation.Convolution(2, 4, THREE, new int[] { 2, 2 }, ONE, padding, 1), Curve.LINEAR, "kernel", Case.random(3, 3, 2, 4));
			for (int edge : new int[] { 8, 9, 13, 8 })
				try (Dl4jEngine fresh = new Dl4jEngine()) {
					Tensor x = Case.random(1, edge, edge + 1, 2);
					assertArrayEquals(fresh.take(fresh.before(layer, List.of(fresh.put(x)), Phase.TEST)).values(), before(layer, Phase.TEST, x).values());
				}
		}
	}

	private void assertRefused(String sentence, Layer layer, Tensor... inputs) {
		assertEquals(sentence, assertThrows(TintypeException.class, () -> before(layer, Phase.TEST, inputs)).getMessage());
	}

	private static final String ADVICE = ": give an input of the shape that the network was made for.";

	@Test
	void shapesThatDoNotFitAreNamed() {
		assertRefused("Layer it reads [?, ?, ?, 2], but was given [1, 8, 8, 3]" + ADVICE, CONVOLVED, Case.random(1, 8, 8, 3));
		assertRefused("Layer it reads [image, y, x, channel], but was given [1, 8, 2]" + ADVICE, CONVOLVED, Case.random(1, 8, 2));
		assertRefused("Layer it reads images of 3 x 3 pixels or more, but was given [1, 8, 2, 2]" + ADVICE, CONVOLVED, Case.random(1, 8, 2, 2));
		assertRefused("Layer it reads one input, but was given [1, 8, 8, 2] and [1, 8, 8, 2]" + ADVICE, CONVOLVED, Case.random(1, 8, 8, 2), Case.random(1, 8, 8, 2));
		assertRefused("Layer it reads one value or more, but was given [0, 8, 8, 2]" + ADVICE, CONVOLVED, Case.random(0, 8, 8, 2));
		Layer dense = Case.layer(new Operation.Dense(3), Curve.LINEAR, "kernel", Case.random(5, 3));
		assertRefused("Layer it reads [?, 5], but was given [2, 4]" + ADVICE, dense, Case.random(2, 4));
		Layer sum = Case.layer(new Operation.Merge(Joined.ADD, -1), Curve.LINEAR);
		assertRefused("Layer it reads inputs of one shape, or with edges of 1, but was given [2, 4] and [2, 5]" + ADVICE, sum, Case.random(2, 4), Case.random(2, 5));
		assertRefused("Layer it reads as many values as [3, 4] has, but was given [2, 5]" + ADVICE, //
			Case.layer(new Operation.Reshape(3, 4), Curve.LINEAR), Case.random(2, 5));
		assertRefused("Layer it reads more pixels than it cuts off, but was given [1, 3, 3, 1]" + ADVICE,
			Case.layer(new Operation.Cropping(2, new Padding.Edges(2, 1, 0, 0)), Curve.LINEAR), Case.random(1, 3, 3, 1));
		assertRefused("Layer it reads whole numbers from 0 to 6, but was given 7.0: give the numbers of words.",
			Case.layer(new Operation.Embedding(7, 2), Curve.LINEAR, "embeddings", Case.random(7, 2)), new Tensor(new int[] { 1, 1 }, new float[] { 7 }));
	}

	@Test
	void weightsThatDoNotFitAreNamed() {
		assertRefused("Layer it has no weight kernel: save the model again with its weights.", Case.layer(CONVOLUTION, Curve.LINEAR), Case.random(1, 8, 8, 2));
		assertRefused("The weight kernel of layer it should be [3, 3, ?, 4], but is [3, 3, 2, 5]: the model file is damaged, save it again.",
			Case.layer(CONVOLUTION, Curve.LINEAR, "kernel", Case.random(3, 3, 2, 5)), Case.random(1, 8, 8, 2));
	}

	@Test
	void whatCannotBeComputedSaysWhy() {
		assertRefused("Layer it is a Lambda.", Case.layer(new Operation.Unsupported("Layer it is a Lambda."), Curve.LINEAR), Case.random(1, 2));
	}

	/** Before anything is allocated. */
	@Test
	void sizesBeyondAllMemoryAreRefused() {
		assertRefused("Layer it reads a smaller input, but was given [1, 100, 100, 3]" + ADVICE,
			Case.layer(new Operation.Upsampling(2, new int[] { 1000, 1000 }, false), Curve.LINEAR), Case.random(1, 100, 100, 3));
		assertRefused("Layer it reads smaller images, but was given [1, 100, 100, 3]" + ADVICE,
			Case.layer(new Operation.ZeroPadding(2, new Padding.Edges(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0)), Curve.LINEAR), Case.random(1, 100, 100, 3));
		int[] far = { 1 << 30, 1 << 30 };
		for (Rule rule : List.of(Rule.SAME, Rule.CAUSAL))
			assertRefused("Layer it reads smaller images, but was given [1, 8, 8, 2]" + ADVICE,
				Case.layer(new Operation.Convolution(2, 4, THREE, ONE, far, rule, 1), Curve.LINEAR, "kernel", Case.random(3, 3, 2, 4)), Case.random(1, 8, 8, 2));
		assertRefused("Layer it reads images of 2147483649 x 2147483649 pixels or more, but was given [1, 8, 8, 2]" + ADVICE,
			Case.layer(new Operation.Convolution(2, 4, THREE, ONE, far, Rule.VALID, 1), Curve.LINEAR, "kernel", Case.random(3, 3, 2, 4)), Case.random(1, 8, 8, 2));
		assertRefused("Layer it reads a smaller input, but was given [1, 8, 8, 2]" + ADVICE,
			Case.layer(new Operation.TransposedConvolution(2, 4, THREE, ONE, far, Rule.VALID, null), Curve.LINEAR, "kernel", Case.random(3, 3, 4, 2)), //
			Case.random(1, 8, 8, 2));
		assertRefused("Layer it reads a smaller input, but was given [1, 100]" + ADVICE, //
			Case.layer(new Operation.RepeatVector(1 << 30), Curve.LINEAR), Case.random(1, 100));
	}
}
