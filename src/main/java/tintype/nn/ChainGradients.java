package tintype.nn;

import static tintype.nn.LayerGradients.floats;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.BackPropagation;
import tintype.nn.winograd.Chain;
import tintype.nn.winograd.SoftTargets;

/** Those of a {@link ConvolutionStack}. */
final class ChainGradients implements ConvolutionGradients {

	private final ComputationGraph network;

	/** The network's layers, if these are all it trains; from the first batch on, as they stay. */
	private Optional<ConvolutionStack> stack;

	private Chain chain;
	private BackPropagation propagation;

	ChainGradients(ComputationGraph network) {
		this.network = network;
	}

	private Optional<ConvolutionStack> stack() {
		if (stack == null) stack = ConvolutionStack.of(network).filter(ConvolutionStack::trains);
		return stack;
	}

	@Override
	public boolean isPossible(INDArray features) {
		return stack().isPresent();
	}

	@Override
	public double compute(INDArray features, SoftTargets targets, int threads, LayerGradients to) {
		ConvolutionStack stack = stack().orElseThrow();
		prepare(stack, targets, threads);
		BackPropagation.Result result = propagation.of(Tensors.toFloats(features), targets);
		for (int i = 0; i < stack.size(); i++) {
			to.put(stack.convolution(i), Map.of("W", result.weights().get(i), "b", floats(result.biases().get(i))));
			if (stack.slopes(i) != null) to.put(stack.slopes(i), Map.of("W", floats(result.slopes().get(i))));
		}
		return result.loss();
	}

	private void prepare(ConvolutionStack stack, SoftTargets targets, int threads) {
		List<tintype.nn.winograd.Layer> layers = stack.layers();
		if (chain == null) chain = new Chain(layers);
		else chain.set(layers);
		if (propagation != null && propagation.fits(targets.width(), targets.height(), targets.patches())) return;
		release();
		propagation = new BackPropagation(chain, targets.width(), targets.height(), targets.patches(), threads);
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
	}
}
