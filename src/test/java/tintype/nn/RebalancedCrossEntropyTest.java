package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.color.AbGrid;
import tintype.color.SoftEncoding;

class RebalancedCrossEntropyTest {

	private static final int EDGE = 3;

	/** Weights checked in each layer: few suffice, as a wrong formula is wrong everywhere. */
	private static final AbGrid GRID = TestModels.grid(TestModels.BINS);
	private static final SoftEncoding CODE = new SoftEncoding(GRID, 5, 5);

	/** Weights as far apart as real ones. */
	private static final double[] WEIGHTS = { 0.13, 6.8, 1, 2, 0.5, 3, 0.25, 4, 1.5 };

	private final float[][] lightness = new float[2][(EDGE + 16) * (EDGE + 16)];
	private final float[][] a = new float[2][EDGE * EDGE];
	private final float[][] b = new float[2][EDGE * EDGE];
	private final DataSet batch;

	RebalancedCrossEntropyTest() {
		Backend.start();
		Random random = new Random(5);
		for (int p = 0; p < 2; p++) {
			for (int i = 0; i < lightness[p].length; i++)
				lightness[p][i] = 100 * random.nextFloat();
			for (int i = 0; i < a[p].length; i++) {
				a[p][i] = 60 * random.nextFloat() - 30;
				b[p][i] = 60 * random.nextFloat() - 30;
			}
		}
		batch = new RebalancedCrossEntropy(GRID, CODE, WEIGHTS).batch(lightness, a, b, EDGE, EDGE + 2 * ColorNet.HALO);
	}

	@Test
	void tensorsHoldWhatTheySay() {
		int[] bins = new int[5];
		float[] shares = new float[5];
		for (int p = 0; p < 2; p++)
			for (int i = 0; i < EDGE * EDGE; i++) {
				CODE.encode(a[p][i], b[p][i], bins, shares);
				float[] expected = new float[GRID.size()];
				for (int k = 0; k < 5; k++)
					expected[bins[k]] = shares[k];
				for (int q = 0; q < expected.length; q++)
					assertEquals(expected[q], batch.getLabels().getFloat(p, q, i / EDGE, i % EDGE));
				double weight = WEIGHTS[GRID.nearest(a[p][i], b[p][i])] / (EDGE * EDGE);
				assertEquals(weight, batch.getLabelsMaskArray().getFloat(p, 0, i / EDGE, i % EDGE), 1e-7);
			}
		assertArrayEquals(new long[] { 2, 1, EDGE + 16, EDGE + 16 }, batch.getFeatures().shape());
		assertEquals((lightness[1][EDGE + 16] - 50) / 50, batch.getFeatures().getFloat(1, 0, 1, 0), 1e-7);
	}

	/** ND4J leaves a view open without a word; then memory waits for a garbage collection. */
	@Test
	void tensorsCanBeFreed() {
		batch.getFeatures().close();
		batch.getLabels().close();
		batch.getLabelsMaskArray().close();
		assertTrue(batch.getFeatures().wasClosed() && batch.getLabels().wasClosed() && batch.getLabelsMaskArray().wasClosed());
	}

	/** Labels that do not sum to 1 would give a wrong gradient in DL4J 1.0.0-M2.1. */
	@Test
	void labelsSumToOne() {
		INDArray sums = batch.getLabels().sum(1);
		assertEquals(0, sums.sub(1).amaxNumber().doubleValue(), 1e-6);
	}

	@Test
	void scoreIsTheWeightedMeanOfTheCrossEntropy() {
		ComputationGraph network = ColorNet.create(GRID.size(), Nonlinearity.RELU, false, 2, new NoOp());
		double sum = 0;
		for (int p = 0; p < 2; p++) {
			double[][][] logits = new PlainConvolutions(network).logits(patch(p));
			for (int i = 0; i < EDGE * EDGE; i++)
				sum += WEIGHTS[GRID.nearest(a[p][i], b[p][i])] * crossEntropy(logits, p, i);
		}
		assertEquals(sum / (2 * EDGE * EDGE), network.score(batch), 1e-5);
	}

	/** The loss of a picture whose logits are there already is what a batch of it would score. */
	@Test
	void sumOverLogitsIsTheScore() {
		ComputationGraph network = ColorNet.create(GRID.size(), Nonlinearity.RELU, false, 2, new NoOp());
		RebalancedCrossEntropy loss = new RebalancedCrossEntropy(GRID, CODE, WEIGHTS);
		double sum = 0;
		for (int p = 0; p < 2; p++) {
			double[][][] logits = new PlainConvolutions(network).logits(patch(p));
			float[] flat = new float[GRID.size() * EDGE * EDGE];
			for (int i = 0; i < flat.length; i++)
				flat[i] = (float) logits[i / (EDGE * EDGE)][i / EDGE % EDGE][i % EDGE];
			sum += loss.sum(flat, a[p], b[p]);
		}
		assertEquals(network.score(batch), sum / (2 * EDGE * EDGE), 1e-5);
	}

	private double[][] patch(int p) {
		double[][] patch = new double[EDGE + 16][EDGE + 16];
		for (int i = 0; i < lightness[p].length; i++)
			patch[i / (EDGE + 16)][i % (EDGE + 16)] = (lightness[p][i] - 50) / 50;
		return patch;
	}

	/** - sum of y log softmax, at one pixel. */
	private double crossEntropy(double[][][] logits, int p, int i) {
		double norm = 0;
		for (double[][] map : logits)
			norm += Math.exp(map[i / EDGE][i % EDGE]);
		double sum = 0;
		for (int q = 0; q < logits.length; q++)
			sum -= batch.getLabels().getDouble(p, q, i / EDGE, i % EDGE) * (logits[q][i / EDGE][i % EDGE] - Math.log(norm));
		return sum;
	}

	/** The learning rate must not depend on the size of the batch. */
	@Test
	void scoreOfABatchIsTheMeanOfItsPatches() {
		RebalancedCrossEntropy loss = new RebalancedCrossEntropy(GRID, CODE, WEIGHTS);
		ComputationGraph network = ColorNet.create(GRID.size(), Nonlinearity.RELU, false, 2, new NoOp());
		double mean = 0;
		for (int p = 0; p < 2; p++)
			mean += 0.5 * network.score(loss.batch(new float[][] { lightness[p] }, new float[][] { a[p] }, new float[][] { b[p] },
				EDGE, EDGE + 2 * ColorNet.HALO));
		assertEquals(mean, network.score(batch), 1e-6);
	}

	/** Back-propagated against finite differences, in double precision. */
	@Test
	void gradientCheck() {
		DataType usual = Nd4j.dataType();
		try {
			Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
			var configuration = ColorNet.configuration(GRID.size(), Nonlinearity.RELU, false, 4, new NoOp());
			configuration.setDataType(DataType.DOUBLE);
			ComputationGraph network = new ComputationGraph(configuration);
			network.init();
			openEnoughPaths(network);
			Slopes.assertAsBackPropagated(network, new DataSet(batch.getFeatures().castTo(DataType.DOUBLE), //
				batch.getLabels().castTo(DataType.DOUBLE), null, batch.getLabelsMaskArray().castTo(DataType.DOUBLE)), () -> {});
		}
		finally {
			Nd4j.setDefaultDataTypes(usual, usual);
		}
	}

	/** With one or two maps per layer a random ReLU may be closed everywhere; a bias keeps most open. */
	private static void openEnoughPaths(ComputationGraph network) {
		for (int i = 0; i < ColorNet.CONVOLUTIONS; i++)
			network.getLayer(i).getParam("b").assign(0.3);
	}

	@Test
	void asManyWeightsAsBins() {
		assertThrows(IllegalArgumentException.class, () -> new RebalancedCrossEntropy(GRID, CODE, new double[8]));
	}
}
