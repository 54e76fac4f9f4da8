package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static tintype.inspect.Layers.filled;
import static tintype.inspect.Layers.tensor;
import static tintype.inspect.Layers.waves;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Tensor;

/**
 * Long rows of numbers come from NumPy: windows by sliding_window_view over an image
 * padded by numpy.pad, sums by einsum.
 */
class ConvolutionsTest {

	private static final int[] ONE = { 1, 1 };

	/** The kernel lies as it is; flipped, the first would be 1245. */
	@Test
	void correlates() {
		Layer layer = Layers.of(convolution(1, new int[] { 2, 2 }, ONE, ONE, Rule.VALID, 1), "kernel", tensor(new int[] { 2, 2, 1, 1 }, 1, 10, 100, 1000));
		Witness.assertGives(new int[] { 1, 1, 2, 1 }, new double[] { 5421, 6532 }, Witness.before(layer, tensor(new int[] { 1, 2, 3, 1 }, 1, 2, 3, 4, 5, 6)));
	}

	private static Operation.Convolution convolution(int filters, int[] kernel, int[] stride, int[] dilation, Padding padding, int groups) {
		return new Operation.Convolution(2, filters, kernel, stride, dilation, padding, groups);
	}

	private static DoubleTensor convolved(int[] stride, int[] dilation, Padding padding) {
		return Witness.before(Layers.of(convolution(2, new int[] { 3, 2 }, stride, dilation, padding, 1), "kernel", waves(1, 3, 2, 2, 2), "bias", waves(2, 2)), //
			waves(0, 1, 4, 5, 2));
	}

	@Test
	void valid() {
		Witness.assertGives(new int[] { 1, 2, 2, 2 }, new double[] { 1.028746770161317, 0.414473046448091, 0.528008084137229, -0.303077109359555, //
			0.591109501446772, -0.279110703316809, 1.322516223717037, 0.526048792358475 }, convolved(new int[] { 1, 2 }, ONE, Rule.VALID));
	}

	@Test
	void same() {
		Witness.assertGives(new int[] { 1, 2, 3, 2 }, new double[] { 1.028746770161317, 0.414473046448091, 0.528008084137229, -0.303077109359555, //
			0.980688596393291, 0.247673246853392, 2.126884894732513, 0.516008924845224, -0.163282179453729, -0.704295777691797, //
			0.201957774476472, 0.211316448538234 }, convolved(new int[] { 2, 2 }, ONE, Rule.SAME));
	}

	@Test
	void dilatedWithinEdges() {
		Witness.assertGives(new int[] { 1, 2, 3, 2 }, new double[] { -0.222070469869784, -1.886045428393471, 0.629960451410118, 1.649450077734072, //
			1.649376172292026, 0.082568089633906, 0.555079020708956, -0.278536916406115, 0.954199566180404, 0.267293574764985, //
			0.933309780585716, 0.210854727447962 }, convolved(new int[] { 2, 2 }, new int[] { 1, 2 }, new Padding.Edges(1, 0, 0, 2)));
	}

	@Test
	void groupsSeeTheirOwnChannels() {
		Layer layer = Layers.of(convolution(6, new int[] { 2, 2 }, new int[] { 2, 2 }, ONE, Rule.SAME, 2), "kernel", waves(1, 2, 2, 2, 6));
		Witness.assertGives(new int[] { 1, 2, 2, 6 }, new double[] { 0.977326769454034, -1.072444296238683, -2.136214954557911, -0.502296944220481, //
			-2.098590352860887, -1.765449391325445, 0.644402273560594, 2.464882111508473, 2.019160658429487, 0.505613886316113, 1.889866473456164, //
			1.536584520241753, -0.834609140845044, -1.291883506183439, -0.561406093937276, -0.809361040198606, -0.395806417082095, 0.381650801220189, //
			1.1209382375445, 1.490681905373293, 0.489899502148073, -0.167470706226371, -0.079171793205731, 0.081917321367477 }, //
			Witness.before(layer, waves(0, 1, 3, 3, 4)));
	}

	@Test
	void eachSampleByItself() {
		Layer layer = Layers.of(convolution(2, new int[] { 3, 2 }, ONE, ONE, Rule.SAME, 1), "kernel", waves(1, 3, 2, 2, 2));
		DoubleTensor both = Witness.before(layer, waves(0, 2, 4, 5, 2)), second = Witness.before(layer, waves(40, 1, 4, 5, 2));
		for (int i = 0; i < 40; i++)
			assertEquals(second.values()[i], both.values()[40 + i]);
	}

	/** One filter for each channel is a convolution with as many groups as channels. */
	@Test
	void depthwiseIsAConvolutionInGroups() {
		Tensor x = waves(0, 2, 5, 4, 3), kernel = waves(1, 3, 2, 3, 2), bias = waves(2, 6);
		int[] size = { 3, 2 }, stride = { 2, 1 }, dilation = { 1, 2 };
		DoubleTensor grouped = Witness.before(Layers.of(convolution(6, size, stride, dilation, Rule.SAME, 3), //
			"kernel", new Tensor(new int[] { 3, 2, 1, 6 }, kernel.values()), "bias", bias), x);
		DoubleTensor depthwise = Witness.before(Layers.of(new Operation.DepthwiseConvolution(2, 2, size, stride, dilation, Rule.SAME), //
			"depthwise_kernel", kernel, "bias", bias), x);
		assertArrayEquals(grouped.values(), depthwise.values(), 1e-15);
	}

	@Test
	void depthwise() {
		Layer layer = Layers.of(new Operation.DepthwiseConvolution(2, 3, new int[] { 2, 2 }, new int[] { 2, 2 }, ONE, Rule.VALID), "depthwise_kernel", waves(1, 2, 2, 2, 3));
		Witness.assertGives(new int[] { 1, 1, 2, 6 }, new double[] { 0.931555554572245, 1.383024951439541, 0.562947607877003, -0.823398641343956, //
			-0.498023080768796, 0.285232603881564, -0.897380342327692, -0.591763352092439, 0.257918100881848, 0.241578335909699, //
			-0.691678770020165, -0.989009627582629 }, Witness.before(layer, waves(0, 1, 3, 4, 2)));
	}

	@Test
	void separable() {
		Layer layer = Layers.of(new Operation.SeparableConvolution(2, 2, 3, new int[] { 2, 2 }, new int[] { 2, 2 }, ONE, Rule.VALID), //
			"depthwise_kernel", waves(1, 2, 2, 2, 3), "pointwise_kernel", waves(3, 1, 1, 6, 2), "bias", waves(5, 2));
		Witness.assertGives(new int[] { 1, 1, 2, 2 }, new double[] { -1.505304625183183, 0.183824692767819, 0.027024052157763, 0.080237594019144 }, //
			Witness.before(layer, waves(0, 1, 3, 4, 2)));
	}

	@Test
	void causalSequences() {
		Witness.assertGives(new int[] { 1, 6, 2 }, new double[] { -0.841462731287663, -0.451510539491551, 0.233619656097837, -0.57039817555907, //
			1.199857751254857, 1.758765601599848, -1.551365886426629, -0.314966835843429, 0.210082644128633, -2.133448060920507, //
			2.260411179159975, 2.280616601153866 }, causal(1, 2));
		Witness.assertGives(new int[] { 1, 3, 2 }, new double[] { -0.841462731287663, -0.451510539491551, -0.01346242795975, 0.174968506785269, //
			-0.076962671455544, 0.006262451586199 }, causal(2, 1));
	}

	private static DoubleTensor causal(int stride, int dilation) {
		return Witness.before(Layers.of(new Operation.Convolution(1, 2, new int[] { 3, 1 }, new int[] { stride, 1 }, new int[] { dilation, 1 }, Rule.CAUSAL, 1), //
			"kernel", waves(1, 3, 1, 2, 2)), waves(0, 1, 6, 2));
	}

	/** TensorFlow's own example of a step of 2: what overlaps is summed, and SAME cuts at the end. */
	@Test
	void transposedSpreads() {
		Tensor x = tensor(new int[] { 1, 2, 1 }, 1, 2);
		Witness.assertGives(new int[] { 1, 5, 1 }, new double[] { 1, 10, 102, 20, 200 }, Witness.before(transposed(1, Rule.VALID, 1, 10, 100), x));
		Witness.assertGives(new int[] { 1, 4, 1 }, new double[] { 1, 10, 102, 20 }, Witness.before(transposed(1, Rule.SAME, 1, 10, 100), x));
		Witness.assertGives(new int[] { 1, 3, 1 }, new double[] { 10, 102, 20 }, Witness.before(transposed(1, new Padding.Edges(1, 1, 0, 0), 1, 10, 100), x));
	}

	private static Layer transposed(int rank, Padding padding, double... kernel) {
		return Layers.of(new Operation.TransposedConvolution(rank, 1, new int[] { kernel.length, 1 }, new int[] { 2, 1 }, ONE, padding, null), //
			"kernel", tensor(new int[] { kernel.length, 1, 1, 1 }, kernel));
	}

	@Test
	void transposedImages() {
		Layer layer = Layers.of(new Operation.TransposedConvolution(2, 1, new int[] { 3, 2 }, new int[] { 2, 2 }, ONE, Rule.SAME, null), "kernel", waves(1, 3, 2, 1, 2));
		Witness.assertGives(new int[] { 1, 4, 6, 1 }, new double[] { 0.765147358811404, -0.636827323191582, 0.893467410363049, 0.021520081584576, //
			-1.508774696483712, 0.618916332001407, -0.235120018237325, 0.832516230156628, -0.911378487460654, 0.737014443702868, 0.993654601629999, //
			-1.44592875388836, -0.095501792364011, -0.988150750153574, 1.505220524037185, -1.157283760648615, -1.157283727878944, 1.951350761020926, //
			0.084366069673919, 0.466422874710226, -1.063871947752567, 1.057727935705582, 0.801087834279912, -1.346763164303738 }, //
			Witness.before(layer, waves(0, 1, 2, 3, 2)));
	}

	/** A of the convolution and T of its transposed with the same kernel: the product of A x with y is that of x with T y. */
	@ParameterizedTest
	@CsvSource({ // size of x, window, stride, dilation, rule or padding of each edge, output padding or -1
		"6, 3, 2, 1, SAME, -1", "6, 4, 2, 1, SAME, -1", "5, 3, 2, 1, SAME, 0", "6, 3, 2, 1, SAME, 1", "5, 2, 1, 1, SAME, -1", "5, 3, 1, 2, SAME, -1", //
		"7, 3, 2, 1, VALID, -1", "8, 3, 2, 1, VALID, 1", "6, 2, 3, 1, VALID, -1", "5, 2, 3, 1, VALID, 0", "7, 3, 1, 2, VALID, -1", //
		"5, 3, 2, 1, 1, -1", "6, 3, 2, 1, 1, 1", "5, 4, 1, 1, 2, -1" })
	void transposedIsTheAdjoint(int size, int window, int stride, int dilation, String rule, int outputPadding) {
		int[] kernel = { window, window }, strides = { stride, stride }, dilations = { dilation, dilation };
		Padding padding = rule.length() > 1 ? Rule.valueOf(rule) : edges(Integer.parseInt(rule));
		Tensor weights = waves(1, window, window, 3, 2), x = waves(2, 2, size, size, 3);
		DoubleTensor ax = Witness.before(Layers.of(convolution(2, kernel, strides, dilations, padding, 1), "kernel", weights), x);
		Tensor y = waves(5, ax.shape());
		int[] more = outputPadding < 0 ? null : new int[] { outputPadding, outputPadding };
		DoubleTensor ty = Witness.before(Layers.of(new Operation.TransposedConvolution(2, 3, kernel, strides, dilations, padding, more), "kernel", weights), y);
		assertArrayEquals(x.shape(), ty.shape());
		assertEquals(product(ax, y), product(ty, x), 1e-11);
	}

	private static Padding edges(int pixels) {
		return new Padding.Edges(pixels, pixels, pixels, pixels);
	}

	private static double product(DoubleTensor a, Tensor b) {
		double product = 0;
		for (int i = 0; i < b.values().length; i++)
			product += a.values()[i] * b.values()[i];
		return product;
	}

	@Test
	void whatDoesNotFitIsSaid() {
		Layer layer = Layers.of(convolution(4, new int[] { 3, 3 }, ONE, ONE, Rule.VALID, 1), "kernel", filled(1, 3, 3, 2, 4));
		Witness.assertRefused("Layer it (Convolution) was given [1, 5, 5, 3], which needs a kernel of 3, 3, 3, 4, but has one of 3, 3, 2, 4: " //
			+ "give the network an input of the size that it was made for.", layer, filled(1, 1, 5, 5, 3));
		Witness.assertRefused("Layer it (Convolution) expects images that are no smaller than its window, but was given [1, 5, 2, 2]: " //
			+ "give the network an input of the size that it was made for.", layer, filled(1, 1, 5, 2, 2));
		Witness.assertRefused("Layer it (Convolution) expects [image, y, x, channel], but was given [5, 5]: " //
			+ "give the network an input of the size that it was made for.", layer, filled(1, 5, 5));
		Witness.assertRefused("Layer it (Convolution) has no weight kernel (3, 3, 2, 4): the file is not complete.", //
			Layers.of(convolution(4, new int[] { 3, 3 }, ONE, ONE, Rule.VALID, 1)), filled(1, 1, 5, 5, 2));
	}
}
