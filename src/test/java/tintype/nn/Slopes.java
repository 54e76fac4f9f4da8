package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Back-propagated gradients against finite differences along random directions in
 * the space of all weights, so that every weight is checked by a few passes.
 */
final class Slopes {

	private static final int DIRECTIONS = 6;
	private static final double STEP = 1e-6;

	private Slopes() {}

	/**
	 * @param network in double precision
	 * @param batch   in double precision, as the network is trained on it
	 * @param before  each pass, so that what is drawn is the same
	 */
	static void assertAsBackPropagated(ComputationGraph network, DataSet batch, Runnable before) {
		for (int i = 0; i < DIRECTIONS; i++) {
			INDArray direction = direction(network);
			double along = gradient(network, batch, before).mul(direction).sumNumber().doubleValue();
			INDArray weights = network.params().dup();
			double ahead = score(network, batch, weights.add(direction.mul(STEP)), before);
			double behind = score(network, batch, weights.sub(direction.mul(STEP)), before);
			network.setParams(weights);
			assertEquals((ahead - behind) / (2 * STEP), along, 1e-4 * Math.abs(along) + 1e-7);
		}
	}

	/** Of length 1; running means are parameters by name only and stay. */
	private static INDArray direction(ComputationGraph network) {
		INDArray weights = network.params().dup();
		network.setParams(Nd4j.randn(DataType.DOUBLE, weights.shape()));
		network.paramTable().forEach((name, values) -> {
			if (name.endsWith("_mean") || name.endsWith("_log10stdev")) values.assign(0);
		});
		INDArray direction = network.params().dup();
		network.setParams(weights);
		return direction.divi(direction.norm2Number());
	}

	/** Per example of the batch, as the score is. */
	private static INDArray gradient(ComputationGraph network, DataSet batch, Runnable before) {
		before.run();
		network.setInputs(batch.getFeatures());
		network.setLabels(batch.getLabels());
		if (batch.getLabelsMaskArray() != null) network.setLayerMaskArrays(null, new INDArray[] { batch.getLabelsMaskArray() });
		network.computeGradientAndScore();
		network.clearLayerMaskArrays();
		return network.gradient().gradient().div(batch.numExamples());
	}

	private static double score(ComputationGraph network, DataSet batch, INDArray weights, Runnable before) {
		network.setParams(weights);
		before.run();
		return network.score(batch, true);
	}
}
