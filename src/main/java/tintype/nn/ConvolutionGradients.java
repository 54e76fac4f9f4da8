package tintype.nn;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.nn.winograd.SoftTargets;

/** The gradients of a network of some kind by {@link tintype.nn.winograd}. Keeps memory from batch to batch until closed. */
interface ConvolutionGradients extends AutoCloseable {

	/** Whether they are what DeepLearning4J would compute, but for rounding. */
	boolean isPossible(INDArray features);

	/**
	 * The gradients of the sum over a batch.
	 *
	 * @param features [batch, 1, y, x] without gaps
	 * @param threads  most at a time
	 * @param to       filled
	 * @return the loss, in nats
	 */
	double compute(INDArray features, SoftTargets targets, int threads, LayerGradients to);

	/** Frees the memory; it can be used again. */
	@Override
	void close();
}
