package tintype.nn;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Batches for {@link SceneNet} and their gradients, by several ways. */
final class SceneStep {

	static final int BINS = 9;

	/** Edges of the maps at 1/4; those of smaller ones are no multiples of 4. */
	static final int HEIGHT = 12, WIDTH = 20;

	private SceneStep() {}

	/** Random, the same each time. */
	static DataSet batch(int patches) {
		Nd4j.getRandom().setSeed(4);
		INDArray labels = Nd4j.rand(DataType.FLOAT, patches, BINS, HEIGHT, WIDTH);
		return new DataSet(Nd4j.rand(DataType.FLOAT, patches, 1, HEIGHT * SceneNet.CELL, WIDTH * SceneNet.CELL).muli(2).subi(1),
			labels.div(labels.sum(true, 1).broadcast(labels.shape())), null, Nd4j.rand(DataType.FLOAT, patches, 1, HEIGHT, WIDTH).divi(HEIGHT * WIDTH));
	}

	static void compute(ComputationGraph network, DataSet batch) {
		DataType type = network.params().dataType();
		network.setInputs(batch.getFeatures().castTo(type));
		network.setLabels(batch.getLabels().castTo(type));
		network.setLayerMaskArrays(null, new INDArray[] { batch.getLabelsMaskArray().castTo(type) });
		network.computeGradientAndScore();
	}

	/** By {@link ScenePasses}, if they are possible. */
	static ComputationGraph network(Nonlinearity activation, boolean batchNorm) {
		return SceneNet.create(BINS, activation, batchNorm, 3, new NoOp());
	}

	/** The same weights, by fast layers. */
	static ComputationGraph byLayers(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = new ComputationGraph(SceneNet.configuration(BINS, activation, batchNorm, 3, new NoOp()));
		network.init();
		return Backend.accelerated(network);
	}

	/** The same weights, by DeepLearning4J alone. */
	static ComputationGraph inDouble(Nonlinearity activation, boolean batchNorm) {
		var configuration = SceneNet.configuration(BINS, activation, batchNorm, 3, new NoOp());
		configuration.setDataType(DataType.DOUBLE);
		ComputationGraph network = new ComputationGraph(configuration);
		network.init();
		ComputationGraph single = network(activation, batchNorm);
		network.setParams(single.params().castTo(DataType.DOUBLE));
		single.close();
		return network;
	}
}
