package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Operation;

/** One layer at a time, from its settings. */
class KerasLayersTest {

	/** @param settings JSON with single quotes */
	private static Recipe recipe(int keras, String type, String settings) {
		String layer = ("{'class_name': '" + type + "', 'config': " + settings + "}").replace('\'', '"');
		var node = KerasFile.parse(layer.getBytes(StandardCharsets.UTF_8), "test");
		Origin origin = new Origin("f.h5", keras, false);
		String modern = keras == 1 ? Keras1.type(type, node.path("config")) : type;
		return KerasLayers.of(node, modern, origin.settings("x", keras == 1 ? Keras1.settings(type, node.path("config")) : node.path("config")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
		"Dense|{'units': 5}|Dense(5)",
		"Conv1D|{'filters': 4, 'kernel_size': 3, 'strides': 2, 'padding': 'causal', 'dilation_rate': [1]}|Convolution(1, 4, [3, 1], [2, 1], [1, 1], CAUSAL, 1)",
		"Conv2D|{'filters': 4, 'kernel_size': [3, 5], 'groups': 2, 'padding': 'same'}|Convolution(2, 4, [3, 5], [1, 1], [1, 1], SAME, 2)",
		"Conv2DTranspose|{'filters': 4, 'kernel_size': 3, 'strides': 2, 'output_padding': 1}|TransposedConvolution(2, 4, [3, 3], [2, 2], [1, 1], VALID, [1, 1])",
		"Conv1DTranspose|{'filters': 4, 'kernel_size': [3], 'output_padding': [1]}|TransposedConvolution(1, 4, [3, 1], [1, 1], [1, 1], VALID, [1, 0])",
		"DepthwiseConv2D|{'kernel_size': 3, 'depth_multiplier': 2}|DepthwiseConvolution(2, 2, [3, 3], [1, 1], [1, 1], VALID)",
		"SeparableConv1D|{'filters': 6, 'kernel_size': 3}|SeparableConvolution(1, 6, 1, [3, 1], [1, 1], [1, 1], VALID)",
		"MaxPooling2D|{'pool_size': [2, 3], 'strides': null}|Pooling(2, MAX, [2, 3], [2, 3], VALID, false)",
		"AveragePooling1D|{'pool_size': [4], 'strides': [2], 'padding': 'same'}|Pooling(1, AVERAGE, [4, 1], [2, 1], SAME, false)",
		"GlobalAveragePooling2D|{'keepdims': true}|GlobalPooling(AVERAGE, true)", "GlobalMaxPooling1D|{}|GlobalPooling(MAX, false)",
		"BatchNormalization|{'epsilon': 1e-05}|BatchNormalization(1.0E-5)", "LayerNormalization|{'axis': [-2, -1]}|LayerNormalization(0.001, 2)",
		"SpatialDropout2D|{'rate': 0.5}|Dropout(SPATIAL_DROPOUT, 0.5)", "Dropout|{'rate': 0.5, 'noise_shape': [null, 1, 1, null]}|Dropout(SPATIAL_DROPOUT, 0.5)",
		"GaussianNoise|{'stddev': 2.5}|Dropout(GAUSSIAN_NOISE, 2.5)", "AlphaDropout|{'rate': 0.1}|Dropout(ALPHA_DROPOUT, 0.1)",
		"Reshape|{'target_shape': [4, -1]}|Reshape([4, -1])", "Permute|{'dims': [2, 1]}|Permute([2, 1])", "RepeatVector|{'n': 3}|RepeatVector(3)",
		"ZeroPadding2D|{'padding': [[1, 2], [3, 4]]}|ZeroPadding(2, Edges(1, 2, 3, 4))", "ZeroPadding2D|{'padding': 2}|ZeroPadding(2, Edges(2, 2, 2, 2))",
		"ZeroPadding1D|{'padding': [1, 2]}|ZeroPadding(1, Edges(1, 2, 0, 0))", "Cropping2D|{'cropping': [1, 2]}|Cropping(2, Edges(1, 1, 2, 2))",
		"UpSampling2D|{'size': [2, 3], 'interpolation': 'bilinear'}|Upsampling(2, [2, 3], true)", "UpSampling1D|{'size': 2}|Upsampling(1, [2, 1], false)",
		"Embedding|{'input_dim': 10, 'output_dim': 4}|Embedding(10, 4)", "Rescaling|{'scale': 0.5, 'offset': -1}|Rescaling(0.5, -1.0)",
		"GRU|{'units': 2, 'return_sequences': true, 'reset_after': true, 'go_backwards': true}|Recurrent(GRU, 2, TANH, SIGMOID, true, true, true)",
		"Concatenate|{'axis': 2}|Merge(CONCATENATE, 2)", "Minimum|{}|Merge(MINIMUM, -1)", "TimeDistributed|{'layer': {'class_name': 'Dense', 'config': {'units': 7}}}|Dense(7)",
		"RandomFlip|{}|Identity()", "Masking|{}|Identity()" })
	void readsSettings(String type, String settings, String operation) {
		assertEquals(operation, Rows.text(recipe(2, type, settings).operation()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
		"AtrousConvolution2D|{'nb_filter': 4, 'nb_row': 3, 'nb_col': 2, 'atrous_rate': [2, 2], 'border_mode': 'same'}|Convolution(2, 4, [3, 2], [1, 1], [2, 2], SAME, 1)",
		"Convolution1D|{'nb_filter': 4, 'filter_length': 3, 'subsample_length': 2}|Convolution(1, 4, [3, 1], [2, 1], [1, 1], VALID, 1)",
		"MaxPooling1D|{'pool_length': 3, 'stride': 2, 'border_mode': 'valid'}|Pooling(1, MAX, [3, 1], [2, 1], VALID, false)",
		"Merge|{'mode': 'concat', 'concat_axis': 3}|Merge(CONCATENATE, 3)", "Merge|{'mode': 'ave'}|Merge(AVERAGE, -1)", "GaussianNoise|{'sigma': 2}|Dropout(GAUSSIAN_NOISE, 2.0)",
		"ZeroPadding2D|{'padding': [1, 2, 3, 4]}|ZeroPadding(2, Edges(1, 2, 3, 4))", "Embedding|{'input_dim': 10, 'output_dim': 4}|Embedding(10, 4)",
		"TimeDistributedDense|{'output_dim': 3}|Dense(3)", "UpSampling1D|{'length': 3}|Upsampling(1, [3, 1], false)" })
	void readsSettingsOfKeras1(String type, String settings, String operation) {
		assertEquals(operation, Rows.text(recipe(1, type, settings).operation()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "3|'hard_sigmoid'|HARD_SIGMOID_6", "2|'hard_sigmoid'|HARD_SIGMOID", "3|'leaky_relu'|Relu(0.2, 0.0, Infinity)",
		"3|'relu6'|Relu(0.0, 0.0, 6.0)", "2|'swish'|SILU", "2|{'class_name': 'LeakyReLU', 'config': {'alpha': 0.1}}|Relu(0.1, 0.0, Infinity)", "2|null|LINEAR",
		"3|{'module': 'keras.layers', 'class_name': 'ReLU', 'config': {'max_value': 6.0, 'negative_slope': 0.5, 'threshold': 1.0}}|Relu(0.5, 1.0, 6.0)",
		"3|{'module': 'builtins', 'class_name': 'function', 'config': 'gelu', 'registered_name': 'function'}|GELU", "3|'log_softmax'|Softmax(-1, true)", "3|'celu'|Celu(1.0)" })
	void readsActivations(int keras, String activation, String expected) {
		assertEquals(expected, Rows.text(recipe(keras, "Dense", "{'units': 1, 'activation': " + activation + "}").activation()));
	}

	@Test
	void readsLayersThatAreActivations() {
		assertEquals(Activation.leaky(0.3), recipe(2, "LeakyReLU", "{}").activation());
		assertEquals(Activation.leaky(0.1), recipe(3, "LeakyReLU", "{'negative_slope': 0.1}").activation());
		assertEquals(Activation.leaky(0.25), recipe(2, "LeakyReLU", "{'alpha': {'type': 'ndarray', 'value': 0.25}}").activation());
		assertEquals(new Activation.Elu(0.5), recipe(2, "ELU", "{'alpha': 0.5}").activation());
		assertEquals(new Activation.Relu(0, 0.5, Double.POSITIVE_INFINITY), recipe(2, "ThresholdedReLU", "{'theta': 0.5}").activation());
		assertEquals(new Activation.Softmax(1, false), recipe(2, "Softmax", "{'axis': [1]}").activation());
		assertEquals(new Operation.Identity(), recipe(2, "Activation", "{'activation': 'tanh'}").operation());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "Bidirectional|{}|is a Bidirectional, which Tintype",
		"ConvLSTM2D|{}|is a ConvLSTM2D, which", "Lambda|{}|only its Python code",
		"Custom>Mine|{}|is not Keras's own", "Dense|{'units': 1, 'activation': 'glu'}|has the activation glu", "LSTM|{'units': 1, 'return_state': true}|also gives its state",
		"UpSampling2D|{'interpolation': 'lanczos3'}|by lanczos3",
		"TimeDistributed|{'layer': {'class_name': 'Conv2D', 'config': {'filters': 1, 'kernel_size': 1}}}|repeats a Conv2D",
		"Conv2D|{'filters': 1, 'kernel_size': 1, 'padding': 'full'}|pads in a way", "Rescaling|{'scale': [1, 2, 3]}|every channel" })
	void saysWhatItDoesNotKnow(String type, String settings, String words) {
		Operation.Unsupported unsupported = (Operation.Unsupported) recipe(2, type, settings).operation();
		assertTrue(unsupported.reason().startsWith("Layer x ") && unsupported.reason().contains(words), unsupported.reason());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "Dense|{'units': 'many'}|units (\"many\")", "Dense|{}|units",
		"Conv2D|{'filters': 1, 'kernel_size': [3, -3]}|kernel_size ([3,-3])",
		"Conv2D|{'filters': 1e9, 'kernel_size': 3}|filters", "Permute|{'dims': [1, 3]}|dims", "Dropout|{'rate': 1.5}|rate", "Reshape|{'target_shape': [-1, -1]}|target_shape" })
	void refusesSettingsWithoutSense(String type, String settings, String words) {
		String sentence = assertThrows(TintypeException.class, () -> recipe(2, type, settings)).getMessage();
		assertTrue(sentence.startsWith("Layer x of f.h5 has no sensible " + words), sentence);
	}

	/** [out, in, y, x] as Keras 1 stored kernels of channels-first layers; over sequences with an x of its own. */
	@Test
	void turnsTheKernelsOfKeras1() {
		Slot kernel = recipe(1, "Convolution2D", "{'nb_filter': 4, 'nb_row': 2, 'nb_col': 3, 'dim_ordering': 'th'}").slots().get(0);
		assertArrayEquals(new int[] { 4, -1, 2, 3 }, kernel.shape());
		var turned = kernel.turn().apply(KerasWriter.tensor(4, 5, 2, 3));
		assertArrayEquals(new int[] { 2, 3, 5, 4 }, turned.shape());
		assertEquals(KerasWriter.tensor(4, 5, 2, 3).at(3, 2, 1, 0), turned.at(1, 0, 2, 3));
		assertArrayEquals(new int[] { 3, 1, -1, 4 }, recipe(1, "Convolution1D", "{'nb_filter': 4, 'filter_length': 3}").slots().get(0).shape());
	}

	@Test
	void turnsTheKernelsOfTheano() {
		byte[] layer = "{\"class_name\": \"Conv2D\", \"config\": {\"filters\": 1, \"kernel_size\": [2, 3]}}".getBytes(StandardCharsets.UTF_8);
		var node = KerasFile.parse(layer, "test");
		Recipe recipe = KerasLayers.of(node, "Conv2D", new Origin("f.h5", 2, true).settings("x", node.path("config")));
		assertArrayEquals(new float[] { 5, 4, 3, 2, 1, 0 }, recipe.slots().get(0).turn().apply(KerasWriter.tensor(2, 3, 1, 1)).values());
	}
}
