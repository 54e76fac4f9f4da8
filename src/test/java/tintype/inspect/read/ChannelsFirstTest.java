package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.inspect.Activation;
import tintype.inspect.LayerGraph;

/** Channels-first networks become channels last, and layers that count axes count on. */
class ChannelsFirstTest {

	private static final String CONVOLUTION = "{'class_name': 'Conv2D', 'config': {'name': 'c', 'filters': 4, 'kernel_size': 1, 'use_bias': false, " + //
		"'data_format': 'channels_first', 'batch_input_shape': [null, 2, 5, 6]}}";

	@TempDir
	Path folder;

	/** A convolution over [image, 2, 5, 6] and one more layer. */
	private LayerGraph followedBy(String type, String settings, Object... weights) throws IOException {
		String config = "{'class_name': 'Sequential', 'config': [" + CONVOLUTION + ", {'class_name': '" + type + "', 'config': {'name': 'x'" + settings + "}}]}";
		Map<String, Object> all = new LinkedHashMap<>(KerasWriter.weights(weights));
		all.put("c/kernel:0", KerasWriter.ramp(1, 1, 2, 4));
		return NetworkFile.open(KerasWriter.h5(folder.resolve("f.h5"), "2.3.1", config.replace('\'', '"'), all));
	}

	private static List<String> after(LayerGraph graph) {
		return Rows.of(graph).subList(2, graph.layers().size());
	}

	@Test
	void theInputIsTurned() throws IOException {
		LayerGraph graph = followedBy("Activation", ", 'activation': 'relu'");
		assertTrue(graph.channelsFirst());
		assertEquals("c_input < : Input([5, 6, 2])", Rows.of(graph).get(0));
		assertEquals(List.of("x < c: Identity()"), after(graph));
	}

	@Test
	void axesAreCountedOn() throws IOException {
		assertEquals(new Activation.Softmax(-1, false), followedBy("Softmax", ", 'axis': 1").layer("x").activation());
		assertEquals(new Activation.Softmax(2, false), followedBy("Softmax", ", 'axis': -1").layer("x").activation());
		assertEquals(new Activation.Softmax(1, false), followedBy("Softmax", ", 'axis': 2").layer("x").activation());
		assertEquals("Merge(CONCATENATE, -1)", Rows.text(followedBy("Concatenate", ", 'axis': 1").layer("x").operation()));
		assertEquals("Merge(CONCATENATE, 2)", Rows.text(followedBy("Concatenate", ", 'axis': 3").layer("x").operation()));
	}

	@Test
	void normalisationAlongChannelsStays() throws IOException {
		Object[] four = { "x/gamma:0", KerasWriter.ramp(4), "x/beta:0", KerasWriter.ramp(4), "x/mean:0", KerasWriter.ramp(4), "x/variance:0", KerasWriter.ramp(4) };
		assertEquals(List.of("x < c: BatchNormalization(0.001)"), after(followedBy("BatchNormalization", ", 'axis': 1", four)));
	}

	/** What works along the last axis of the file works along x there. */
	@Test
	void layersAlongXReadTheFilesOrder() throws IOException {
		Object[] six = { "x/gamma:0", KerasWriter.ramp(6), "x/beta:0", KerasWriter.ramp(6), "x/mean:0", KerasWriter.ramp(6), "x/variance:0", KerasWriter.ramp(6) };
		assertEquals(List.of("c, channels first < c: Permute([3, 1, 2])", "x < c, channels first: BatchNormalization(0.001)"), //
			after(followedBy("BatchNormalization", ", 'axis': -1", six)));
		assertEquals(List.of("c, channels first < c: Permute([3, 1, 2])", "x < c, channels first: Dense(3)"), //
			after(followedBy("Dense", ", 'units': 3, 'use_bias': false", "x/kernel:0", KerasWriter.ramp(6, 3))));
		assertEquals(List.of("c, channels first < c: Permute([3, 1, 2])", "x < c, channels first: Reshape([4, 30])"), //
			after(followedBy("Reshape", ", 'target_shape': [4, 30]")));
	}

	@Test
	void flattenOfChannelsFirstReadsThemLast() throws IOException {
		assertEquals(List.of("x < c: Flatten()"), after(followedBy("Flatten", ", 'data_format': 'channels_first'")));
	}

	@Test
	void bothOrdersMayMeet() throws IOException {
		LayerGraph graph = followedBy("MaxPooling2D", ", 'data_format': 'channels_last'");
		assertEquals(List.of("c, channels first < c: Permute([3, 1, 2])", "x < c, channels first: Pooling(2, MAX, [2, 2], [2, 2], VALID, false)"), after(graph));
	}

	/** Slopes [channel, y, x] with x shared. */
	@Test
	void slopesAreTurned() throws IOException {
		var alpha = followedBy("PReLU", ", 'shared_axes': [3]", "x/alpha:0", KerasWriter.ramp(4, 5, 1)).layer("x").weight("alpha");
		assertArrayEquals(new int[] { 5, 1, 4 }, alpha.shape());
		assertEquals(KerasWriter.tensor(4, 5, 1).at(3, 2, 0), alpha.at(2, 0, 3));
	}

	@Test
	void channelsLastStays() throws IOException {
		String config = "{'class_name': 'Sequential', 'config': [{'class_name': 'Flatten', " + //
			"'config': {'name': 'x', 'data_format': 'channels_first', 'batch_input_shape': [null, 2, 5, 6]}}]}";
		LayerGraph graph = NetworkFile.open(KerasWriter.h5(folder.resolve("f.h5"), "2.3.1", config.replace('\'', '"'), Map.of()));
		assertFalse(graph.channelsFirst());
		assertEquals(List.of("x_input < : Input([2, 5, 6])", "x_input, channels last < x_input: Permute([2, 3, 1])", //
			"x < x_input, channels last: Flatten()"), Rows.of(graph));
	}
}
