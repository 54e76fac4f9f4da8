package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.TintypeException;

class RReLULayerTest {

	private static final LayerWorkspaceMgr PLAIN = LayerWorkspaceMgr.noWorkspaces();
	private static final RReLU PAPER = RReLU.dividing(3, 8);
	private static final RReLU LIBRARIES = RReLU.multiplying(1 / 8.0, 1 / 3.0);

	/** Above the 0.1 percent quantile of the Kolmogorov-Smirnov statistic, times the root of n. */
	private static final double KOLMOGOROV = 1.95;

	@BeforeEach
	void seed() {
		Backend.start();
		Nd4j.getRandom().setSeed(8);
	}

	@Test
	void dividingDrawsUniformDivisors() {
		double[] slopes = slopes(PAPER, 100_000);
		assertUniform(slopes, slope -> 1 / slope, 3, 8);
		assertEquals(Math.log(8 / 3.0) / 5, Arrays.stream(slopes).average().orElseThrow(), 1e-3);
	}

	@Test
	void multiplyingDrawsUniformSlopes() {
		double[] slopes = slopes(LIBRARIES, 100_000);
		assertUniform(slopes, slope -> slope, 1 / 8.0, 1 / 3.0);
		assertEquals(11 / 48.0, Arrays.stream(slopes).average().orElseThrow(), 1e-3);
	}

	/** As in the program of the source post. */
	@Test
	void sharingDrawsOneSlopeForAPass() {
		RReLULayer layer = layer(RReLU.sharing(3, 8));
		double[] drawn = new double[3000];
		for (int i = 0; i < drawn.length; i++) {
			INDArray output = layer.activate(minusOne(2, 3), true, PLAIN);
			assertEquals(output.minNumber(), output.maxNumber());
			drawn[i] = -output.getDouble(0);
		}
		double mean = Arrays.stream(drawn).average().orElseThrow();
		assertEquals(5.5, mean, 4 * 5 / Math.sqrt(12 * drawn.length));
		assertTrue(Arrays.stream(drawn).allMatch(slope -> slope >= 3 && slope <= 8));
		assertEquals(-5.5, layer.activate(minusOne(2, 3), false, PLAIN).getDouble(0), 1e-6);
		INDArray output = layer.activate(minusOne(2, 3), true, PLAIN).dup();
		assertEquals(output, layer.backpropGradient(minusOne(2, 3), PLAIN).getSecond());
	}

	private static double[] slopes(RReLU settings, int count) {
		return layer(settings).activate(minusOne(1, 2, count / 20, 10), true, PLAIN).neg().castTo(DataType.DOUBLE).ravel().toDoubleVector();
	}

	private static void assertUniform(double[] slopes, DoubleUnaryOperator drawn, double lower, double upper) {
		double[] sorted = Arrays.stream(slopes).map(drawn).sorted().toArray();
		double farthest = 0;
		for (int i = 0; i < sorted.length; i++)
			farthest = Math.max(farthest, Math.abs((sorted[i] - lower) / (upper - lower) - (i + 0.5) / sorted.length));
		assertTrue(farthest < KOLMOGOROV / Math.sqrt(sorted.length), "distance " + farthest);
		assertEquals(lower, sorted[0], 1e-3 * upper);
		assertEquals(upper, sorted[sorted.length - 1], 1e-3 * upper);
	}

	@Test
	void afterTrainingTheSlopeIsThatOfTheMeanDivisor() {
		INDArray input = Nd4j.createFromArray(-1f, -5.5f, 0f, 0.01f, 7f).reshape(1, 5);
		assertEquals(Nd4j.createFromArray((float) (-1 / 5.5), -1f, 0f, 0.01f, 7f).reshape(1, 5), layer(PAPER).activate(input, false, PLAIN));
		assertEquals(-11 / 48f, layer(LIBRARIES).activate(input, false, PLAIN).getFloat(0), 1e-8);
	}

	@Test
	void theWayBackUsesTheSlopesOfTheWayForward() {
		INDArray input = Nd4j.randn(DataType.FLOAT, 2, 3, 5, 4);
		RReLULayer layer = layer(PAPER);
		INDArray output = layer.activate(input, true, PLAIN);
		INDArray epsilon = Nd4j.randn(DataType.FLOAT, 2, 3, 5, 4);
		INDArray expected = epsilon.mul(output.div(input));
		assertEquals(0, expected.sub(layer.backpropGradient(epsilon, PLAIN).getSecond()).amaxNumber().doubleValue(), 1e-6);
	}

	@Test
	void eachTrainingPassDrawsAgain() {
		RReLULayer layer = layer(PAPER);
		INDArray first = layer.activate(minusOne(4, 5), true, PLAIN).dup();
		assertNotEquals(first, layer.activate(minusOne(4, 5), true, PLAIN));
		assertEquals(layer.activate(minusOne(4, 5), false, PLAIN).dup(), layer.activate(minusOne(4, 5), false, PLAIN));
		Nd4j.getRandom().setSeed(8);
		assertEquals(first, layer.activate(minusOne(4, 5), true, PLAIN), "the same seed draws the same");
	}

	@Test
	void layersOfOneConfigurationKeepTheirOwnSlopes() {
		NeuralNetConfiguration shared = new NeuralNetConfiguration.Builder().layer(PAPER).build();
		RReLULayer one = layer(shared), other = layer(shared);
		INDArray ofOne = one.activate(minusOne(4, 5), true, PLAIN), ofOther = other.activate(minusOne(4, 5), true, PLAIN);
		assertNotEquals(ofOne, ofOther);
		assertEquals(ofOne, one.backpropGradient(minusOne(4, 5), PLAIN).getSecond());
		assertEquals(ofOther, other.backpropGradient(minusOne(4, 5), PLAIN).getSecond());
	}

	@Test
	void theInputStaysAsItIs() {
		INDArray input = Nd4j.randn(DataType.FLOAT, 2, 3, 5, 4);
		INDArray before = input.dup();
		RReLULayer layer = layer(PAPER);
		layer.activate(input, false, PLAIN);
		assertEquals(before, input);
		layer.activate(input, true, PLAIN);
		layer.backpropGradient(input, PLAIN);
		assertEquals(before, input);
	}

	/** DeepLearning4J's convolution without helper yields such views. */
	@Test
	void permutedInput() {
		INDArray view = Nd4j.randn(DataType.FLOAT, 3, 2, 5, 4).permute(1, 0, 2, 3);
		RReLULayer layer = layer(PAPER);
		INDArray factors = layer.activate(view, true, PLAIN).div(view);
		assertEquals(0, factors.sub(layer.backpropGradient(Nd4j.ones(DataType.FLOAT, 2, 3, 5, 4), PLAIN).getSecond()).amaxNumber().doubleValue(), 1e-6);
	}

	@Test
	void noWayBackWithoutATrainingPass() {
		RReLULayer layer = layer(PAPER);
		assertNoWayBack(layer);
		layer.activate(minusOne(4, 5), true, PLAIN);
		layer.activate(minusOne(4, 5), false, PLAIN);
		assertNoWayBack(layer);
		layer.activate(minusOne(4, 5), true, PLAIN);
		layer.clear();
		assertNoWayBack(layer);
	}

	private static void assertNoWayBack(RReLULayer layer) {
		IllegalStateException e = assertThrows(IllegalStateException.class, () -> layer.backpropGradient(minusOne(4, 5), PLAIN));
		assertTrue(e.getMessage().startsWith("RReLU has no slopes to go back with: run a training pass forward first"), e.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "0, 8", "-1, 8", "8, 3", "NaN, 8", "3, NaN", "3, Infinity" })
	void boundsThatMakeNoSense(double lower, double upper) {
		TintypeException e = assertThrows(TintypeException.class, () -> RReLU.dividing(lower, upper));
		assertTrue(e.getMessage().endsWith("choose two positive numbers, the lower one first."), e.getMessage());
	}

	@Test
	void settingsSurviveTheConfiguration() {
		for (RReLU settings : new RReLU[] { PAPER, LIBRARIES, RReLU.dividing(2, 2), RReLU.sharing(3, 8) }) {
			var configuration = new NeuralNetConfiguration.Builder().layer(settings).build();
			assertEquals(settings, NeuralNetConfiguration.fromJson(configuration.toJson()).getLayer());
		}
		assertNotEquals(RReLU.dividing(3, 8), RReLU.multiplying(3, 8));
		assertNotEquals(RReLU.dividing(3, 8), RReLU.dividing(3, 7));
		assertNotEquals(RReLU.sharing(3, 8), RReLU.multiplying(3, 8));
	}

	/** So that older versions of Tintype open them, and this one opens theirs. */
	@Test
	void onlySharingIsNewInTheConfiguration() {
		assertEquals(false, new NeuralNetConfiguration.Builder().layer(PAPER).build().toJson().contains("sharing"));
		assertTrue(new NeuralNetConfiguration.Builder().layer(RReLU.sharing(3, 8)).build().toJson().contains("sharing"));
	}

	private static INDArray minusOne(long... shape) {
		return Nd4j.valueArrayOf(shape, -1, DataType.FLOAT);
	}

	private static RReLULayer layer(RReLU settings) {
		return layer(new NeuralNetConfiguration.Builder().layer(settings).build());
	}

	private static RReLULayer layer(NeuralNetConfiguration configuration) {
		return (RReLULayer) configuration.getLayer().instantiate(configuration, null, 0, null, true, DataType.FLOAT);
	}
}
