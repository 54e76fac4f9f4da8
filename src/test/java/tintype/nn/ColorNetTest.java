package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Size and shape of the network of the source posts. */
class ColorNetTest {

	/** Sum over eight layers of (9 in + 1) out, counted outside Java. */
	@ParameterizedTest
	@CsvSource({ "8, 1557", "9, 1621", "99, 220539", "100, 221296", "313, 2303965" })
	void parameterCount(int bins, long expected) {
		assertEquals(expected, ColorNet.parameterCount(bins, Nonlinearity.RELU, false));
		ComputationGraph network = ColorNet.create(bins, Nonlinearity.RELU, false, 1, new NoOp());
		assertEquals(expected, network.numParams());
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 15, 16 })
	void everyConvolutionTakesOnePixelFromEachEdge(int bins) {
		ComputationGraph network = ColorNet.create(bins, Nonlinearity.RELU, false, 1, new NoOp());
		var activations = network.feedForward(Nd4j.zeros(2, 1, 32, 24), false);
		for (int i = 0; i < ColorNet.CONVOLUTIONS; i++)
			assertArrayEquals(new long[] { 2, i == 7 ? bins : (i + 1) * (bins / 8), 30 - 2 * i, 22 - 2 * i },
				activations.get(Integer.toString(i)).shape(), "layer " + i);
	}

	@Test
	void tooFewBins() {
		assertThrows(IllegalArgumentException.class, () -> ColorNet.create(7, Nonlinearity.RELU, false, 1, new NoOp()));
	}

	@Test
	void sameSeedSameWeights() {
		var network = ColorNet.create(8, Nonlinearity.RELU, false, 5, new NoOp());
		var same = ColorNet.create(8, Nonlinearity.RELU, false, 5, new NoOp());
		var other = ColorNet.create(8, Nonlinearity.RELU, false, 6, new NoOp());
		assertEquals(network.params(), same.params());
		assertNotEquals(network.params(), other.params());
	}

	/** A change of one pixel reaches the logits at most 8 pixels away, and each of these 17 x 17: weights of 1 leave every path open. */
	@Test
	void receptiveField() {
		ComputationGraph network = ColorNet.create(8, Nonlinearity.RELU, false, 3, new NoOp());
		network.setParams(Nd4j.ones(network.params().shape()));
		for (int i = 0; i < ColorNet.CONVOLUTIONS; i++)
			network.getLayer(i).getParam("b").assign(0);
		INDArray input = Nd4j.zeros(1, 1, 41, 41);
		float[] before = logits(network, input);
		input.putScalar(0, 0, 20, 20, 1);
		float[] after = logits(network, input);
		int edge = 41 - 2 * ColorNet.HALO;
		for (int y = 0; y < edge; y++)
			for (int x = 0; x < edge; x++) {
				boolean inside = Math.abs(x - 12) <= 8 && Math.abs(y - 12) <= 8;
				assertEquals(inside, before[y * edge + x] != after[y * edge + x], "at " + x + ", " + y);
			}
	}

	/** Logits of the first bin. */
	private static float[] logits(ComputationGraph network, INDArray input) {
		return Tensors.toFloats(network.feedForward(input, false).get(Integer.toString(ColorNet.CONVOLUTIONS - 1)));
	}
}
