package tintype.inspect.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * What the readers of a value tell of its layout and shape. A DeepLearning4J file says
 * neither of its inputs.
 *
 * @param layout null if nobody tells
 * @param shape  without the batch, channels last; open edges are -1
 */
record Expected(Layout layout, int[] shape) {

	/** Layers that leave the number of channels as it is. */
	private static final Set<String> KEEPING = Set.of("SubsamplingLayer", "Subsampling1DLayer", "ZeroPaddingLayer", "ZeroPadding1DLayer", "Cropping2D",
		"Cropping1D", "Upsampling2D", "Upsampling1D", "ActivationLayer", "DropoutLayer", "RReLU", "LocalResponseNormalization", "LossLayer", "CnnLossLayer",
		"RnnLossLayer", "ElementWiseVertex", "ScaleVertex", "ShiftVertex", "GlobalPoolingLayer", "MaskLayer");

	/** How far readers of readers are asked. */
	private static final int FARTHEST = 1000;

	/** Who reads each value. */
	static Map<String, List<Dl4jNetwork.Vertex>> readers(Dl4jNetwork network) {
		Map<String, List<Dl4jNetwork.Vertex>> readers = new HashMap<>();
		for (Dl4jNetwork.Vertex vertex : network.vertices())
			for (String read : vertex.reads())
				readers.computeIfAbsent(read, name -> new ArrayList<>()).add(vertex);
		return readers;
	}

	/** What is known of the value of this name. */
	static Expected of(String value, Map<String, List<Dl4jNetwork.Vertex>> readers) {
		Layout layout = null;
		int channels = -1;
		Queue<Dl4jNetwork.Vertex> open = new ArrayDeque<>(readers.getOrDefault(value, List.of()));
		Set<String> seen = new HashSet<>();
		while (!open.isEmpty() && seen.size() < FARTHEST) {
			Dl4jNetwork.Vertex vertex = open.remove();
			if (!seen.add(vertex.name())) continue;
			if (vertex.preprocessor() != null) {
				Expected told = ofPreprocessor(vertex.preprocessor(), vertex.fields());
				if (seen.size() == 1 && told != null) return told;
				if (told != null && layout == null) layout = told.layout;
				continue;
			}
			Fields layer = core(vertex.fields());
			if (layout == null) layout = layout(layer);
			if (channels < 0 && layer.has("nin")) channels = layer.json().path("nin").asInt() > 0 ? layer.whole("nin", 1) : -1;
			if (layout != null && channels > 0) break;
			if (open.size() < FARTHEST && (KEEPING.contains(layer.kind()) || layer.kind().equals("BatchNormalization"))) open.addAll(readers.getOrDefault(vertex.name(), List.of()));
		}
		return new Expected(layout, shape(layout, channels));
	}

	private static int[] shape(Layout layout, int channels) {
		int[] shape = new int[layout == null ? 1 : Math.max(1, layout.rank())];
		Arrays.fill(shape, -1);
		shape[shape.length - 1] = channels;
		return shape;
	}

	/** What a wrapper holds. */
	private static Fields core(Fields layer) {
		return switch (layer.kind()) {
			case "FrozenLayer" -> core(layer.inner("layer"));
			case "FrozenLayerWithBackprop", "LastTimeStep", "MaskZeroLayer" -> core(layer.inner("underlying"));
			case "Bidirectional" -> core(layer.inner("fwd"));
			default -> layer;
		};
	}

	/** Layout of what a layer reads, null if it takes any. */
	static Layout layout(Fields layer) {
		return switch (core(layer).kind()) {
			case "ConvolutionLayer", "Convolution2D", "Deconvolution2D", "DepthwiseConvolution2D", "SeparableConvolution2D", "SubsamplingLayer" -> Layout
				.image(core(layer).word("cnn2dDataFormat", ""));
			case "ZeroPaddingLayer", "Cropping2D", "SpaceToDepthLayer" -> Layout.image(layer.word("dataFormat", ""));
			case "Upsampling2D", "CnnLossLayer" -> Layout.image(layer.word("format", ""));
			case "LocalResponseNormalization" -> Layout.image(layer.word("dataFormat", ""));
			case "Subsampling1DLayer" -> Layout.sequence(layer.word("cnn2dDataFormat", ""));
			case "Convolution1DLayer", "Convolution1D", "LSTM", "GravesLSTM", "SimpleRnn", "RnnOutputLayer", "RnnLossLayer", "TimeDistributed" -> Dl4jRecurrent
				.layout(core(layer));
			case "ZeroPadding1DLayer", "Cropping1D", "Upsampling1D" -> Layout.NCW;
			case "DenseLayer", "OutputLayer", "EmbeddingLayer", "EmbeddingSequenceLayer", "RepeatVector" -> Layout.ROWS;
			case "GlobalPoolingLayer" -> ofPooled(layer);
			case "PReLULayer" -> Layout.NCHW.ofRank(core(layer).wholes("inputShape", 1).length);
			default -> null;
		};
	}

	private static Layout ofPooled(Fields layer) {
		int[] pooled = layer.has("poolingDimensions") ? layer.wholes("poolingDimensions", 0) : new int[0];
		if (pooled.length == 0 || pooled.length > 2) return null;
		boolean first = pooled[0] == 2;
		return pooled.length == 2 ? first ? Layout.NCHW : Layout.NHWC : first ? Layout.NCW : Layout.NWC;
	}

	/** What a preprocessor reads, null if it takes anything. */
	private static Expected ofPreprocessor(Fields preprocessor, Fields layer) {
		return switch (preprocessor.kind()) {
			case "CnnToFeedForwardPreProcessor", "TensorFlowCnnToFeedForwardPreProcessor", "CnnToRnnPreProcessor" -> new Expected(
				Layout.image(preprocessor.word("format", "")), edges(preprocessor));
			case "FeedForwardToCnnPreProcessor" -> new Expected(Layout.ROWS, new int[] { product(edges(preprocessor), preprocessor) });
			case "RnnToCnnPreProcessor" -> new Expected(Layout.sequence(preprocessor.word("rnnDataFormat", "")), new int[] { -1,
				product(edges(preprocessor), preprocessor) });
			case "RnnToFeedForwardPreProcessor" -> sized(Layout.sequence(preprocessor.word("rnnDataFormat", "")), layer);
			case "FeedForwardToRnnPreProcessor" -> sized(Layout.ROWS, layer);
			case "KerasFlattenRnnPreprocessor" -> new Expected(Layout.NCW, new int[] { preprocessor.whole("tsLength", 1), preprocessor.whole("depth", 1) });
			case "ReshapePreprocessor" -> ofReshape(preprocessor);
			case "ComposableInputPreProcessor" -> preprocessor.json().path("inputPreProcessors").isEmpty() ? null
				: ofPreprocessor(new Fields(preprocessor.name(), preprocessor.json().path("inputPreProcessors").get(0)), layer);
			default -> null;
		};
	}

	private static Expected sized(Layout layout, Fields layer) {
		Fields core = core(layer);
		return new Expected(layout, shape(layout, core.json().path("nin").asInt() > 0 ? core.whole("nin", 1) : -1));
	}

	/** {y, x, channels}. */
	private static int[] edges(Fields preprocessor) {
		return new int[] { preprocessor.whole("inputHeight", 1), preprocessor.whole("inputWidth", 1), preprocessor.whole("numChannels", 1) };
	}

	private static int product(int[] edges, Fields preprocessor) {
		long product = 1;
		for (int edge : edges)
			if ((product *= edge) > Integer.MAX_VALUE) throw preprocessor.wrong("inputHeight");
		return (int) product;
	}

	private static Expected ofReshape(Fields preprocessor) {
		if (!preprocessor.has("inputShape")) return null;
		int[] shape = preprocessor.wholes("inputShape", -1);
		if (preprocessor.flag("hasMiniBatchDimension", false) && shape.length > 0) shape = Arrays.copyOfRange(shape, 1, shape.length);
		return shape.length == 0 || shape.length > 3 ? null : new Expected(Layout.OTHER.ofRank(shape.length), shape);
	}
}
