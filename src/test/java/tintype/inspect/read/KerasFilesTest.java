package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.SharedData;
import tintype.inspect.Activation;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Operation;

/** Files that Keras wrote, from 1.1.2 to 3.10. */
public class KerasFilesTest {

	/** One of the files that come with the tests. */
	public static Path fixture(String name) {
		try {
			return Path.of(KerasFilesTest.class.getResource("/models/" + name).toURI());
		}
		catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private static long parameters(LayerGraph graph) {
		return graph.layers().stream().mapToLong(Layer::parameters).sum();
	}

	private static long trainable(LayerGraph graph) {
		return graph.layers().stream().mapToLong(Layer::trainable).sum();
	}

	@Test
	void readsThePostsNetwork() {
		LayerGraph graph = NetworkFile.open(fixture("debugging1.h5"));
		assertEquals(List.of("conv2d_1_input < : Input([28, 28, 1])", //
			"conv2d_1 < conv2d_1_input: Convolution(2, 32, [3, 3], [1, 1], [1, 1], VALID, 1)", //
			"conv2d_2 < conv2d_1: Convolution(2, 64, [3, 3], [1, 1], [1, 1], VALID, 1)", //
			"max_pooling2d_1 < conv2d_2: Pooling(2, MAX, [2, 2], [2, 2], VALID, false)", //
			"flatten_1 < max_pooling2d_1: Flatten()", "dense_1 < flatten_1: Dense(128)", "dense_2 < dense_1: Dense(10)"), Rows.of(graph));
		assertEquals(List.of(0L, 320L, 18_496L, 0L, 0L, 1_179_776L, 1_290L), graph.layers().stream().map(Layer::parameters).toList());
		assertEquals("Keras 2.0.6 (HDF5)", graph.format());
		assertEquals("debugging1.h5", graph.title());
		assertEquals(List.of("dense_2"), graph.outputs());
		assertEquals(Activation.relu(), graph.layer("conv2d_1").activation());
		assertEquals(new Activation.Softmax(-1, false), graph.layer("dense_2").activation());
		for (float weight : graph.layer("dense_1").weight("kernel").values())
			assertEquals(1, weight);
	}

	@Test
	void readsAGraph() {
		LayerGraph graph = NetworkFile.open(fixture("graph.h5"));
		assertEquals(18, graph.layers().size());
		assertEquals(2_027, parameters(graph));
		assertEquals(2_011, trainable(graph));
		assertEquals(List.of("batch_normalization_2", "activation_1"), graph.layer("add_1").inputs());
		assertEquals("Merge(CONCATENATE, -1)", Rows.text(graph.layer("concatenate_1").operation()));
		assertEquals("TransposedConvolution(2, 4, [2, 2], [2, 2], [1, 1], VALID, null)", Rows.text(graph.layer("conv2d_transpose_1").operation()));
		assertEquals("kernel[2, 2, 4, 6] bias[4]", Rows.weights(graph.layer("conv2d_transpose_1")));
		assertEquals("alpha[1, 1, 4]", Rows.weights(graph.layer("p_re_lu_1")));
		assertEquals(new Operation.Dropout(Operation.Noise.DROPOUT, 0.3), graph.layer("dropout_1").operation());
		assertTrue(graph.layer("activation_1").operation() instanceof Operation.Identity);
	}

	@Test
	void turnsChannelsLast() {
		LayerGraph graph = NetworkFile.open(fixture("cf_flat_cl.h5"));
		assertTrue(graph.channelsFirst());
		assertEquals(List.of("conv2d_1_input < : Input([10, 12, 2])", //
			"conv2d_1 < conv2d_1_input: Convolution(2, 4, [3, 3], [1, 1], [1, 1], VALID, 1)", "pool < conv2d_1: Pooling(2, MAX, [2, 2], [2, 2], VALID, false)", //
			"pool, channels first < pool: Permute([3, 1, 2])", "flatten_1 < pool, channels first: Flatten()", "dense_1 < flatten_1: Dense(3)"), Rows.of(graph));
	}

	@Test
	void readsKeras1() {
		LayerGraph graph = NetworkFile.open(fixture("keras1_cnn.h5"));
		assertEquals("Keras 1.1.2 (HDF5)", graph.format());
		assertEquals(64, parameters(graph));
		Layer first = graph.layer("convolution2d_1");
		assertEquals("Convolution2D", first.type());
		assertEquals("Convolution(2, 2, [3, 2], [1, 1], [1, 1], VALID, 1)", Rows.text(first.operation()));
		assertEquals(Activation.Curve.SIGMOID, first.activation());
		assertEquals(new Operation.Dropout(Operation.Noise.DROPOUT, 0.25), graph.layer("dropout_1").operation());
		assertEquals("Dense(3)", Rows.text(graph.layer("dense_2").operation()));
		assertNull(first.weight("no such weight"));
	}

	@Test
	void readsAFunctionalModel() {
		LayerGraph graph = NetworkFile.open(fixture("functional_mlp.h5"));
		assertEquals(List.of("input_1 < : Input([3])", "dense < input_1: Dense(6)", "activation < dense: Identity()", "dropout < activation: Dropout(DROPOUT, 0.2)"), Rows.of(graph));
		assertEquals(Activation.Curve.SIGMOID, graph.layer("activation").activation());
	}

	@ParameterizedTest
	@CsvSource({ "posts/debugging1.h5,7,1199882,1199882", "posts/debugging2.h5,10,1199882,1199882", "synth/graph.h5,18,2027,2011", "synth/cl.h5,5,319,319",
		"synth/cf_flat_cf.h5,5,319,319", "synth/cf_flat_cl.h5,6,319,319", "synth/cf_flat_none.h5,6,319,319", "leyuzak/mnist_cnn.h5,18,331754,330858",
		"leyuzak/mnist_cnn.keras,18,331754,330858", "konduit/elu.h5,3,544,544", "konduit/leaky_relu.h5,3,544,544", "konduit/relu_capped.h5,3,544,544",
		"konduit/thresholded_relu.h5,3,544,544", "konduit/softmax_layer.h5,3,544,544", "konduit/sparse_softmax_mlp.h5,3,15,15",
		"konduit/conv1d_same_stride2.h5,2,40,40", "konduit/conv1d_channels_first.h5,2,28,28", "konduit/conv1d_causal_dilated.h5,2,40,40",
		"konduit/conv_batch_norm.h5,7,79,77", "konduit/keras1_cnn.h5,11,64,64", "konduit/functional_mlp.h5,4,24,24", "konduit/lstm.h5,3,10451,10451",
		"konduit/refuse_lambda.h5,5,8544,8544", "konduit/refuse_reshape_output.h5,2,0,0" })
	void countsAsKerasDoes(String file, int rows, long parameters, long trainable) {
		LayerGraph graph = NetworkFile.open(SharedData.require("data/models/" + file));
		assertEquals(rows, graph.layers().size());
		assertEquals(parameters, parameters(graph));
		assertEquals(trainable, trainable(graph));
	}

	/** The groups of a .keras file are numbered by class, whatever the layers are called. */
	@Test
	void bothFormatsOfKeras3HoldTheSame() {
		LayerGraph h5 = NetworkFile.open(SharedData.require("data/models/leyuzak/mnist_cnn.h5"));
		LayerGraph keras = NetworkFile.open(SharedData.require("data/models/leyuzak/mnist_cnn.keras"));
		assertEquals(Rows.of(h5), Rows.of(keras));
		assertEquals("Keras 3.10.0 (.keras)", keras.format());
		for (Layer layer : h5.layers())
			layer.weights().forEach((key, weight) -> assertArrayEquals(weight.tensor().values(), keras.layer(layer.name()).weight(key).values(), //
				layer.name() + " " + key));
	}

	@Test
	void aLambdaIsNotRun() {
		LayerGraph graph = NetworkFile.open(SharedData.require("data/models/konduit/refuse_lambda.h5"));
		Operation.Unsupported lambda = (Operation.Unsupported) graph.layer("lambda_1").operation();
		assertEquals("Layer lambda_1 is a Lambda: a file has only its Python code, which Tintype does not run.", lambda.reason());
	}

	/** Keras 2 saw the hard sigmoid as 0.2 x + 0.5; its LSTM's gates use it. */
	@Test
	void readsAnLstm() {
		Layer lstm = NetworkFile.open(SharedData.require("data/models/konduit/lstm.h5")).layer("lstm_1");
		assertEquals("Recurrent(LSTM, 50, TANH, HARD_SIGMOID, false, false, false)", Rows.text(lstm.operation()));
		assertEquals("kernel[1, 200] recurrent_kernel[50, 200] bias[200]", Rows.weights(lstm));
	}
}
