package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;

/** Training steps of {@link SceneNet}, whose convolutions a {@link ConvolutionKernel} computes. */
class ConvolutionKernelTest {

	private static final int BINS = 9;

	/** Of the largest gradient. */
	private static final double DIFFERENCE = 1e-5;

	@BeforeEach
	void requireCpu() {
		Backend.start();
		assumeTrue(Backend.hasFastProducts() && Backend.hasOneDnn(), "Needs a CPU, OpenBLAS and oneDNN");
	}

	/** Maps whose edges are no multiples of 4. */
	private static DataSet batch() {
		Nd4j.getRandom().setSeed(4);
		INDArray labels = Nd4j.rand(DataType.FLOAT, 2, BINS, 12, 20);
		return new DataSet(Nd4j.rand(DataType.FLOAT, 2, 1, 48, 80).muli(2).subi(1), labels.div(labels.sum(true, 1).broadcast(labels.shape())), null,
			Nd4j.rand(DataType.FLOAT, 2, 1, 12, 20).divi(240));
	}

	private static void compute(ComputationGraph network, DataType type) {
		DataSet batch = batch();
		network.setInputs(batch.getFeatures().castTo(type));
		network.setLabels(batch.getLabels().castTo(type));
		network.setLayerMaskArrays(null, new INDArray[] { batch.getLabelsMaskArray().castTo(type) });
		network.computeGradientAndScore();
	}

	/** With ELU, as ReLU would let rounding decide about gradients next to 0. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void gradientsAreThoseOfDoublePrecision(boolean batchNorm) {
		ComputationGraph single = SceneNet.create(BINS, Nonlinearity.ELU, batchNorm, 3, new NoOp());
		var configuration = SceneNet.configuration(BINS, Nonlinearity.ELU, batchNorm, 3, new NoOp());
		configuration.setDataType(DataType.DOUBLE);
		ComputationGraph twice = new ComputationGraph(configuration);
		twice.init();
		twice.setParams(single.params().castTo(DataType.DOUBLE));
		compute(single, DataType.FLOAT);
		compute(twice, DataType.DOUBLE);
		assertEquals(twice.score(), single.score(), 1e-5 * twice.score());
		twice.gradient().gradientForVariable().forEach((name, expected) -> {
			if (isMoment(name)) return;
			INDArray difference = expected.sub(single.gradient().getGradientFor(name).castTo(DataType.DOUBLE));
			assertEquals(0, difference.amaxNumber().doubleValue() / twice.gradient().gradient().amaxNumber().doubleValue(), DIFFERENCE, name);
		});
		single.close();
		twice.close();
	}

	/** How far the running moments move is no gradient. */
	private static boolean isMoment(String name) {
		return Stream.of("_mean", "_var", "_log10stdev").anyMatch(name::endsWith);
	}

	@Test
	void servesAllConvolutions() {
		ComputationGraph network = SceneNet.create(BINS, Nonlinearity.RELU, true, 3, new NoOp());
		for (Layer layer : network.getLayers())
			if (layer.conf().getLayer() instanceof ConvolutionLayer settings)
				assertInstanceOf(ConvolutionKernel.class, layer.getHelper(), settings.getLayerName());
		network.close();
	}

	@Test
	void sameStartSameSteps() {
		float[][] weights = new float[2][];
		for (int run = 0; run < weights.length; run++) {
			ComputationGraph network = SceneNet.create(BINS, Nonlinearity.RELU, true, 3, new Adam(1e-3));
			for (int step = 0; step < 3; step++)
				network.fit(batch());
			weights[run] = Tensors.toFloats(network.params());
			network.close();
		}
		assertArrayEquals(weights[0], weights[1]);
	}

	/** What the seven layers of 3x3 pixels and stride 1 keep, most of it 36 numbers for each filter and for its gradient, is 50 MB. */
	@Test
	void freesItsMemoryWithTheNetwork() {
		ComputationGraph network = SceneNet.create(BINS, Nonlinearity.RELU, true, 3, new NoOp());
		long before = Pointer.totalBytes();
		compute(network, DataType.FLOAT);
		long kept = Pointer.totalBytes() - before;
		network.close();
		long freed = before + kept - Pointer.totalBytes();
		assertTrue(kept > 50e6 && freed > 50e6, kept + " bytes kept, " + freed + " freed");
	}
}
