package tintype;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Npz;
import tintype.inspect.Phase;
import tintype.inspect.PostsNetworks;
import tintype.inspect.SmallNetworks;
import tintype.inspect.Spread;
import tintype.inspect.SummaryText;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Verified;

class InspectorTest {

	private static final Tensor WAVES = Layers.waves(1, 2, SmallNetworks.HEIGHT, SmallNetworks.WIDTH, 1);

	@TempDir
	private Path folder;

	private Inspector small() {
		return Inspector.open(SmallNetworks.digits(folder, 0).toString());
	}

	private static String posts() throws URISyntaxException {
		return Path.of(InspectorTest.class.getResource("/models/debugging1.h5").toURI()).toString();
	}

	/** As its documentation has it. */
	@Test
	void fiveLines() throws URISyntaxException {
		Tensor digit = PostsNetworks.digit();
		try (Inspector network = Inspector.open(posts())) {
			String table = SummaryText.lines(network.summary());
			Tensor sums = network.before("conv2d_1", digit), maps = network.after("conv2d_1", digit);
			List<Verified> differences = network.verify(digit);
			assertTrue(table.contains("Total parameters: 1,199,882"), table);
			assertEquals(47808, Spread.of(sums).sum());
			assertArrayEquals(sums.values(), maps.values());
			assertEquals(9, maps.at(0, 5, 12, 31));
			assertEquals(List.of("conv2d_1", "conv2d_2", "max_pooling2d_1", "flatten_1", "dense_1", "dense_2"), differences.stream().map(Verified::layer).toList());
			for (Verified row : differences) {
				assertEquals(Verified.Verdict.AGREES, row.verdict(), row.layer());
				assertEquals(0, row.before().absolute(), row.layer());
			}
		}
	}

	@Test
	void aLayerIsNamedByItsNameOrItsRow() throws URISyntaxException {
		try (Inspector network = Inspector.open(posts())) {
			assertEquals("conv2d_1", network.name(" 1 "));
			assertEquals("dense_2", network.name("6"));
			assertEquals("flatten_1", network.name("flatten_1"));
			assertArrayEquals(network.after("2", PostsNetworks.digit()).values(), network.after("conv2d_2", PostsNetworks.digit()).values());
			for (String none : List.of("0", "7", "conv2d", "99999999999", ""))
				assertEquals("There is no layer " + none + " in debugging1.h5: take a name from its summary.",
					assertThrows(TintypeException.class, () -> network.name(none)).getMessage());
		}
	}

	@Test
	void bothSidesOfAnActivationInsideItsLayer() {
		try (Inspector network = small()) {
			Tensor before = network.before("conv", WAVES), after = network.after("conv", WAVES);
			assertArrayEquals(new int[] { 2, 5, 6, SmallNetworks.MAPS }, after.shape());
			int negative = 0;
			for (int i = 0; i < before.values().length; i++) {
				assertEquals(Math.max(0, before.values()[i]), after.values()[i]);
				if (before.values()[i] < 0) negative++;
			}
			assertTrue(negative > 10 && Spread.of(after).zeros() < 1);
		}
	}

	/** Both ways of the posts, before and after, as an oracle computed them. */
	@Test
	void thePostsNetworksEqualTheirExpectedTensors() throws Exception {
		for (String name : List.of("debugging1", "debugging2"))
			try (Inspector network = Inspector.open(SharedData.require("data/models/posts/" + name + ".h5").toString())) {
				var expected = Npz.read(SharedData.require("data/models/posts/" + name + ".npz"));
				List<String> compared = new ArrayList<>();
				network.run(Tunnel.whole(network.graph()), network.given(PostsNetworks.digit()), Phase.TEST,
					(layer, before, after) -> compared.addAll(compared(expected, layer, before, after)), Progress.NONE);
				assertTrue(compared.size() >= 10, compared.toString());
			}
	}

	private static List<String> compared(Map<String, Tensor> expected, Layer layer, Supplier<Tensor> before, Supplier<Tensor> after) {
		List<String> names = new ArrayList<>();
		for (String side : List.of("pre", "post")) {
			Tensor right = expected.get(layer.name() + "_" + side);
			if (right == null) continue;
			Tensor mine = (side.equals("pre") ? before : after).get();
			double scale = 0, worst = 0;
			for (int i = 0; i < right.values().length; i++) {
				scale = Math.max(scale, Math.abs(right.values()[i]));
				worst = Math.max(worst, Math.abs((double) right.values()[i] - mine.values()[i]));
			}
			assertTrue(worst <= 2e-6 * scale, layer.name() + " " + side + " is off by " + worst + " of " + scale);
			names.add(layer.name() + "_" + side);
		}
		return names;
	}

	/** Of a probability by a pixel, against what a step of that pixel does. */
	@Test
	void theGradientIsWhatASmallStepDoes() {
		try (Inspector network = small()) {
			Tunnel tunnel = Tunnel.whole(network.graph());
			String input = network.graph().inputs().get(0).name();
			Tensor gradient = network.gradient(tunnel, network.given(WAVES), Target.channel("classes", Tunnel.Side.AFTER, 1), Progress.NONE).get(input);
			double scale = Math.max(Spread.of(gradient).max(), -Spread.of(gradient).min());
			assertTrue(scale > 1e-3);
			for (int place : new int[] { 0, 17, 40, 77, 168 + 63 }) {
				float step = 0.01f;
				double slope = (probability(network, place, step) - probability(network, place, -step)) / (2 * step);
				assertEquals(slope, gradient.values()[place], 0.01 * scale, "pixel " + place);
			}
		}
	}

	private static double probability(Inspector network, int place, float step) {
		Tensor moved = new Tensor(WAVES.shape(), WAVES.values().clone());
		moved.values()[place] += step;
		Tensor after = network.after("classes", moved);
		return (double) after.at(0, 1) + after.at(1, 1);
	}

	@Test
	void mistakesAreOneSentence() throws URISyntaxException {
		assertTrue(assertThrows(TintypeException.class, () -> Inspector.open("nothing.h5")).getMessage().contains("nothing.h5"));
		try (Inspector network = small()) {
			String sentence = assertThrows(TintypeException.class, () -> network.after("classes", Layers.waves(1, 1, 9, 9, 1))).getMessage();
			assertTrue(sentence.startsWith("Layer classes reads [?, 18], but was given [1, 12]"), sentence);
		}
		try (Inspector network = Inspector.open(posts())) {
			String sentence = assertThrows(TintypeException.class, () -> network.after("conv2d_1", Layers.waves(1, 1, 28, 28, 2))).getMessage();
			assertEquals("Layer conv2d_1 reads [?, ?, ?, 1], but was given [1, 28, 28, 2]: give an input of the shape that the network was made for.", sentence);
		}
	}

	@Test
	void trainingCanBeVerifiedToo() {
		try (Inspector network = small()) {
			List<Verified> rows = network.verify(Tunnel.whole(network.graph()), network.given(WAVES), Phase.training(3), Progress.NONE);
			assertTrue(rows.stream().anyMatch(row -> row.layer().equals("thinned")));
			rows.forEach(row -> assertEquals(Verified.Verdict.AGREES, row.verdict(), row.layer()));
		}
	}

	@Test
	void canceledBetweenLayers() {
		try (Inspector network = small()) {
			List<String> passed = new ArrayList<>();
			assertThrows(CancellationException.class, () -> network.run(Tunnel.whole(network.graph()), network.given(WAVES), Phase.TEST,
				(layer, before, after) -> passed.add(layer.name()), new CancelsAfter(2)));
			assertEquals(2, passed.size());
			assertThrows(CancellationException.class, () -> network.verify(Tunnel.whole(network.graph()), network.given(WAVES), Phase.TEST, new Canceled()));
		}
	}

	@Test
	void tellsTintypesOwnModels() {
		try (Inspector own = Inspector.open("default"); Inspector other = small()) {
			assertTrue(own.isTintype());
			assertFalse(other.isTintype());
		}
		assertEquals(List.of(-1f, 0f, 1f), List.of(Inspector.scaledLightness(0), Inspector.scaledLightness(50), Inspector.scaledLightness(100)));
	}
}
