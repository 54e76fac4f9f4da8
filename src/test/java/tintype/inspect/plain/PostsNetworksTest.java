package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.Progress;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Layers;
import tintype.inspect.Npz;
import tintype.inspect.Phase;
import tintype.inspect.PostsNetworks;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;

/** Every number that the source post gets out of its two networks. */
class PostsNetworksTest {

	private static Map<String, DoubleTensor> first;
	private static Map<String, DoubleTensor> second;

	@BeforeAll
	static void run() {
		first = run(Tunnel.whole(PostsNetworks.debugging1()), PostsNetworks.INPUT, PostsNetworks.digit());
		second = run(Tunnel.whole(PostsNetworks.debugging2()), PostsNetworks.INPUT, PostsNetworks.digit());
	}

	/** By the layer's name and "_pre" or "_post". */
	private static Map<String, DoubleTensor> run(Tunnel tunnel, String input, Tensor values) {
		Map<String, DoubleTensor> left = new LinkedHashMap<>();
		try (Recomputation engine = new Recomputation(Progress.NONE)) {
			tunnel.run(engine, Map.of(input, values), Phase.TEST, (Layer layer, DoubleTensor before, DoubleTensor after) -> {
				left.put(layer.name() + "_pre", before);
				left.put(layer.name() + "_post", after);
			}, Progress.NONE);
		}
		return left;
	}

	@Test
	void theDigitHasItsInk() {
		assertEquals(166, Arrays.stream(first.get(PostsNetworks.INPUT + "_post").values()).sum());
	}

	/** Integers all of them, so exact. */
	@ParameterizedTest
	@CsvSource({ //
		"conv2d_1_pre, '1, 26, 26, 32', 1494, 47808, 9, 12608", //
		"conv2d_1_post, '1, 26, 26, 32', 1494, 47808, 9, 12608", //
		"conv2d_2_pre, '1, 24, 24, 64', 427968, 27389952, 2592, 12224", //
		"conv2d_2_post, '1, 24, 24, 64', 427968, 27389952, 2592, 12224", //
		"max_pooling2d_1_post, '1, 12, 12, 64', 137344, 8790016, 2592, 2176", //
		"dense_1_pre, '1, 128', 8790016, 1125122048, 8790016, 0", //
		"dense_1_post, '1, 128', 8790016, 1125122048, 8790016, 0", //
		"dense_2_pre, '1, 10', 1125122048, 11251220480, 1125122048, 0" })
	void firstNetwork(String key, String shape, double channelSum, double sum, double max, long zeros) {
		DoubleTensor values = first.get(key);
		assertEquals("[" + shape + "]", Arrays.toString(values.shape()));
		assertEquals(sum, Arrays.stream(values.values()).sum());
		assertEquals(max, Arrays.stream(values.values()).max().orElseThrow());
		assertEquals(zeros, Arrays.stream(values.values()).filter(value -> value == 0).count());
		int channels = values.shape()[values.shape().length - 1];
		for (int channel = 0; channel < channels; channel++)
			assertEquals(channelSum, sum(values, channel));
	}

	@Test
	void firstNetworkFlattensAndEnds() {
		assertEquals("[1, 9216]", Arrays.toString(first.get("flatten_1_post").shape()));
		assertArrayEquals(first.get("max_pooling2d_1_post").values(), first.get("flatten_1_post").values());
		double[] tenths = new double[10];
		Arrays.fill(tenths, 0.1);
		assertArrayEquals(tenths, first.get("dense_2_post").values(), 1e-16);
	}

	@Test
	void theLargestIsFirstMetWhereThePostSays() {
		DoubleTensor values = first.get("conv2d_1_post");
		int at = 0;
		while (values.values()[at] < 9)
			at++;
		assertEquals((5 * 26 + 12) * 32, at);
	}

	/** To the digits that are written down. */
	@ParameterizedTest
	@CsvSource({ //
		"conv2d_1_pre, 1494, 0, 9, 1e-12", //
		"conv2d_1_post, 1494, 0, 9, 1e-12", //
		"activation_1_pre, 1494, 0, 9, 1e-12", //
		"activation_1_post, 464.498075, 0.5, 0.9998766, 6e-7", //
		"conv2d_2_pre, 118997.2867, 144, 287.964462, 6e-5", //
		"conv2d_2_post, 118997.2867, 144, 287.964462, 6e-5", //
		"max_pooling2d_1_post, 31690.64864, 144, 287.964462, 6e-6", //
		"dense_1_pre, 2028201.5129, 2028201.5129, 2028201.5129, 6e-5", //
		"dense_1_post, 2028201.5129, 2028201.5129, 2028201.5129, 6e-5", //
		"activation_2_pre, 2028201.5129, 2028201.5129, 2028201.5129, 6e-5", //
		"activation_2_post, 1, 1, 1, 0", //
		"dense_2_pre, 128, 128, 128, 0", //
		"dense_2_post, 128, 128, 128, 0", //
		"activation_3_pre, 128, 128, 128, 0", //
		"activation_3_post, 0.1, 0.1, 0.1, 1e-16" })
	void secondNetwork(String key, double channelSum, double min, double max, double tolerance) {
		DoubleTensor values = second.get(key);
		for (int channel = 0; channel < values.shape()[values.shape().length - 1]; channel++)
			assertEquals(channelSum, sum(values, channel), tolerance);
		assertEquals(min, Arrays.stream(values.values()).min().orElseThrow(), tolerance);
		assertEquals(max, Arrays.stream(values.values()).max().orElseThrow(), tolerance);
	}

	private static double sum(DoubleTensor values, int channel) {
		double sum = 0;
		for (int i = channel; i < values.values().length; i += values.shape()[values.shape().length - 1])
			sum += values.values()[i];
		return sum;
	}

	/** One weight of 2 instead of 1: everything after it must change, up to the evenness of the end. */
	@Test
	void oneOtherWeightIsSeen() {
		Tensor kernel = Layers.filled(1, 3, 3, 1, 32);
		kernel.values()[4 * 32] = 2;
		Map<String, DoubleTensor> other = run(Tunnel.whole(PostsNetworks.debugging1(kernel)), PostsNetworks.INPUT, PostsNetworks.digit());
		assertEquals(1494 + 166, sum(other.get("conv2d_1_post"), 0));
		assertEquals(1494, sum(other.get("conv2d_1_post"), 1));
		for (String key : new String[] { "conv2d_2_post", "max_pooling2d_1_post", "dense_1_post", "dense_2_pre" })
			assertNotEquals(sum(first.get(key), 0), sum(other.get(key), 0), key);
	}

	/** The post's subtunnels: from a hidden layer's values on. */
	@Test
	void aTunnelStartsAtAHiddenLayer() {
		LayerGraph graph = PostsNetworks.debugging2();
		Map<String, DoubleTensor> from = run(Tunnel.of(graph, "activation_1", Tunnel.Side.BEFORE, "dense_1"), "activation_1", second.get("conv2d_1_post").rounded());
		assertArrayEquals(second.get("dense_1_post").values(), from.get("dense_1_post").values());
	}

	/** The values that an independent program wrote, rounded to single precision. */
	@ParameterizedTest
	@ValueSource(strings = { "debugging1", "debugging2" })
	void givesTheStoredTensors(String name) throws IOException {
		Path file = Path.of(System.getProperty("user.dir"), "..", "shared", "data", "models", "posts", name + ".npz");
		if (!Files.exists(file)) System.out.println("Skipped: there is no shared/data/models/posts/" + name + ".npz");
		Assumptions.assumeTrue(Files.exists(file), "no stored tensors");
		Map<String, Tensor> stored = Npz.read(file);
		assertArrayEquals(stored.get("input").values(), PostsNetworks.digit().values());
		Map<String, DoubleTensor> mine = name.equals("debugging1") ? first : second;
		stored.keySet().removeAll(Set.of("input", "output"));
		assertTrue(stored.size() > 9);
		stored.forEach((key, tensor) -> assertArrayEquals(tensor.values(), mine.get(key).rounded().values(), key));
	}
}
