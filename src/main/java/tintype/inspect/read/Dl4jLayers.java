package tintype.inspect.read;

import java.util.Set;

import tintype.inspect.Operation;

/** A layer of DeepLearning4J 1.0.0-M2.1, or of Tintype, by the name of its class. */
final class Dl4jLayers {

	private static final Set<String> WITHOUT_WEIGHTS = Set.of("LocalResponseNormalization", "SpaceToDepthLayer", "SpaceToBatchLayer",
		"Subsampling3DLayer", "Upsampling3D", "ZeroPadding3DLayer", "Cropping3D", "Cnn3DLossLayer", "Yolo2OutputLayer", "CapsuleStrengthLayer");

	private Dl4jLayers() {}

	/** @param in layout of what it reads */
	static Part part(Fields layer, Layout in) {
		return switch (layer.kind()) {
			case "ConvolutionLayer", "Convolution2D" -> Dl4jConvolutions.plain(layer);
			case "Convolution1DLayer", "Convolution1D" -> Dl4jConvolutions.overTime(layer);
			case "Deconvolution2D" -> Dl4jConvolutions.transposed(layer);
			case "DepthwiseConvolution2D" -> Dl4jConvolutions.depthwise(layer);
			case "SeparableConvolution2D" -> Dl4jConvolutions.separable(layer);
			case "SubsamplingLayer", "Pooling2D" -> Dl4jPooling.images(layer);
			case "Subsampling1DLayer", "Pooling1D" -> Dl4jPooling.sequences(layer);
			case "GlobalPoolingLayer" -> Dl4jPooling.global(layer, in);
			case "DenseLayer", "OutputLayer" -> Dl4jDense.plain(layer, in);
			case "RnnOutputLayer" -> Dl4jDense.overTime(layer);
			case "LossLayer" -> Dl4jDense.loss(layer, in, in.last());
			case "CnnLossLayer" -> Dl4jDense.loss(layer, Layout.image(layer.word("format", "")), -1);
			case "RnnLossLayer" -> Dl4jDense.loss(layer, Dl4jRecurrent.layout(layer), -1);
			case "EmbeddingLayer" -> Dl4jDense.embedding(layer, Layout.NWC);
			case "EmbeddingSequenceLayer" -> Dl4jDense.embedding(layer, Layout.sequence(layer.word("outputFormat", "")));
			case "BatchNormalization" -> Dl4jNormalization.batch(layer, in);
			case "PReLULayer" -> Dl4jNormalization.prelu(layer, in);
			case "ChannelPReLU" -> Dl4jNormalization.channelPrelu(layer, in);
			case "RReLU" -> Part.of(new Operation.Identity(), in).with(Dl4jActivations.ownRandomized(layer));
			case "ActivationLayer" -> Dl4jActivations.applied(Part.of(new Operation.Identity(), in), layer, in.last());
			case "DropoutLayer" -> layer.has("idropout") ? Dl4jDropout.of(layer, in) : Part.of(new Operation.Identity(), in);
			case "MaskLayer" -> Part.of(new Operation.Identity(), in).noted("It hides masked times; there are no masks here.");
			default -> shapeOrState(layer, in);
		};
	}

	private static Part shapeOrState(Fields layer, Layout in) {
		return switch (layer.kind()) {
			case "ZeroPaddingLayer" -> Dl4jShapes.padding(layer);
			case "ZeroPadding1DLayer" -> Dl4jShapes.paddingInTime(layer, in);
			case "Cropping2D" -> Dl4jShapes.cropping(layer);
			case "Cropping1D" -> Dl4jShapes.croppingInTime(layer, in);
			case "Upsampling2D" -> Dl4jShapes.upsampling(layer);
			case "Upsampling1D" -> Dl4jShapes.upsamplingInTime(layer, in);
			case "RepeatVector" -> Dl4jShapes.repetition(layer);
			case "LSTM" -> Dl4jRecurrent.lstm(layer, true);
			case "SimpleRnn" -> Dl4jRecurrent.simple(layer, true);
			case "LastTimeStep" -> lastTime(layer, layer.inner("underlying"));
			case "TimeDistributed" -> eachTime(layer, layer.inner("underlying"), in);
			default -> unsupported(layer, in);
		};
	}

	private static Part lastTime(Fields layer, Fields underlying) {
		return switch (underlying.kind()) {
			case "LSTM" -> Dl4jRecurrent.lstm(underlying, false);
			case "SimpleRnn" -> Dl4jRecurrent.simple(underlying, false);
			default -> unsupported(layer, Layout.ROWS);
		};
	}

	private static Part eachTime(Fields layer, Fields underlying, Layout in) {
		Layout layout = Layout.sequence(layer.word("rnnDataFormat", ""));
		return underlying.kind().equals("DenseLayer") ? Dl4jDense.plain(underlying, layout) : unsupported(layer, in);
	}

	private static Part unsupported(Fields layer, Layout in) {
		return Part.unsupported(layer, "is a " + Names.legible(layer.kind()) + " of DeepLearning4J", in, count(layer));
	}

	/** Numbers of the file that a layer has which is not known otherwise, -1 if that is unknown too. */
	private static long count(Fields layer) {
		if (WITHOUT_WEIGHTS.contains(layer.kind())) return 0;
		return switch (layer.kind()) {
			case "GravesLSTM" -> gravesLstm(layer);
			case "GravesBidirectionalLSTM" -> 2 * gravesLstm(layer);
			case "ElementWiseMultiplicationLayer" -> 2L * layer.whole("nin", 1);
			case "Bidirectional" -> twice(part(layer.inner("fwd"), Layout.NCW).count());
			case "MaskZeroLayer", "LastTimeStep", "TimeDistributed" -> part(layer.inner("underlying"), Layout.NCW).count();
			case "CenterLossOutputLayer" -> (2L * layer.whole("nin", 1) + 1) * layer.whole("nout", 1);
			case "Convolution3D", "Deconvolution3D" -> volume(layer);
			default -> -1;
		};
	}

	private static long twice(long count) {
		return count < 0 ? -1 : 2 * count;
	}

	/** Three peephole weights for each unit. */
	private static long gravesLstm(Fields layer) {
		long units = layer.whole("nout", 1);
		return Math.multiplyExact(4L * layer.whole("nin", 1) + 4 * units + 3 + 4, units);
	}

	private static long volume(Fields layer) {
		long count = Math.multiplyExact((long) layer.whole("nin", 1), layer.whole("nout", 1));
		for (int edge : layer.wholes("kernelSize", 1, 3))
			count = Math.multiplyExact(count, edge);
		return count + (layer.flag("hasBias", true) ? layer.whole("nout", 1) : 0);
	}
}
