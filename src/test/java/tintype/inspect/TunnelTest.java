package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Tunnel.Side;

class TunnelTest {

	/** One that hands on what changes nothing, as DeepLearning4J's does. */
	private static class HandingOn extends Rounded {

		@Override
		public Tensor before(Layer layer, List<Tensor> inputs, Phase phase) {
			Tensor before = super.before(layer, inputs, phase);
			if (!(layer.operation() instanceof Operation.Identity)) return before;
			release(before);
			return inputs.get(0);
		}
	}

	private static Layer layer(String name, Operation operation, Activation activation, String... inputs) {
		return Layers.named(name, operation, activation, List.of(inputs));
	}

	/** "same" and "again" are x, which "bent" reads through one of them and "end" by itself. */
	private static final LayerGraph GRAPH = new LayerGraph("small", "none", List.of( //
		layer("x", new Operation.Input(2), Curve.LINEAR), layer("same", new Operation.Identity(), Curve.LINEAR, "x"), //
		layer("again", new Operation.Identity(), Curve.LINEAR, "same"), layer("bent", new Operation.Identity(), Curve.TANH, "again"), //
		layer("end", new Operation.Merge(Operation.Joined.ADD, -1), Curve.LINEAR, "bent", "x")), List.of("end"), false);

	private static final Tensor X = Layers.waves(1, 1, 2);

	@Test
	void whatIsHandedOnIsFreedOnceAndNotTooEarly() {
		HandingOn engine = new HandingOn();
		Map<String, Tensor> seen = new HashMap<>();
		Tunnel.whole(GRAPH).run(engine, Map.of("x", X), Phase.TEST, (layer, before, after) -> seen.put(layer.name(), after), Progress.NONE);
		assertSame(seen.get("x"), seen.get("again"));
		assertEquals((float) (Math.tanh(X.at(0, 0)) + X.at(0, 0)), seen.get("end").at(0, 0), 1e-6f);
		assertEquals(0, engine.held());
		assertEquals(3, engine.most());
	}

	@Test
	void soItIsWhereValuesAreGiven() {
		for (Side side : Side.values()) {
			HandingOn engine = new HandingOn();
			List<String> seen = new ArrayList<>();
			Tunnel.of(GRAPH, "same", side, "bent").run(engine, Map.of("same", X), Phase.TEST, (layer, before, after) -> seen.add(layer.name()), Progress.NONE);
			assertEquals(List.of("same", "again", "bent"), seen);
			assertEquals(0, engine.held());
		}
	}

	@Test
	void aFailureFreesAll() {
		HandingOn engine = new HandingOn();
		assertThrows(IllegalStateException.class, () -> Tunnel.whole(GRAPH).run(engine, Map.of("x", X), Phase.TEST, (layer, before, after) -> {
			if (layer.name().equals("bent")) throw new IllegalStateException("looked away");
		}, Progress.NONE));
		assertEquals(0, engine.held());
	}
}
