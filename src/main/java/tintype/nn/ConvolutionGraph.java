package tintype.nn;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.SoftTargets;

/**
 * A network that takes its gradients by {@link tintype.nn.winograd} where that is
 * possible, and else as DeepLearning4J does: with activations that draw, with
 * input masks or listeners, on a GPU. Same weights, same score, same gradients but for
 * rounding; all else is DeepLearning4J's, by layers as {@link Backend#accelerated(Layer)}
 * makes them. Keeps the memory of the gradients until closed.
 */
final class ConvolutionGraph extends ComputationGraph {

	private static final long serialVersionUID = 1;

	private transient INDArray[] wanted;
	private final transient ConvolutionGradients gradients;

	/** @param gradients by which it takes them, if they are possible; closed with this */
	ConvolutionGraph(ComputationGraphConfiguration configuration, Function<ComputationGraph, ConvolutionGradients> gradients) {
		super(configuration);
		this.gradients = gradients.apply(this);
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
		int threads = Backend.threadsAtPresent();
		if (!Backend.hasFastProducts() || !isOrdinary() || !gradients.isPossible(getInputs()[0])) try (SingleThreads alone = SingleThreads.ofProducts()) {
			super.computeGradientAndScore();
		}
		else try (SingleThreads alone = new SingleThreads()) {
			synchronizeIterEpochCounts();
			compute(threads);
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

	private void compute(int threads) {
		INDArray labels = wanted[0];
		int batch = (int) labels.size(0), bins = (int) labels.size(1), height = (int) labels.size(2), width = (int) labels.size(3);
		float[] weights = mask().map(Tensors::toFloats).orElseGet(() -> ones(batch * height * width));
		if (flattenedGradients == null) initGradientsView();
		gradient = new DefaultGradient(flattenedGradients);
		score = gradients.compute(getInputs()[0], new SoftTargets(Tensors.memory(labels), weights, batch, bins, width, height), threads,
			new LayerGradients(gradient)) / batch;
	}

	private static float[] ones(int count) {
		float[] ones = new float[count];
		Arrays.fill(ones, 1);
		return ones;
	}

	@Override
	public void close() {
		gradients.close();
		for (Layer layer : getLayers())
			Backend.free(layer);
		super.close();
	}
}
