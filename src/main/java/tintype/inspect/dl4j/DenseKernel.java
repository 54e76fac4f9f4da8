package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/** Weighted sums of channels: by a dense layer where there is nothing else, by a convolution of 1 x 1 where there are places. */
final class DenseKernel implements Kernel.OfOne {

	private final Tensor kernel;
	private final Tensor bias;

	/** Each made when it is needed. */
	private Kernel.OfOne dense;
	private Kernel.OfOne points;

	DenseKernel(Layer layer, Operation.Dense operation) {
		kernel = Weights.of(layer, "kernel", -1, operation.units());
		bias = Weights.orElse(layer, "bias", 0, operation.units());
	}

	private Kernel.OfOne kernel(INDArray x) {
		if (x.rank() > 2) return points = points == null ? new AsImages(Convolutions.points(kernel, bias)) : points;
		return dense = dense == null ? dense() : dense;
	}

	private Kernel.OfOne dense() {
		var configuration = new DenseLayer.Builder().nIn(kernel.shape()[0]).nOut(kernel.shape()[1]).activation(new ActivationIdentity()).build();
		return new LayerKernel(configuration).with(DefaultParamInitializer.WEIGHT_KEY, kernel).with(DefaultParamInitializer.BIAS_KEY, bias);
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		return kernel(x).forward(x, phase);
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return kernel(x).backward(x, ofOutput);
	}

	@Override
	public void close() {
		if (dense != null) dense.close();
		if (points != null) points.close();
	}
}
