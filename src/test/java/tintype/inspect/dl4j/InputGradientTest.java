package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Tunnel.Side;
import tintype.inspect.Weight;

/** A small network with a branch, against central differences of the witness. */
class InputGradientTest {

	private static final int[] ONE = { 1, 1 }, THREE = { 3, 3 };
	private static final Tensor X = Case.random(2, 6, 5, 2);

	private final Dl4jEngine engine = new Dl4jEngine();

	@AfterEach
	void close() {
		engine.close();
	}

	/** Two convolutions of which one is normalised, added to the first, a ReLU, flattened, dense, softmax. */
	private static LayerGraph graph() {
		List<Layer> layers = new ArrayList<>();
		add(layers, "x", new Operation.Input(6, 5, 2), Curve.LINEAR, List.of());
		add(layers, "conv", convolution(), Curve.SILU, List.of("x"), "kernel", Case.random(3, 3, 2, 3), "bias", Case.random(3));
		add(layers, "again", convolution(), Curve.LINEAR, List.of("conv"), "kernel", small(3, 3, 3, 3));
		add(layers, "norm", new Operation.BatchNormalization(1e-3), Curve.TANH, List.of("again"), //
			"gamma", Case.positive(3), "mean", Case.random(3), "variance", Case.positive(3));
		add(layers, "sum", new Operation.Merge(Joined.ADD, -1), Curve.LINEAR, List.of("conv", "norm"));
		add(layers, "relu", new Operation.Identity(), Activation.leaky(0.1), List.of("sum"));
		add(layers, "flat", new Operation.Flatten(), Curve.LINEAR, List.of("relu"));
		add(layers, "dense", new Operation.Dense(4), new Activation.Softmax(-1, false), List.of("flat"), "kernel", small(90, 4), "bias", Case.random(4));
		return new LayerGraph("small", "test", layers, List.of("dense"), false);
	}

	private static Operation convolution() {
		return new Operation.Convolution(2, 3, THREE, ONE, ONE, Rule.SAME, 1);
	}

	private static Tensor small(int... shape) {
		Tensor tensor = Case.random(shape);
		for (int i = 0; i < tensor.values().length; i++)
			tensor.values()[i] /= 10;
		return tensor;
	}

	private static void add(List<Layer> layers, String name, Operation operation, Activation activation, List<String> inputs, Object... weights) {
		Map<String, Weight> named = new LinkedHashMap<>();
		for (int i = 0; i < weights.length; i += 2)
			named.put((String) weights[i], new Weight((Tensor) weights[i + 1], true));
		layers.add(new Layer(name, operation.getClass().getSimpleName(), operation, activation, inputs, named, ""));
	}

	private void assertSlopes(Tunnel tunnel, String from, Tensor x, Target target) {
		Tensor gradient = InputGradient.of(engine, tunnel, Map.of(from, x), target, Progress.NONE).get(from);
		assertArrayEquals(x.shape(), gradient.shape());
		double[] expected = Differences.of(tunnel, from, x, target);
		double scale = 0, worst = 0;
		for (int i = 0; i < expected.length; i++) {
			scale = Math.max(scale, Math.abs(expected[i]));
			worst = Math.max(worst, Math.abs(expected[i] - gradient.values()[i]));
		}
		assertTrue(scale > 0 && worst <= 1e-4 * scale, target + " is off by " + worst + " of " + scale);
	}

	@Test
	void oneValueBeforeAndAfterTheActivation() {
		Tunnel whole = Tunnel.whole(graph());
		for (Side side : List.of(Side.BEFORE, Side.AFTER)) {
			assertSlopes(whole, "x", X, Target.value("dense", side, 2, 1));
			assertSlopes(whole, "x", X, Target.value("norm", side, 1, 0, 3, 4));
			assertSlopes(whole, "x", X, Target.value("conv", side, 0, 1, 0, 0));
		}
	}

	@Test
	void theSumOfAChannel() {
		assertSlopes(Tunnel.whole(graph()), "x", X, Target.channel("relu", Side.AFTER, 2));
		assertSlopes(Tunnel.whole(graph()), "x", X, Target.channel("dense", Side.BEFORE, 3));
	}

	@Test
	void fromTheMiddle() {
		LayerGraph graph = graph();
		Tensor maps = Case.random(2, 6, 5, 3);
		for (Side side : Side.values()) {
			assertSlopes(Tunnel.of(graph, "conv", side, "dense"), "conv", side == Side.INPUT ? X : maps, Target.value("dense", Side.AFTER, 0, 0));
			assertSlopes(Tunnel.of(graph, "again", side, "norm"), "again", maps, Target.channel("norm", Side.AFTER, 0));
		}
	}

	/** Of the second image of a batch no number depends on the first. */
	@Test
	void imagesAreByThemselves() {
		Tensor gradient = InputGradient.of(engine, Tunnel.whole(graph()), Map.of("x", X), Target.value("dense", Side.BEFORE, 1, 1), Progress.NONE).get("x");
		for (int i = 0; i < gradient.values().length / 2; i++)
			assertEquals(0, gradient.values()[i]);
	}

	@Test
	void whatIsNotThereIsNamed() {
		Tunnel whole = Tunnel.whole(graph());
		assertRefused("Layer dense has no channel 4 among its values of [2, 4]: count from 0, the batch first and the channel last.", //
			whole, Map.of("x", X), Target.channel("dense", Side.AFTER, 4));
		assertRefused("Layer conv has no place [0, 6, 0] among its values of [2, 6, 5, 3]: count from 0, the batch first and the channel last.", //
			whole, Map.of("x", X), Target.value("conv", Side.AFTER, 0, 0, 6, 0));
		assertRefused("No values were given for x: give one tensor for each input.", whole, Map.of(), Target.channel("dense", Side.AFTER, 0));
		Tunnel part = Tunnel.of(graph(), "conv", Side.AFTER, "sum");
		assertRefused("Layer dense is not on the way: choose one that follows from where values are given.", //
			part, Map.of("conv", X), Target.channel("dense", Side.AFTER, 0));
	}

	private void assertRefused(String sentence, Tunnel tunnel, Map<String, Tensor> inputs, Target target) {
		assertEquals(sentence, assertThrows(TintypeException.class, () -> InputGradient.of(engine, tunnel, inputs, target, Progress.NONE)).getMessage());
	}

	@Test
	void endsWhenCanceled() {
		Progress canceled = new Progress() {

			private int asked;

			@Override
			public void report(long done, long total, String text) {
				assertTrue(done < total);
			}

			@Override
			public boolean canceled() {
				return ++asked > 10;
			}
		};
		Target target = Target.channel("dense", Side.AFTER, 0);
		assertThrows(CancellationException.class, () -> InputGradient.of(engine, Tunnel.whole(graph()), Map.of("x", X), target, canceled));
	}
}
