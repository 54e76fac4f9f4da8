package tintype.train;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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

	private final MultiLayerNetwork network;
	private final long seed;

	/** @param network with {@link Adam} as its updater; closed with this */
	Learner(MultiLayerNetwork network, long seed) {
		this.network = network;
		this.seed = seed;
	}

	MultiLayerNetwork network() {
		return network;
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
			return network.score();
		}
		finally {
			close(batch);
		}
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
	void restore(float[] weights, float[] moments, long steps) {
		network.setParams(row(weights));
		network.getUpdater().getStateViewArray().assign(row(moments));
		network.getLayerWiseConfigurations().setIterationCount(Math.toIntExact(steps));
	}

	private static INDArray row(float[] values) {
		return Nd4j.createFromArray(values).reshape(1, values.length);
	}

	@Override
	public void close() {
		network.close();
	}
}
