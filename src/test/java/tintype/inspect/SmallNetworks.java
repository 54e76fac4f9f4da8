package tintype.inspect;

import java.nio.file.Path;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

import tintype.inspect.read.Saved;

/** Networks of a few layers as files of DeepLearning4J. */
public final class SmallNetworks {

	/** Edges of what {@link #digits} reads. */
	public static final int WIDTH = 14, HEIGHT = 12;

	/** Feature maps of its first layer. The last of them is 0 everywhere. */
	public static final int MAPS = 3;

	private SmallNetworks() {}

	/**
	 * Reads 14 x 12 pixels of one channel: "conv", 3 x 3 with stride 2, maps of 6 x 5;
	 * "thinned", dropout of a half; "pool", 2 x 2, maps of 3 x 2; then "classes", three of them.
	 *
	 * @param shift added to all weights but those of the last map
	 */
	public static Path digits(Path folder, double shift) {
		MultiLayerNetwork network = Saved.chain(InputType.convolutional(HEIGHT, WIDTH, 1), //
			convolution(2), new DropoutLayer.Builder(0.5).name("thinned").build(), //
			new SubsamplingLayer.Builder().name("pool").kernelSize(2, 2).stride(2, 2).build(), //
			new OutputLayer.Builder(LossFunction.MCXENT).name("classes").nOut(3).activation(Activation.SOFTMAX).build());
		return written(network, folder, shift);
	}

	/** Only a convolution like that of {@link #digits}, but with this stride; reads edges of any length. */
	public static Path filters(Path folder, int stride) {
		return written(Saved.chain(null, convolution(stride)), folder, 0);
	}

	private static ConvolutionLayer convolution(int stride) {
		return new ConvolutionLayer.Builder(3, 3).name("conv").stride(stride, stride).nIn(1).nOut(MAPS).activation(Activation.RELU).build();
	}

	/** Weight i is sin(i) / 4: the same each time. */
	private static Path written(MultiLayerNetwork network, Path folder, double shift) {
		try (INDArray weights = Nd4j.create(Layers.waves(0, (int) network.numParams()).values())) {
			network.setParams(weights.divi(4).addi(shift));
		}
		INDArray kernel = network.getLayer("conv").getParam("W"), bias = network.getLayer("conv").getParam("b");
		for (int place = 0; place < 9; place++)
			kernel.putScalar(new long[] { MAPS - 1, 0, place / 3, place % 3 }, 0);
		bias.putScalar(MAPS - 1, -1);
		return Saved.write(network, folder);
	}
}
