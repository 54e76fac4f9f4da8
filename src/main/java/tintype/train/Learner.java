package tintype.train;

import java.util.function.Function;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

import tintype.nn.Backend;

/**
 * A network that learns step by step. What a step does depends on the weights,
 * the moments of Adam, the batch, and the step's number alone, so these are all
 * that has to be saved.
 */
final class Learner implements AutoCloseable {

	/** The fractional part of the golden ratio in 64 bits: spreads neighbouring numbers (Steele et al. 2014). */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	/** So few steps, at the beginning, that the random start is soon forgotten. */
	private static final double SHORTEST_AVERAGE = 10;

	private final ComputationGraph network;
	private final long seed;
	private final double decay;

	/** Moving average of the weights, null if there is none. */
	private final INDArray average;

	/**
	 * @param network with {@link Adam} as its updater; closed with this
	 * @param decay   per step of the moving average of the weights; 0 for none
	 */
	Learner(ComputationGraph network, long seed, double decay) {
		this.network = network;
		this.seed = seed;
		this.decay = decay;
		this.average = decay == 0 ? null : network.params().dup();
	}

	/** Works with the network as it is to be judged and kept: with the averaged weights, if there are such. */
	<T> T judged(Function<ComputationGraph, T> work) {
		if (average == null) return work.apply(network);
		try (INDArray current = network.params().dup()) {
			network.params().assign(average);
			try {
				return work.apply(network);
			}
			finally {
				network.params().assign(current);
			}
		}
	}

	/**
	 * One step of Adam.
	 *
	 * @param batch closed afterwards
	 * @param index of the step, from 0; seeds what the activations draw
	 * @return mean loss of the batch before the step; NaN or infinite if the
	 *         training has diverged
	 */
	double step(DataSet batch, long index, double rate) {
		Nd4j.getRandom().setSeed(Backend.seed(seed + (index + 1) * GOLDEN));
		setRate(rate);
		try {
			network.fit(batch);
			if (average != null) average(Math.min(decay, (1.0 + index) / (SHORTEST_AVERAGE + index)));
			return network.score();
		}
		finally {
			close(batch);
		}
	}

	private void average(double kept) {
		average.subi(network.params()).muli(kept).addi(network.params());
	}

	/** DL4J's own setter builds the whole updater anew, with all its moments, in every step. */
	private void setRate(double rate) {
		for (Layer layer : network.getLayers())
			if (layer.conf().getLayer() instanceof BaseLayer weighted && weighted.getIUpdater() instanceof Adam adam)
				adam.setLearningRate(rate);
	}

	/** Frees the tensors of a batch. */
	static void close(DataSet batch) {
		batch.getFeatures().close();
		batch.getLabels().close();
		batch.getLabelsMaskArray().close();
	}

	/** Whether no weight is NaN or infinite. */
	boolean isSound() {
		return Double.isFinite(network.params().sumNumber().doubleValue());
	}

	/** A copy of all weights. */
	float[] weights() {
		return numbers(network.params());
	}

	/** A copy of the averaged weights, empty if there are none. */
	float[] averages() {
		return average == null ? new float[0] : numbers(average);
	}

	/** A copy of the moments that Adam keeps. */
	float[] moments() {
		return numbers(network.getUpdater().getStateViewArray());
	}

	/** Without the native copy of a view, which would wait for a garbage collection. */
	private static float[] numbers(INDArray view) {
		try (INDArray copy = view.dup()) {
			return copy.data().asFloat();
		}
	}

	/** Goes back to a saved state; the number of steps done counts in Adam's correction of its bias. */
	void restore(float[] weights, float[] averages, float[] moments, long steps) {
		if (average != null) average.assign(row(averages));
		network.setParams(row(weights));
		network.getUpdater().getStateViewArray().assign(row(moments));
		network.getConfiguration().setIterationCount(Math.toIntExact(steps));
	}

	private static INDArray row(float[] values) {
		return Nd4j.createFromArray(values).reshape(1, values.length);
	}

	@Override
	public void close() {
		if (average != null) average.close();
		network.close();
	}
}
