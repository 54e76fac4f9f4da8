package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.Progress;

/** {@link ColorNet} with every activation, without and with batch normalisation. */
class NetworkKindsTest {

	/** float32 sums of up to 9 x 14 products, eight times, and divisions by deviations. */
	private static final double TOLERANCE = 5e-5;

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void logitsAreAsDefined(Nonlinearity activation, boolean batchNorm) {
		Img<FloatType> picture = TestModels.picture(23, 20);
		double[][] lightness = new double[20][23];
		var pixel = picture.cursor();
		for (double[] row : lightness)
			for (int x = 0; x < row.length; x++)
				row[x] = (pixel.next().get() - 50) / 50;
		try (ColorModel model = TestModels.untrained(activation, batchNorm)) {
			double[][][] expected = new PlainConvolutions(model.network(), activation).logits(lightness);
			float[] actual = model.logits(picture, FinalInterval.createMinSize(8, 8, 7, 4), Progress.NONE);
			assertEquals(TestModels.BINS * 4 * 7, actual.length);
			for (int i = 0; i < actual.length; i++)
				assertEquals(expected[i / 28][i / 7 % 4][i % 7], actual[i], TOLERANCE, "value " + i);
		}
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void parametersAreCountedBeforehand(Nonlinearity activation, boolean batchNorm) {
		for (int bins : new int[] { 8, 23 })
			assertEquals(ColorNet.create(bins, activation, batchNorm, 1, new NoOp()).numParams(),
				ColorNet.parameterCount(bins, activation, batchNorm));
	}

	/** 1621 in the plain network; normalisation turns 28 biases into 28 times four, PReLU adds 28. */
	@ParameterizedTest
	@CsvSource({ "RELU, false, 1621", "RRELU, false, 1621", "ELU, true, 1705", "PRELU, false, 1649", "PRELU, true, 1733" })
	void parameterCount(Nonlinearity activation, boolean batchNorm, long expected) {
		assertEquals(expected, ColorNet.parameterCount(9, activation, batchNorm));
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void everyConvolutionUsesOneDnn(Nonlinearity activation, boolean batchNorm) {
		assumeTrue(Backend.hasOneDnn(), "the natives of this platform hold no oneDNN");
		int convolutions = 0;
		for (var layer : ColorNet.create(8, activation, batchNorm, 1, new NoOp()).getLayers())
			if (layer instanceof ConvolutionLayer) {
				assertNotNull(layer.getHelper(), "convolution " + convolutions);
				convolutions++;
			}
		assertEquals(ColorNet.CONVOLUTIONS, convolutions);
	}

	/** Standard deviations over layers of thousands of weights differ by less than 3 percent from those asked for. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void weightsStartAsLargeAsTheActivationNeeds(Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = ColorNet.create(80, activation, batchNorm, 1, new NoOp());
		int convolutions = 0;
		for (var layer : network.getLayers())
			if (layer instanceof ConvolutionLayer && convolutions++ > 0) {
				INDArray weights = layer.getParam("W");
				double expected = Math.sqrt(1 / (9 * weights.size(1) * activation.secondMoment()));
				assertEquals(1, weights.stdNumber().doubleValue() / expected, 0.03, "convolution " + convolutions);
			}
	}

	@Tag("threads")
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void sameSeedsSameTraining(Nonlinearity activation, boolean batchNorm) {
		INDArray trained = trained(activation, batchNorm, 0);
		assertEquals(trained, trained(activation, batchNorm, 0));
		assertEquals(0, trained.isNaN().castTo(DataType.INT).sumNumber().intValue());
		boolean draws = List.of(Nonlinearity.RRELU, Nonlinearity.RRELU_MULTIPLIED).contains(activation);
		assertEquals(draws, !trained.equals(trained(activation, batchNorm, 1000)), "other slopes drawn");
	}

	/** Parameters after 20 steps; the random numbers of each step are seeded. */
	private static INDArray trained(Nonlinearity activation, boolean batchNorm, int seed) {
		ComputationGraph network = ColorNet.create(9, activation, batchNorm, 5, new Adam(1e-3));
		Nd4j.getRandom().setSeed(3);
		INDArray input = Nd4j.rand(DataType.FLOAT, 4, 1, 20, 20).muli(2).subi(1);
		INDArray labels = Nd4j.rand(DataType.FLOAT, 4, 9, 4, 4);
		labels.divi(labels.sum(true, 1).broadcast(labels.shape()));
		for (int step = 0; step < 20; step++) {
			Nd4j.getRandom().setSeed(Backend.seed(seed + step));
			network.fit(new DataSet(input, labels));
		}
		return network.params();
	}

	/** Whether layers copy or work in place. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void twoActivationsLiveAtMostAndNoneAfterwards(Nonlinearity activation, boolean batchNorm) {
		Img<FloatType> picture = TestModels.picture(24, 20);
		List<INDArray> seen = new ArrayList<>();
		List<Long> alive = new ArrayList<>();
		try (ColorModel model = TestModels.untrained(activation, batchNorm)) {
			GraphVertex[] vertices = model.network().getVertices();
			GraphVertex[] originals = vertices.clone();
			for (int i = 1; i < vertices.length; i++)
				vertices[i] = watched(vertices[i], seen, alive);
			ForwardPass.logits(model.network(), Tensors.ofLightness(picture, picture), Progress.NONE).close();
			System.arraycopy(originals, 0, vertices, 0, vertices.length);
		}
		assertEquals(2, Collections.max(alive), alive::toString);
		assertEquals(0, alive(seen));
	}

	/** The vertex, with its inputs and outputs noted, and how many of all noted arrays are not freed. */
	private static GraphVertex watched(GraphVertex vertex, List<INDArray> seen, List<Long> alive) {
		return (GraphVertex) Proxy.newProxyInstance(GraphVertex.class.getClassLoader(), new Class<?>[] { GraphVertex.class }, (proxy, method, arguments) -> {
			Object result = method.invoke(vertex, arguments);
			if (method.getName().equals("setInput")) seen.add((INDArray) arguments[1]);
			if (method.getName().equals("doForward")) {
				seen.add((INDArray) result);
				alive.add(alive(seen));
			}
			return result;
		});
	}

	private static long alive(List<INDArray> seen) {
		return seen.stream().filter(array -> !array.wasClosed()).map(array -> array.data().address()).distinct().count();
	}

	/** ND4J itself takes a seed of 0 for the time of day. */
	@ParameterizedTest
	@ValueSource(longs = { 0, 1, -1, Long.MIN_VALUE })
	void sameSeedSameWeights(long seed) {
		INDArray weights = ColorNet.create(8, Nonlinearity.ELU, true, seed, new NoOp()).params();
		assertEquals(weights, ColorNet.create(8, Nonlinearity.ELU, true, seed, new NoOp()).params());
		Nd4j.getRandom().setSeed(Backend.seed(seed));
		INDArray drawn = Nd4j.rand(DataType.FLOAT, 5);
		Nd4j.getRandom().setSeed(Backend.seed(seed));
		assertEquals(drawn, Nd4j.rand(DataType.FLOAT, 5));
	}
}
