package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Verified.Verdict;
import tintype.inspect.plain.Recomputation;

class VerificationTest {

	private static final Map<String, Tensor> DIGIT = Map.of(PostsNetworks.INPUT, PostsNetworks.digit());

	private static List<Verified> verified(LayerGraph graph, Map<String, Tensor> inputs, Engine<?> engine) {
		return Verification.of(Tunnel.whole(graph), inputs, Phase.TEST, engine, new Recomputation(Progress.NONE), Progress.NONE);
	}

	private static Map<String, Verdict> verdicts(List<Verified> rows) {
		return rows.stream().collect(Collectors.toMap(Verified::layer, Verified::verdict));
	}

	/** All its numbers are integers that single precision holds, but for the tenths at its end. */
	@Test
	void theFirstNetworkIsExact() {
		List<Verified> rows = verified(PostsNetworks.debugging1(), DIGIT, new Rounded());
		assertEquals(7, rows.size());
		for (Verified row : rows) {
			assertEquals(Verdict.AGREES, row.verdict());
			assertEquals(0, row.before().absolute());
			assertEquals(row.layer().equals("dense_2") ? Math.abs(0.1f - 0.1) : 0, row.after().absolute());
		}
	}

	@Test
	void theSecondNetworkIsRoundedOnly() {
		for (Verified row : verified(PostsNetworks.debugging2(), DIGIT, new Rounded())) {
			assertEquals(Verdict.AGREES, row.verdict());
			assertTrue(row.relative() <= 1e-7, row.toString());
		}
	}

	/** An engine that lets an activation layer work on the values that it was handed, as DeepLearning4J does. */
	@Test
	void valuesOverwrittenByTheActivationAreSeen() {
		Engine<Tensor> inPlace = new Rounded() {

			@Override
			public Tensor after(Layer layer, Tensor before, Phase phase) {
				Tensor after = super.after(layer, before, phase);
				System.arraycopy(after.values(), 0, before.values(), 0, after.values().length);
				return after;
			}
		};
		List<Verified> rows = verified(PostsNetworks.debugging2(), DIGIT, inPlace);
		Map<String, Verdict> verdicts = verdicts(rows);
		assertEquals(Verdict.AGREES, verdicts.get("conv2d_1"));
		assertEquals(Verdict.DIFFERS, verdicts.get("activation_1"));
		assertEquals(Verdict.AGREES, verdicts.get("conv2d_2"));
		Verified row = rows.stream().filter(one -> one.layer().equals("activation_2")).findFirst().orElseThrow();
		assertEquals(1, row.before().value());
		assertEquals(2028201.5129, row.before().witness(), 1e-3);
		assertEquals(0, row.after().absolute());
	}

	@Test
	void oneWrongValueIsFound() {
		Engine<Tensor> wrong = new Rounded() {

			@Override
			public Tensor before(Layer layer, List<Tensor> inputs, Phase phase) {
				Tensor before = super.before(layer, inputs, phase);
				if (layer.name().equals("conv2d_1")) before.values()[before.index(0, 5, 12, 7)] += 0.01f;
				return before;
			}
		};
		List<Verified> rows = verified(PostsNetworks.debugging2(), DIGIT, wrong);
		Verified row = rows.get(1);
		assertEquals("conv2d_1", row.layer());
		assertEquals(Verdict.DIFFERS, row.verdict());
		assertArrayEquals(new int[] { 0, 5, 12, 7 }, row.before().place());
		assertEquals(0.01, row.before().absolute(), 1e-6);
		assertEquals(9, row.before().scale());
		assertEquals(9, row.before().witness());
		assertEquals(0.01 / 9, row.relative(), 1e-7);
		assertEquals(Verdict.AGREES, Verification.of(Tunnel.whole(PostsNetworks.debugging2()), DIGIT, Phase.TEST, wrong, new Recomputation(Progress.NONE), 0.0012, Progress.NONE).get(1).verdict());
	}

	@Test
	void onlyWhatIsNeededIsHeld() {
		Rounded engine = new Rounded(), witness = new Rounded();
		Verification.of(Tunnel.whole(PostsNetworks.debugging2()), DIGIT, Phase.TEST, engine, witness, Progress.NONE);
		assertEquals(0, engine.held() + witness.held());
		assertEquals(3, engine.most());
		assertEquals(3, witness.most());
	}

	@Test
	void anEndBeforeTheEndFreesAll() {
		Rounded engine = new Rounded(), witness = new Rounded();
		List<String> seen = new ArrayList<>();
		Progress progress = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				seen.add(text);
			}

			@Override
			public boolean canceled() {
				return seen.size() == 3;
			}
		};
		assertThrows(CancellationException.class, () -> Verification.of(Tunnel.whole(PostsNetworks.debugging2()), DIGIT, Phase.TEST, engine, witness, progress));
		assertEquals(List.of(PostsNetworks.INPUT, "conv2d_1", "activation_1"), seen);
		assertEquals(0, engine.held() + witness.held());
	}

	private static LayerGraph graph(Operation middle) {
		return new LayerGraph("small", "none", List.of( //
			Layers.named("x", new Operation.Input(2), Curve.LINEAR, List.of()), //
			Layers.named("middle", middle, Curve.LINEAR, List.of("x")), //
			Layers.named("end", new Operation.Identity(), Curve.TANH, List.of("middle")), //
			Layers.named("other", new Operation.Identity(), Curve.TANH, List.of("x"))), List.of("end"), false);
	}

	@Test
	void whatCannotBeComputedIsSkipped() {
		List<Verified> rows = verified(graph(new Operation.Unsupported("middle is a Lambda.")), Map.of("x", Layers.waves(1, 1, 2)), new Rounded());
		assertEquals(Map.of("x", Verdict.AGREES, "middle", Verdict.SKIPPED, "end", Verdict.SKIPPED, "other", Verdict.AGREES), verdicts(rows));
		assertEquals("middle is a Lambda.", rows.get(2).reason());
		assertTrue(Double.isNaN(rows.get(2).relative()));
	}

	@Test
	void anotherShapeIsADifference() {
		Engine<Tensor> transposing = new Rounded() {

			@Override
			public Tensor before(Layer layer, List<Tensor> inputs, Phase phase) {
				if (!layer.name().equals("middle")) return super.before(layer, inputs, phase);
				return put(new Tensor(new int[] { 2, 1 }, inputs.get(0).values()));
			}
		};
		Verified row = verified(graph(new Operation.Identity()), Map.of("x", Layers.waves(1, 1, 2)), transposing).get(1);
		assertEquals(Verdict.DIFFERS, row.verdict());
		assertEquals("The shape is 2, 1, but 1, 2 was expected.", row.reason());
		assertEquals(Double.POSITIVE_INFINITY, row.relative());
	}

	@Test
	void inTrainingBothDrawTheSame() {
		LayerGraph graph = graph(new Operation.Dropout(Operation.Noise.DROPOUT, 0.5));
		List<Verified> rows = Verification.of(Tunnel.whole(graph), Map.of("x", Layers.waves(1, 50, 2)), Phase.training(3), new Rounded(), new Recomputation(Progress.NONE), Progress.NONE);
		rows.forEach(row -> assertEquals(Verdict.AGREES, row.verdict()));
	}

	@Test
	void missingValuesAreNamed() {
		String sentence = assertThrows(TintypeException.class, () -> verified(graph(new Operation.Identity()), Map.of(), new Rounded())).getMessage();
		assertEquals("No values were given for x of small: give one tensor for each input.", sentence);
	}
}
