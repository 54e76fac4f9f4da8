package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.inspect.Layers.tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;
import tintype.inspect.Activation.Curve;
import tintype.inspect.plain.Recomputation;

class UnitStatisticsTest {

	private static final Map<String, List<UnitStatistics>> POST = new HashMap<>();

	@BeforeAll
	static void run() {
		for (LayerGraph graph : List.of(PostsNetworks.debugging1(), PostsNetworks.debugging2()))
			Tunnel.whole(graph).run(new Recomputation(Progress.NONE), Map.of(PostsNetworks.INPUT, PostsNetworks.digit()), Phase.TEST, //
				(layer, before, after) -> POST.put(graph.title() + " " + layer.name(), UnitStatistics.of(layer, after.rounded())), Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "debugging1 conv2d_1, 32, 0, 0", "debugging1 conv2d_2, 64, 0, 0", "debugging1 dense_1, 128, 0, 0", "debugging1 dense_2, 10, 0, 0", //
		"debugging2 conv2d_1, 32, 0, 0", "debugging2 activation_1, 32, 0, 0", "debugging2 dense_1, 128, 0, 0", "debugging2 activation_2, 128, 0, 128" })
	void thePostsNetworks(String layer, int units, long dead, long saturated) {
		assertEquals(units, POST.get(layer).size());
		assertEquals(dead, POST.get(layer).stream().filter(UnitStatistics::dead).count());
		assertEquals(saturated, POST.get(layer).stream().filter(UnitStatistics::saturated).count());
	}

	@Test
	void aMapOfThePost() {
		Spread spread = POST.get("debugging1 conv2d_1").get(31).spread();
		assertEquals(676, spread.count());
		assertEquals(0, spread.min());
		assertEquals(9, spread.max());
		assertEquals(1494 / 676.0, spread.mean(), 1e-12);
		assertEquals(12608 / 32 / 676.0, spread.zeros());
	}

	/** Units 0, 0; 0, 1; 1, 1 and 0.9995, 0.0005. */
	private static List<UnitStatistics> of(Activation activation) {
		return UnitStatistics.of(Layers.of(activation), tensor(new int[] { 2, 4 }, 0, 0, 1, 0.9995, 0, 1, 1, 0.0005));
	}

	@Test
	void deadIsZeroAfterARectifier() {
		assertTrue(of(Activation.relu()).get(0).dead());
		assertFalse(of(Activation.relu()).get(1).dead());
		assertFalse(of(Activation.relu()).get(0).saturated());
		for (Activation activation : List.of(Curve.LINEAR, Curve.SIGMOID, Activation.leaky(0.1)))
			assertFalse(of(activation).get(0).dead());
	}

	@Test
	void saturatedIsNearABound() {
		List<UnitStatistics> sigmoid = of(Curve.SIGMOID), tanh = of(Curve.TANH), capped = of(new Activation.Relu(0, 0, 1));
		for (int unit = 0; unit < 4; unit++) {
			assertTrue(sigmoid.get(unit).saturated());
			assertEquals(unit == 2, tanh.get(unit).saturated());
			assertEquals(unit == 2, capped.get(unit).saturated());
		}
		assertFalse(UnitStatistics.of(Layers.of(Curve.SIGMOID), tensor(new int[] { 2, 1 }, 0.002, 1)).get(0).saturated());
	}

	@Test
	void whatIsNoNumberIsCounted() {
		UnitStatistics unit = UnitStatistics.of(Layers.of(Activation.relu()), tensor(new int[] { 4, 1 }, 0, Double.NaN, 0, Double.POSITIVE_INFINITY)).get(0);
		assertEquals(2, unit.spread().broken());
		assertEquals(0, unit.spread().max());
		assertEquals(0.5, unit.spread().zeros());
		assertFalse(unit.dead());
		assertFalse(UnitStatistics.of(Layers.of(Curve.SIGMOID), tensor(new int[] { 2, 1 }, 1, Double.NaN)).get(0).saturated());
	}

	/** A unit is dead for a stack of images if it is so for each. */
	@Test
	void togetherAsInOneBatch() {
		Layer layer = Layers.of(Activation.relu());
		Tensor first = tensor(new int[] { 2, 2 }, 0, 0, 0, 3), second = tensor(new int[] { 1, 2 }, 5, 0);
		List<UnitStatistics> all = UnitStatistics.of(layer, tensor(new int[] { 3, 2 }, 0, 0, 0, 3, 5, 0));
		for (int unit = 0; unit < 2; unit++)
			assertEquals(all.get(unit).toString().replaceAll("(\\.\\d{9})\\d+", "$1"), //
				UnitStatistics.of(layer, first).get(unit).and(UnitStatistics.of(layer, second).get(unit)).toString().replaceAll("(\\.\\d{9})\\d+", "$1"));
		assertTrue(UnitStatistics.of(layer, first).get(0).dead());
		assertFalse(all.get(0).dead());
	}
}
