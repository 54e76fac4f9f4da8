package tintype.inspect.dl4j;

import java.util.List;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.RecurrentLayer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.nn.Backend;

/**
 * One of DeepLearning4J's own layers, alone. It is not to have an activation, and to
 * leave its input as it is.
 */
final class LayerKernel implements Kernel.OfOne {

	private final Layer layer;

	/** All in one row, as the layer wants them; null if it has none. */
	private final INDArray weights;

	/** Where the layer puts the derivatives by its weights, which nobody reads. */
	private INDArray ofWeights;

	/** @param configuration with the numbers of its inputs and outputs set; its activation is the identity */
	LayerKernel(org.deeplearning4j.nn.conf.layers.Layer configuration) {
		Backend.start();
		NeuralNetConfiguration settings = new NeuralNetConfiguration.Builder().layer(configuration).build();
		long count = configuration.initializer().numParams(settings);
		weights = count == 0 ? null : Plain.filled(0, 1, count);
		layer = Backend.accelerated(configuration.instantiate(settings, List.of(), 0, weights, false, DataType.FLOAT));
	}

	/**
	 * Copies weights into the layer.
	 *
	 * @param key    DeepLearning4J's name of them
	 * @param values null leaves what is there, which is 0
	 * @param axes   those of the values in the layer's order
	 * @return this
	 */
	LayerKernel with(String key, Tensor values, int... axes) {
		if (values == null) return this;
		long[] shape = IntStream.of(values.shape()).asLongStream().toArray();
		try (INDArray given = Nd4j.create(values.values(), shape, 'c')) {
			INDArray own = layer.getParam(key);
			own.assign(axes.length == 0 ? Plain.shaped(given, own.shape()) : given.permute(axes));
		}
		return this;
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		try (Scratch scratch = new Scratch()) {
			return Plain.own(layer.activate(x, phase.training(), leavesViews() ? scratch.keeping() : scratch.keeping(ArrayType.ACTIVATIONS)));
		}
		finally {
			layer.clear();
		}
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		if (weights != null && ofWeights == null) {
			ofWeights = Plain.filled(0, weights.shape());
			layer.setBackpropGradientsViewArray(ofWeights);
		}
		try (Scratch scratch = new Scratch()) {
			LayerWorkspaceMgr workspaces = leavesViews() ? scratch.keeping() : scratch.keeping(ArrayType.ACTIVATION_GRAD);
			layer.setInput(x, workspaces);
			return Plain.own(layer.backpropGradient(ofOutput, workspaces).getSecond());
		}
		finally {
			layer.clear();
		}
	}

	/**
	 * Whether what the layer gives, or makes beside it, can't be freed: then it is copied
	 * out of the scratch. So it is with recurrent layers, and with convolutions that have
	 * no helper.
	 */
	private boolean leavesViews() {
		return layer instanceof RecurrentLayer || layer instanceof ConvolutionLayer && layer.getHelper() == null;
	}

	@Override
	public void close() {
		Backend.free(layer);
		if (weights != null) weights.close();
		if (ofWeights != null) ofWeights.close();
	}
}
