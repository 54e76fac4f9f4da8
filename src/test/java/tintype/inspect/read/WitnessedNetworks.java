package tintype.inspect.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling1D;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPadding1DLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping1D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.preprocessors.PermutePreprocessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.nn.ColorNet;
import tintype.nn.Nonlinearity;

/** Small networks that hold each layer, vertex, preprocessor and activation that can be read. */
final class WitnessedNetworks {

	/**
	 * @param network     made anew each time
	 * @param input       shape for DeepLearning4J
	 * @param inputFirst  whether channels come before places there
	 * @param outputFirst likewise of what comes out
	 */
	record Case(String name, Supplier<Model> network, long[] input, boolean inputFirst, boolean outputFirst) {

		@Override
		public String toString() {
			return name;
		}
	}

	private static final CNN2DFormat FIRST = CNN2DFormat.NCHW;

	private final List<Case> cases = new ArrayList<>();

	private WitnessedNetworks() {}

	static Stream<Case> cases() {
		WitnessedNetworks networks = new WitnessedNetworks();
		for (CNN2DFormat format : CNN2DFormat.values())
			networks.images(format);
		for (RNNFormat format : RNNFormat.values())
			networks.sequences(format);
		networks.sequencesInOneOrder();
		networks.rows();
		networks.activations();
		networks.graphs();
		networks.preprocessors();
		return networks.cases.stream();
	}

	private void image(String name, CNN2DFormat format, Layer... layers) {
		boolean first = format == FIRST;
		cases.add(new Case(name + " " + format, () -> Saved.chain(InputType.convolutional(9, 8, 3, format), layers), //
			first ? new long[] { 2, 3, 9, 8 } : new long[] { 2, 9, 8, 3 }, first, first));
	}

	private static ConvolutionLayer.Builder convolution(CNN2DFormat format, int y, int x) {
		return new ConvolutionLayer.Builder(y, x).nOut(4).dataFormat(format).convolutionMode(ConvolutionMode.Truncate);
	}

	private void images(CNN2DFormat format) {
		image("convolution", format, convolution(format, 3, 2).build());
		image("padded convolution", format, convolution(format, 3, 2).padding(2, 1).stride(2, 1).build());
		image("same convolution", format, convolution(format, 4, 3).stride(2, 2).convolutionMode(ConvolutionMode.Same).build());
		image("dilated convolution", format, convolution(format, 3, 2).dilation(2, 3).hasBias(false).build());
		image("softmax in a convolution", format, convolution(format, 2, 2).activation(Activation.SOFTMAX).build());
		image("softmax of a layer", format, convolution(format, 2, 2).build(), new ActivationLayer.Builder().activation(Activation.SOFTMAX).build());
		image("softmax over channels", format, convolution(format, 2, 2).build(), new CnnLossLayer.Builder().activation(Activation.SOFTMAX).format(format).build());
		image("depthwise", format, new DepthwiseConvolution2D.Builder(3, 2).depthMultiplier(2).nOut(6).stride(1, 2).dataFormat(format).build());
		image("separable", format, new SeparableConvolution2D.Builder(2, 3).depthMultiplier(2).nOut(5).dataFormat(format).build());
		image("transposed", format, new Deconvolution2D.Builder(3, 2).nOut(4).stride(2, 3).dataFormat(format).build());
		image("same transposed", format, new Deconvolution2D.Builder(4, 3).nOut(4).stride(2, 2).convolutionMode(ConvolutionMode.Same).dataFormat(format).build());
		image("padded transposed", format, new Deconvolution2D.Builder(3, 3).nOut(4).stride(2, 2).padding(1, 1).dataFormat(format).build());
		for (SubsamplingLayer.PoolingType type : List.of(SubsamplingLayer.PoolingType.MAX, SubsamplingLayer.PoolingType.AVG)) {
			image(type + " pooling", format, pooling(type, format).build());
			image("padded " + type + " pooling", format, pooling(type, format).padding(1, 1).build());
			image("same " + type + " pooling", format, pooling(type, format).convolutionMode(ConvolutionMode.Same).build());
		}
		image("pooling that counts padding", format, pooling(SubsamplingLayer.PoolingType.AVG, format).padding(1, 1).avgPoolIncludePadInDivisor(true).build());
		image("same pooling that counts padding", format,
			pooling(SubsamplingLayer.PoolingType.AVG, format).convolutionMode(ConvolutionMode.Same).avgPoolIncludePadInDivisor(true).build());
		image("all places", format, convolution(format, 2, 2).build(), new GlobalPoolingLayer.Builder(PoolingType.MAX).build());
		image("batch normalisation", format, convolution(format, 2, 2).build(), new BatchNormalization.Builder().dataFormat(format).useLogStd(true).build());
		image("prelu of some", format, convolution(format, 2, 2).build(), //
			new PReLULayer.Builder().inputShape(format == FIRST ? new long[] { 4, 8, 7 } : new long[] { 8, 7, 4 }).sharedAxes(2).build());
		image("flat", format, convolution(format, 2, 2).build(), new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build());
		image("zeros around", format, new ZeroPaddingLayer.Builder(1, 2, 3, 4).dataFormat(format).build());
		image("less", format, new Cropping2D.Builder(1, 2, 3, 0).dataFormat(format).build());
		image("twice", format, new Upsampling2D.Builder(2).dataFormat(format).build());
	}

	private static SubsamplingLayer.Builder pooling(SubsamplingLayer.PoolingType type, CNN2DFormat format) {
		return new SubsamplingLayer.Builder(type, new int[] { 3, 2 }, new int[] { 2, 2 }).dataFormat(format).convolutionMode(ConvolutionMode.Truncate);
	}

	private void sequence(String name, RNNFormat format, Layer... layers) {
		boolean first = format == RNNFormat.NCW;
		cases.add(new Case(name + " " + format, () -> Saved.chain(InputType.recurrent(3, 7, format), layers), first ? new long[] { 2, 3, 7 } : new long[] { 2, 7, 3 },
			first, first));
	}

	private void sequences(RNNFormat format) {
		sequence("convolution over time", format, new Convolution1DLayer.Builder(3).nOut(4).stride(2).rnnDataFormat(format)
			.convolutionMode(ConvolutionMode.Truncate).build());
		sequence("same over time", format, new Convolution1DLayer.Builder(3).nOut(4).stride(2).rnnDataFormat(format).convolutionMode(ConvolutionMode.Same)
			.activation(Activation.SOFTMAX).build());
		sequence("lstm", format, new LSTM.Builder().nOut(4).activation(Activation.TANH).dataFormat(format).build());
		sequence("lstm of other activations", format, new LSTM.Builder().nOut(4).activation(Activation.SOFTSIGN).gateActivationFunction(
			Activation.HARDSIGMOID).dataFormat(format).build());
		sequence("simple", format, new SimpleRnn.Builder().nOut(4).activation(Activation.TANH).dataFormat(format).build());
		sequence("last of lstm", format, new LastTimeStep(new LSTM.Builder().nOut(4).activation(Activation.TANH).dataFormat(format).build()));
		sequence("all outputs", format, new LSTM.Builder().nOut(4).activation(Activation.TANH).dataFormat(format).build(), new RnnOutputLayer.Builder().nOut(3)
			.dataFormat(format).activation(Activation.SOFTMAX).build());
	}

	private void sequencesInOneOrder() {
		RNNFormat format = RNNFormat.NCW;
		sequence("causal and dilated", format, new Convolution1DLayer.Builder(3).nOut(4).dilation(2).convolutionMode(ConvolutionMode.Causal).build());
		sequence("pooled", format, new Subsampling1DLayer.Builder(SubsamplingLayer.PoolingType.MAX, 3, 2).convolutionMode(ConvolutionMode.Truncate).build());
		sequence("all times", format, new LSTM.Builder().nOut(4).activation(Activation.TANH).build(), new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
		sequence("zeros before and after", format, new ZeroPadding1DLayer.Builder(1, 2).build());
		sequence("shorter", format, new Cropping1D.Builder(1, 2).build());
		sequence("longer", format, new Upsampling1D.Builder(2).build());
		sequence("rows of times", format, new LSTM.Builder().nOut(4).activation(Activation.TANH).build(), new DenseLayer.Builder().nOut(5).activation(
			Activation.SOFTMAX).build(), new RnnOutputLayer.Builder().nOut(2).activation(Activation.SOFTMAX).build());
	}

	private void row(String name, Layer... layers) {
		cases.add(new Case(name, () -> Saved.chain(InputType.feedForward(6), layers), new long[] { 3, 6 }, false, true));
	}

	private void rows() {
		Layer dense = new DenseLayer.Builder().nOut(5).build();
		row("dense", dense);
		row("dense without bias", new DenseLayer.Builder().nOut(5).hasBias(false).activation(Activation.TANH).build());
		row("dropout", new DropoutLayer.Builder(0.3).build(), new DenseLayer.Builder().nOut(5).dropOut(new GaussianNoise(2)).build());
		row("normalised by variance", dense, new BatchNormalization.Builder().useLogStd(true).eps(0.01).build());
		row("normalised by settings", dense, new BatchNormalization.Builder(true).gamma(1.5).beta(-0.5).useLogStd(true).build());
		row("frozen", new FrozenLayer(new DenseLayer.Builder().nIn(6).nOut(5).activation(Activation.TANH).build()));
		row("repeated", dense, new RepeatVector.Builder(3).build());
		row("loss", dense, new LossLayer.Builder().activation(Activation.SOFTMAX).build());
		row("prelu", new PReLULayer.Builder().inputShape(6).build());
		image("prelu of each", FIRST, new PReLULayer.Builder().inputShape(3, 9, 8).build());
		image("prelu of channels", FIRST, new PReLULayer.Builder().inputShape(3, 9, 8).sharedAxes(2, 3).build());
	}

	private void activations() {
		for (Activation activation : Activation.values())
			if (activation != Activation.RRELU) activation("activation " + activation, activation.getActivationFunction());
		own("own prelu", Nonlinearity.PRELU, false);
		own("own rrelu", Nonlinearity.RRELU, true);
		own("own multiplying rrelu", Nonlinearity.RRELU_MULTIPLIED, false);
		activation("leaky", new ActivationLReLU(0.3));
		activation("elu", new ActivationELU(0.7));
		activation("relu of all settings", new ActivationReLU(1.5, 0.5, 0.1));
		activation("thresholded", new ActivationThresholdedReLU(0.4));
		activation("precise gelu", new ActivationGELU(true));
	}

	private void activation(String name, IActivation function) {
		row(name, new DenseLayer.Builder().nOut(40).activation(function).build());
	}

	/** Tintype's own layers. */
	private void own(String name, Nonlinearity activation, boolean batchNorm) {
		cases.add(new Case(name, () -> ColorNet.create(8, activation, batchNorm, 3, new NoOp()), new long[] { 2, 1, 20, 19 }, true, true));
	}

	private void graph(String name, boolean outputFirst, Consumer<GraphBuilder> build) {
		cases.add(new Case(name, () -> {
			GraphBuilder graph = Saved.settings().graphBuilder().allowDisconnected(true).addInputs("in");
			graph.addLayer("a", convolution(FIRST, 2, 2).nIn(3).build(), "in");
			graph.addLayer("b", convolution(FIRST, 2, 2).nIn(3).activation(Activation.TANH).build(), "in");
			build.accept(graph);
			return Saved.graph(graph.setOutputs("out").build());
		}, new long[] { 2, 3, 9, 8 }, true, outputFirst));
	}

	private void graphs() {
		for (ElementWiseVertex.Op op : ElementWiseVertex.Op.values())
			graph("vertex " + op, true, graph -> graph.addVertex("out", new ElementWiseVertex(op), "a", "b"));
		graph("merged", true, graph -> graph.addVertex("m", new MergeVertex(), "a", "b", "in2").addLayer("in2", new ActivationLayer(Activation.CUBE), "a")
			.addLayer("out", convolution(FIRST, 3, 3).nIn(12).build(), "m"));
		graph("scaled", true, graph -> graph.addVertex("s", new ScaleVertex(2.5), "a").addVertex("t", new ShiftVertex(-3), "s").addVertex("out",
			new PoolHelperVertex(), "t"));
		graph("reshaped", true, graph -> graph.addVertex("r", new ReshapeVertex(-1, 2, 7, 16), "a").addLayer("out", new ConvolutionLayer.Builder(2, 2).nIn(2)
			.nOut(3).build(), "r"));
		graph("preprocessed", true, graph -> graph.addVertex("p", new PreprocessorVertex(new CnnToFeedForwardPreProcessor(8, 7, 4)), "b").addLayer("out",
			new DenseLayer.Builder().nIn(224).nOut(3).build(), "p"));
		graph("joined late", true, graph -> graph.addLayer("c", new GlobalPoolingLayer.Builder(PoolingType.SUM).collapseDimensions(false).build(), "a").addVertex(
			"out", new ElementWiseVertex(ElementWiseVertex.Op.Product), "b", "c"));
	}

	private void preprocessors() {
		cases.add(new Case("from a row", () -> Saved.chain(InputType.convolutionalFlat(4, 5, 2), new ConvolutionLayer.Builder(2, 3).nOut(3).build()), //
			new long[] { 2, 40 }, false, true));
		cases.add(new Case("images as times", () -> Saved.chain(InputType.convolutional(4, 5, 2), new ConvolutionLayer.Builder(2, 3).nOut(3).build(), //
			new LSTM.Builder().nOut(4).activation(Activation.TANH).build()), new long[] { 2, 2, 4, 5 }, true, true));
		cases.add(new Case("rows as times", () -> Saved.chain(InputType.feedForward(6), new DenseLayer.Builder().nOut(5).build(), //
			new LSTM.Builder().nOut(4).activation(Activation.TANH).build()), new long[] { 2, 6 }, false, true));
		Supplier<Model> reshaping = () -> Saved.chain(Saved.settings().list().layer(new DenseLayer.Builder().nIn(6).nOut(24).build()) //
			.layer(new ConvolutionLayer.Builder(2, 2).nIn(2).nOut(3).build()) //
			.inputPreProcessor(1, new ReshapePreprocessor(new long[] { 24 }, new long[] { 2, 3, 4 }, false)).build());
		cases.add(new Case("reshaped by a preprocessor", reshaping, new long[] { 3, 6 }, false, false));
		Supplier<Model> permuting = () -> Saved.chain(Saved.settings().list().layer(new LSTM.Builder().nIn(3).nOut(4).activation(Activation.TANH).build()) //
			.layer(new SimpleRnn.Builder().nIn(5).nOut(2).activation(Activation.TANH).build()) //
			.inputPreProcessor(1, new PermutePreprocessor(2, 1)).setInputType(InputType.recurrent(3, 5)).build());
		cases.add(new Case("permuted by a preprocessor", permuting, new long[] { 2, 3, 5 }, true, true));
		cases.add(new Case("each time", () -> Saved.chain(InputType.recurrent(3, 5), new TimeDistributed(new DenseLayer.Builder().nIn(3).nOut(4).activation(
			Activation.SOFTMAX).build(), RNNFormat.NCW)), new long[] { 2, 3, 5 }, true, true));
	}
}
