package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Gradients of every kind of network, in training: by differences in double precision, then single against double precision. */
class GradientsTest {

	private static final int BINS = 8;

	private DataType usual;
	private INDArray input;
	private INDArray labels;

	@BeforeEach
	void makeBatch() {
		Backend.start();
		usual = Nd4j.dataType();
		Nd4j.getRandom().setSeed(6);
		input = Nd4j.rand(DataType.DOUBLE, 3, 1, 19, 18).muli(2).subi(1);
		labels = Nd4j.rand(DataType.DOUBLE, 3, BINS, 3, 2);
		labels.divi(labels.sum(true, 1).broadcast(labels.shape()));
	}

	@AfterEach
	void restoreDefaultType() {
		Nd4j.setDefaultDataTypes(usual, usual);
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void areDifferences(Nonlinearity activation, boolean batchNorm) {
		Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
		ComputationGraph network = inDouble(activation, batchNorm);
		Slopes.assertAsBackPropagated(network, new DataSet(input, labels), GradientsTest::reseed);
	}

	/** The fast ways of oneDNN and of batch normalisation too. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void areTheSameInSinglePrecision(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph single = inSingle(activation, batchNorm);
		ComputationGraph twice = inDouble(activation, batchNorm);
		computeGradientAndScore(single, DataType.FLOAT);
		computeGradientAndScore(twice, DataType.DOUBLE);
		assertEquals(twice.score(), single.score(), 1e-5 * twice.score());
		INDArray expected = twice.gradient().gradient(), actual = single.gradient().gradient().castTo(DataType.DOUBLE);
		double largest = expected.amaxNumber().doubleValue();
		assertEquals(0, expected.sub(actual).amaxNumber().doubleValue() / largest, 2e-5);
	}

	private void computeGradientAndScore(ComputationGraph network, DataType type) {
		reseed();
		network.setInputs(input.castTo(type));
		network.setLabels(labels.castTo(type));
		network.computeGradientAndScore();
	}

	/** The same sample in each evaluation; the random ReLU would differ otherwise. */
	private static void reseed() {
		Nd4j.getRandom().setSeed(12);
	}

	/** With one or two maps per layer a random ReLU may be closed everywhere; a bias keeps most open. */
	private static ComputationGraph inSingle(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = TestModels.network(BINS, activation, batchNorm);
		network.paramTable().forEach((name, values) -> {
			if (name.endsWith("_b")) values.assign(0.3);
		});
		return network;
	}

	private static ComputationGraph inDouble(Nonlinearity activation, boolean batchNorm) {
		var configuration = ColorNet.configuration(BINS, activation, batchNorm, 7, new NoOp());
		configuration.setDataType(DataType.DOUBLE);
		ComputationGraph network = new ComputationGraph(configuration);
		network.init();
		network.setParams(inSingle(activation, batchNorm).params().castTo(DataType.DOUBLE));
		return network;
	}
}
