package tintype.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.BackPropagation;
import tintype.nn.winograd.Chain;
import tintype.nn.winograd.SoftTargets;

/**
 * A network that takes its gradients by {@link tintype.nn.winograd} where that is
 * possible, and else as DeepLearning4J does: with drawing or normalising layers, with
 * input masks or listeners, on a GPU. Same weights, same score, same gradients but for
 * rounding; all else is DeepLearning4J's, by layers as {@link Backend#accelerated(Layer)}
 * makes them. Keeps the memory of the gradients until closed.
 */
final class ConvolutionGraph extends ComputationGraph {

	private static final long serialVersionUID = 1;

	private transient INDArray[] wanted;
	private transient Chain chain;
	private transient BackPropagation propagation;

	ConvolutionGraph(ComputationGraphConfiguration configuration) {
		super(configuration);
	}

	@Override
	public void setLabels(INDArray... labels) {
		super.setLabels(labels);
		wanted = labels;
	}

	@Override
	public void setLabel(int index, INDArray label) {
		super.setLabel(index, label);
		wanted = null;
	}

	@Override
	public void computeGradientAndScore() {
		Optional<ConvolutionStack> stack = Backend.hasFastProducts() ? ConvolutionStack.of(this).filter(ConvolutionStack::trains) : Optional.empty();
		int threads = Backend.threadsAtPresent();
		if (stack.isEmpty() || !isOrdinary()) try (SingleThreads alone = SingleThreads.ofProducts()) {
			super.computeGradientAndScore();
		}
		else try (SingleThreads alone = new SingleThreads()) {
			synchronizeIterEpochCounts();
			compute(stack.get(), threads);
		}
	}

	private boolean isOrdinary() {
		return wanted != null && wanted.length == 1 && isPlain(wanted[0]) && getInputs().length == 1 && isPlain(getInputs()[0]) &&
			getInputMaskArrays() == null && getListeners().isEmpty() && mask().map(ConvolutionGraph::isPlain).orElse(true);
	}

	private static boolean isPlain(INDArray tensor) {
		return tensor != null && tensor.rank() == 4 && tensor.dataType() == DataType.FLOAT && tensor.ordering() == 'c' && !tensor.isView();
	}

	private Optional<INDArray> mask() {
		INDArray[] masks = getLabelMaskArrays();
		return masks == null || masks[0] == null ? Optional.empty() : Optional.of(masks[0]);
	}

	private void compute(ConvolutionStack stack, int threads) {
		INDArray labels = wanted[0];
		int batch = (int) labels.size(0), bins = (int) labels.size(1), height = (int) labels.size(2), width = (int) labels.size(3);
		prepare(stack, width, height, batch, threads);
		float[] weights = mask().map(Tensors::toFloats).orElseGet(() -> ones(batch * height * width));
		BackPropagation.Result result = propagation.of(Tensors.toFloats(getInputs()[0]), new SoftTargets(Tensors.memory(labels), weights, batch, bins, width, height));
		score = result.loss() / batch;
		if (flattenedGradients == null) initGradientsView();
		gradient = new DefaultGradient(flattenedGradients);
		for (int i = 0; i < stack.size(); i++) {
			write(stack.convolution(i), Map.of("W", result.weights().get(i), "b", floats(result.biases().get(i))));
			if (stack.slopes(i) != null) write(stack.slopes(i), Map.of("W", floats(result.slopes().get(i))));
		}
	}

	private void prepare(ConvolutionStack stack, int width, int height, int batch, int threads) {
		List<tintype.nn.winograd.Layer> layers = stack.layers();
		if (chain == null) chain = new Chain(layers);
		else chain.set(layers);
		if (propagation != null && propagation.fits(width, height, batch)) return;
		release();
		propagation = new BackPropagation(chain, width, height, batch, threads);
	}

	private static float[] ones(int count) {
		float[] ones = new float[count];
		Arrays.fill(ones, 1);
		return ones;
	}

	private static float[] floats(double[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}

	/** Into the layer's part of the network's gradient. */
	private void write(Layer layer, Map<String, float[]> values) {
		layer.conf().getLayer().initializer().getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray()).forEach((name, view) -> {
			try (INDArray copy = Tensors.of(values.get(name), view.shape())) {
				view.assign(copy);
			}
			gradient.setGradientFor(layer.conf().getLayer().getLayerName() + "_" + name, view);
		});
	}

	private void release() {
		if (propagation != null) propagation.close();
		propagation = null;
	}

	@Override
	public void close() {
		release();
		if (chain != null) chain.close();
		chain = null;
		for (Layer layer : getLayers())
			Backend.free(layer);
		super.close();
	}
}
