package tintype.study;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import tintype.Labelled;
import tintype.TintypeException;

/**
 * The small networks of a study. The activation under study follows each layer
 * but the last, behind batch normalisation where that is on; a softmax over the
 * classes with cross entropy ends both. The edge of the pictures is that of the
 * data.
 */
public enum StudyNetwork implements Labelled {

	/** The source post's: pixels - 1024 - 128 - classes, all dense. */
	MLP("MLP", 1e-4) {

		@Override
		void addLayers(List<Layer> layers, LabelledImages data, StudyActivation activation, boolean batchNorm) {
			int pixels = data.width() * data.height();
			addDense(layers, pixels, 1024, activation, batchNorm);
			addDense(layers, 1024, 128, activation, batchNorm);
			layers.add(new Linear(128, data.classes().size(), true));
		}

		@Override
		long[] shape(LabelledImages data, int batch) {
			return new long[] { batch, (long) data.width() * data.height() };
		}
	},

	/** Two 3x3 convolutions of stride 2 with 16 and 32 maps, then 64 - classes, dense. */
	CNN("CNN", 1e-3) {

		@Override
		void addLayers(List<Layer> layers, LabelledImages data, StudyActivation activation, boolean batchNorm) {
			addConvolution(layers, 1, 16, activation, batchNorm);
			addConvolution(layers, 16, 32, activation, batchNorm);
			addDense(layers, 32 * half(half(data.width())) * half(half(data.height())), 64, activation, batchNorm);
			layers.add(new Linear(64, data.classes().size(), true));
		}

		@Override
		long[] shape(LabelledImages data, int batch) {
			return new long[] { batch, 1, data.height(), data.width() };
		}
	};

	/** Of the post. */
	private static final double EPSILON = 1e-8;

	private final String label;
	private final double rate;

	StudyNetwork(String label, double rate) {
		this.label = label;
		this.rate = rate;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static StudyNetwork of(String label) {
		return Labelled.of(StudyNetwork.class, "network", label);
	}

	/** The rate of Adam unless the settings say another: the MLP's is the post's, the CNN's the usual one of Adam. */
	public double rate() {
		return rate;
	}

	/** Appends all layers but the loss. */
	abstract void addLayers(List<Layer> layers, LabelledImages data, StudyActivation activation, boolean batchNorm);

	/** Of a batch: [batch, pixel] or [batch, 1, y, x]. */
	abstract long[] shape(LabelledImages data, int batch);

	/** The configuration, for pictures scaled to 0..1. */
	MultiLayerConfiguration configuration(LabelledImages data, StudyActivation activation, boolean batchNorm) {
		List<Layer> layers = new ArrayList<>();
		addLayers(layers, data, activation, batchNorm);
		layers.add(new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX).build());
		return new NeuralNetConfiguration.Builder() //
			.updater(new NoOp()) //
			.cacheMode(CacheMode.DEVICE) // otherwise each forward convolution runs twice in a training step
			.list(layers.toArray(Layer[]::new)) //
			.setInputType(inputType(data)).build();
	}

	private InputType inputType(LabelledImages data) {
		long[] shape = shape(data, 1);
		return shape.length == 2 ? InputType.feedForward(shape[1]) : InputType.convolutional(data.height(), data.width(), 1);
	}

	private static int half(int edge) {
		return (edge + 1) / 2;
	}

	/** Batch normalisation would take away what a bias before it adds. */
	private static void addDense(List<Layer> layers, int in, int out, StudyActivation activation, boolean batchNorm) {
		layers.add(new Linear(in, out, !batchNorm));
		addActivation(layers, out, activation, batchNorm);
	}

	private static void addConvolution(List<Layer> layers, int in, int out, StudyActivation activation, boolean batchNorm) {
		layers.add(new ConvolutionLayer.Builder(3, 3).stride(2, 2).nIn(in).nOut(out).convolutionMode(ConvolutionMode.Same) //
			.hasBias(!batchNorm).activation(Activation.IDENTITY).build());
		addActivation(layers, out, activation, batchNorm);
	}

	private static void addActivation(List<Layer> layers, int out, StudyActivation activation, boolean batchNorm) {
		if (batchNorm) layers.add(new BatchNormalization.Builder().nIn(out).nOut(out).eps(EPSILON).useLogStd(false) //
			.activation(Activation.IDENTITY).build());
		layers.add(activation.layer(out));
	}
}
