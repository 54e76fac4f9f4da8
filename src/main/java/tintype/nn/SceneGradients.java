package tintype.nn;

import java.lang.ref.Reference;
import java.util.Optional;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.SoftTargets;

/** Those of a {@link SceneNet} whose activation neither draws nor learns, of patches whose edges it can halve four times. */
final class SceneGradients implements ConvolutionGradients {

	private final ComputationGraph network;

	/** From the first batch on; a network that is only kept needs none. */
	private ScenePasses passes;

	SceneGradients(ComputationGraph network) {
		this.network = network;
	}

	@Override
	public boolean isPossible(INDArray features) {
		return curve().isPresent() && network.params().dataType() == DataType.FLOAT && features.length() <= ChannelValues.MOST &&
			features.size(2) % SceneNet.REDUCTION == 0 && features.size(3) % SceneNet.REDUCTION == 0;
	}

	private Optional<Curve> curve() {
		Layer layer = network.getVertex("up 1/8").getLayer().conf().getLayer();
		return layer instanceof ActivationLayer activation ? Curves.of(activation.getActivationFn()) : Optional.empty();
	}

	@Override
	public double compute(INDArray features, SoftTargets targets, int threads, LayerGradients to) {
		if (passes == null) passes = new ScenePasses(network, curve().orElseThrow());
		double loss = passes.compute(Tensors.maps(features), targets, threads, to);
		Reference.reachabilityFence(features); // its memory goes with it
		return loss;
	}

	@Override
	public void close() {
		if (passes != null) passes.close();
		passes = null;
	}
}
