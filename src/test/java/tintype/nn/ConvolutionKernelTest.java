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
import org.nd4j.linalg.learning.config.Adam;

/** Training steps of {@link SceneNet} by layers, whose convolutions a {@link ConvolutionKernel} computes. */
class ConvolutionKernelTest {

	/** Of the largest gradient. */
	private static final double DIFFERENCE = 1e-5;

	@BeforeEach
	void requireCpu() {
		Backend.start();
		assumeTrue(Backend.hasFastProducts() && Backend.hasOneDnn(), "Needs a CPU, OpenBLAS and oneDNN");
	}

	/** With ELU, as ReLU would let rounding decide about gradients next to 0. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void gradientsAreThoseOfDoublePrecision(boolean batchNorm) {
		ComputationGraph single = SceneStep.byLayers(Nonlinearity.ELU, batchNorm), twice = SceneStep.inDouble(Nonlinearity.ELU, batchNorm);
		SceneStep.compute(single, SceneStep.batch(2));
		SceneStep.compute(twice, SceneStep.batch(2));
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
		ComputationGraph network = SceneStep.network(Nonlinearity.PRELU, true);
		for (Layer layer : network.getLayers())
			if (layer.conf().getLayer() instanceof ConvolutionLayer settings)
				assertInstanceOf(ConvolutionKernel.class, layer.getHelper(), settings.getLayerName());
		network.close();
	}

	@Test
	void sameStartSameSteps() {
		float[][] weights = new float[2][];
		for (int run = 0; run < weights.length; run++) {
			ComputationGraph network = SceneNet.create(SceneStep.BINS, Nonlinearity.PRELU, true, 3, new Adam(1e-3));
			for (int step = 0; step < 3; step++)
				network.fit(SceneStep.batch(2));
			weights[run] = Tensors.toFloats(network.params());
			network.close();
		}
		assertArrayEquals(weights[0], weights[1]);
	}

	/** What the seven layers of 3x3 pixels and stride 1 keep, most of it 36 numbers for each filter and for its gradient, is 50 MB. */
	@Test
	void freesItsMemoryWithTheNetwork() {
		ComputationGraph network = SceneStep.network(Nonlinearity.PRELU, true);
		long before = Pointer.totalBytes();
		SceneStep.compute(network, SceneStep.batch(2));
		long kept = Pointer.totalBytes() - before;
		network.close();
		long freed = before + kept - Pointer.totalBytes();
		assertTrue(kept > 50e6 && freed > 50e6, kept + " bytes kept, " + freed + " freed");
	}
}
