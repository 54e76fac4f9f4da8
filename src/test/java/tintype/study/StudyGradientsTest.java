package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.Backend;

/** Gradients of every kind of study network: by differences in double precision, then the fast ways of single precision against these. */
class StudyGradientsTest {

	private static final int BATCH = 9;
	private static final double STEP = 1e-6;
	private static final LabelledImages IMAGES = Blobs.data(BATCH, 1).training();

	private DataType usual;

	@BeforeEach
	void start() {
		Backend.start();
		usual = Nd4j.dataType();
	}

	@AfterEach
	void restoreDefaultType() {
		Nd4j.setDefaultDataTypes(usual, usual);
	}

	/** All in one network, and in the other those that learn or draw, with maps instead of units. */
	static Stream<Arguments> kinds() {
		Stream<Arguments> dense = Stream.of(StudyActivation.values()).flatMap(activation -> Stream.of(false, true) //
			.map(batchNorm -> Arguments.of(StudyNetwork.MLP, activation, batchNorm)));
		Stream<Arguments> maps = Stream.of(StudyActivation.PRELU, StudyActivation.RRELU, StudyActivation.RRELU_OF_POST) //
			.map(activation -> Arguments.of(StudyNetwork.CNN, activation, true));
		return Stream.concat(dense, maps);
	}

	/** Along a random direction in the space of all weights; running means are parameters by name only. */
	@ParameterizedTest
	@MethodSource("kinds")
	void areDifferences(StudyNetwork kind, StudyActivation activation, boolean batchNorm) {
		Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
		MultiLayerNetwork network = inDouble(kind, activation, batchNorm);
		INDArray gradient = gradient(network, kind), weights = network.params().dup();
		double score = network.score();
		INDArray direction = direction(network);
		network.params().assign(weights.add(direction.mul(STEP)));
		double ahead = score(network, kind);
		network.params().assign(weights.sub(direction.mul(STEP)));
		double behind = score(network, kind);
		double along = gradient.mul(direction).sumNumber().doubleValue() / BATCH;
		assertEquals((ahead - behind) / (2 * STEP), along, 1e-4 * Math.abs(along) + 1e-7);
		Nd4j.setDefaultDataTypes(usual, usual);
		assertSameInSinglePrecision(gradient, score, kind, activation, batchNorm);
	}

	private static void assertSameInSinglePrecision(INDArray expected, double score, StudyNetwork kind, StudyActivation activation, boolean batchNorm) {
		try (StudyLearner learner = learner(kind, activation, batchNorm)) {
			warm(learner.network());
			INDArray actual = gradient(learner.network(), kind).castTo(DataType.DOUBLE);
			assertEquals(score, learner.network().score(), 1e-5 * score);
			assertEquals(0, expected.sub(actual).amaxNumber().doubleValue() / expected.amaxNumber().doubleValue(), 1e-4);
		}
	}

	private static StudyLearner learner(StudyNetwork kind, StudyActivation activation, boolean batchNorm) {
		return new StudyLearner(StudySettings.defaults().withNetwork(kind), IMAGES, activation, batchNorm, 4);
	}

	private static MultiLayerNetwork inDouble(StudyNetwork kind, StudyActivation activation, boolean batchNorm) {
		MultiLayerConfiguration configuration = kind.configuration(IMAGES, activation, batchNorm);
		configuration.setDataType(DataType.DOUBLE);
		MultiLayerNetwork network = new MultiLayerNetwork(configuration);
		network.init();
		try (StudyLearner learner = learner(kind, activation, batchNorm)) {
			network.params().assign(learner.network().params().castTo(DataType.DOUBLE));
		}
		warm(network);
		network.initGradientsView();
		return network;
	}

	/** Biases and offsets off 0, so that none is checked at a kink only. */
	private static void warm(MultiLayerNetwork network) {
		network.paramTable().forEach((name, values) -> {
			if (name.endsWith("_b") || name.endsWith("_beta")) values.assign(0.05);
		});
	}

	private static INDArray direction(MultiLayerNetwork network) {
		INDArray weights = network.params().dup();
		network.params().assign(Nd4j.randn(DataType.DOUBLE, weights.shape()));
		network.paramTable().forEach((name, values) -> {
			if (name.endsWith("_mean") || name.endsWith("_var")) values.assign(0);
		});
		INDArray direction = network.params().dup();
		network.params().assign(weights);
		return direction.divi(direction.norm2Number());
	}

	private static INDArray gradient(MultiLayerNetwork network, StudyNetwork kind) {
		score(network, kind);
		return network.getFlattenedGradients().dup();
	}

	/** Seeded, as the random ReLU would draw others each time. */
	private static double score(MultiLayerNetwork network, StudyNetwork kind) {
		Nd4j.getRandom().setSeed(5);
		DataType type = network.params().dataType();
		try (StudyBatches batch = new StudyBatches(IMAGES, BATCH, kind.shape(IMAGES, BATCH))) {
			batch.fill(StudyBatches.inOrder(BATCH), 0);
			network.setInput(batch.features().castTo(type));
			network.setLabels(batch.labels().castTo(type));
			network.computeGradientAndScore();
			return network.score();
		}
	}
}
