package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Field;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization.Builder;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** {@link BatchNormKernel} against the layer without it. */
class BatchNormKernelTest {

	private static final LayerWorkspaceMgr WORKSPACES = LayerWorkspaceMgr.noWorkspaces();

	/** Of the largest expected value; DeepLearning4J sums in single precision. */
	private static final double TOLERANCE = 5e-5;

	@BeforeEach
	void seed() {
		Backend.start();
		Nd4j.getRandom().setSeed(3);
	}

	/** One block and several, maps that divide a block and maps that do not, maps of one value. */
	@ParameterizedTest
	@CsvSource({ "16,32,64,64", "16,64,32,32", "4,128,16,16", "16,256,8,8", "3,5,19,18", "2,1,71,67", "7,3,1,1", "60,37,1,1", "1,9,2,3", "1,2,1,3" })
	void trainsAsTheLayerDoes(int batch, int channels, int height, int width) {
		INDArray x = Nd4j.randn(DataType.FLOAT, batch, channels, height, width).muli(3).addi(1.5);
		assertSame(x, Nd4j.randn(DataType.FLOAT, x.shape()), true, true);
		assertSame(x, Nd4j.randn(DataType.FLOAT, x.shape()), true, false);
	}

	/** In inference, and backwards after it. */
	@ParameterizedTest
	@CsvSource({ "2,32,64,64", "3,5,19,18" })
	void infersAsTheLayerDoes(int batch, int channels, int height, int width) {
		INDArray x = Nd4j.randn(DataType.FLOAT, batch, channels, height, width).muli(3).addi(1.5);
		assertSame(x, Nd4j.randn(DataType.FLOAT, x.shape()), false, true);
	}

	/** Fortran order and views, forward and backward. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesOtherLayouts(boolean training) {
		INDArray x = Nd4j.randn(DataType.FLOAT, 3, 4, 6, 5);
		INDArray transposed = Nd4j.randn(DataType.FLOAT, 4, 3, 5, 6).permute(1, 0, 3, 2);
		assertSame(x.dup('f'), transposed, training, true);
		assertSame(transposed, x.dup('f'), training, true);
	}

	@Test
	void leavesOtherFormatsToTheLayer() {
		Builder last = new Builder().nIn(3).nOut(3).dataFormat(CNN2DFormat.NHWC);
		INDArray x = Nd4j.randn(DataType.FLOAT, 2, 5, 4, 3);
		BatchNormalization layer = layer(last, new BatchNormKernel());
		layer.setInput(x, WORKSPACES);
		assertClose(forward(layer(last, null), x, true), layer.activate(true, WORKSPACES));
		assertNull(new BatchNormKernel().backpropGradient(x, x, null, null, null, null, null, 0, CNN2DFormat.NHWC, WORKSPACES));
	}

	/** A mean a thousand times the deviation: double precision knows the variance to better than single. */
	@ParameterizedTest
	@CsvSource({ "4,32", "4096,1" })
	void meansMayBeLarge(int batch, int edge) {
		INDArray noise = Nd4j.randn(DataType.FLOAT, batch, 1, edge, edge), x = noise.add(1000);
		BatchNormKernel kernel = new BatchNormKernel();
		forward(layer(new Builder().nIn(1).nOut(1), kernel), x, true);
		INDArray exact = x.castTo(DataType.DOUBLE);
		assertEquals(exact.meanNumber().doubleValue(), kernel.getMeanCache(DataType.FLOAT).getDouble(0), 1e-4);
		double variance = exact.varNumber().doubleValue() * (x.length() - 1) / x.length();
		assertEquals(variance, kernel.getVarCache(DataType.FLOAT).getDouble(0), 1e-6 * variance);
	}

	@Test
	void networksUseIt() {
		var network = ColorNet.create(ColorNet.FEWEST_BINS, Nonlinearity.RELU, true, 1, new NoOp());
		assertInstanceOf(BatchNormKernel.class, network.getLayer(1).getHelper());
	}

	private static void assertSame(INDArray x, INDArray dy, boolean training, boolean logarithmic) {
		Builder settings = new Builder().nIn(x.size(1)).nOut(x.size(1)).useLogStd(logarithmic);
		BatchNormalization plain = layer(settings, null), fast = layer(settings, new BatchNormKernel());
		for (int pass = 0; pass < 2; pass++) { // the second one finds the first one's numbers
			assertClose(forward(plain, x, training), forward(fast, x, training));
			Pair<Gradient, INDArray> expected = plain.backpropGradient(dy, WORKSPACES), actual = fast.backpropGradient(dy, WORKSPACES);
			assertClose(expected.getSecond(), actual.getSecond());
			assertEquals(expected.getFirst().gradientForVariable().keySet(), actual.getFirst().gradientForVariable().keySet());
			expected.getFirst().gradientForVariable().forEach((name, gradient) -> //
				assertClose(gradient, actual.getFirst().getGradientFor(name)));
			assertClose(plain.getGradientsViewArray(), fast.getGradientsViewArray());
		}
	}

	private static INDArray forward(BatchNormalization layer, INDArray x, boolean training) {
		layer.setInput(x, WORKSPACES);
		return layer.activate(training, WORKSPACES);
	}

	private static void assertClose(INDArray expected, INDArray actual) {
		assertArrayEquals(expected.shape(), actual.shape());
		double largest = expected.amaxNumber().doubleValue();
		assertEquals(0, expected.sub(actual).amaxNumber().doubleValue(), TOLERANCE * Math.max(largest, 1e-2));
	}

	/** A layer with other parameters than the usual ones, the same each time. */
	private static BatchNormalization layer(Builder settings, BatchNormKernel kernel) {
		NeuralNetConfiguration configuration = new NeuralNetConfiguration.Builder().layer(settings.build()).build();
		long count = configuration.getLayer().initializer().numParams(configuration);
		INDArray parameters = Nd4j.linspace(DataType.FLOAT, 0.5, 1.0 / count, count).reshape(1, count);
		var layer = (BatchNormalization) configuration.getLayer().instantiate(configuration, null, 0, parameters, false, DataType.FLOAT);
		layer.setBackpropGradientsViewArray(Nd4j.zeros(DataType.FLOAT, 1, count));
		setHelper(layer, kernel);
		return layer;
	}

	private static void setHelper(BatchNormalization layer, BatchNormKernel kernel) {
		try {
			Field helper = BatchNormalization.class.getDeclaredField("helper");
			helper.setAccessible(true);
			helper.set(layer, kernel);
		}
		catch (ReflectiveOperationException e) {
			throw new AssertionError(e);
		}
	}
}
