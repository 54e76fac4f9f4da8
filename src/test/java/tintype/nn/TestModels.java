package tintype.nn;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.provider.Arguments;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.color.AbGrid;

/** Small untrained models and pictures for tests. */
public final class TestModels {

	/** Bins of {@link #untrained()}; a multiple of 8 plus 1, as Q / 8 rounds down. */
	public static final int BINS = 9;

	private TestModels() {}

	/** A random network whose colours differ from pixel to pixel by several ab units. */
	public static ColorModel untrained() {
		return untrained(BINS);
	}

	static ColorModel untrained(int bins) {
		return new ColorModel(ColorNet.create(bins, Nonlinearity.RELU, false, 7, new NoOp()), card(grid(bins)));
	}

	/** Random, with what a training would change in normalisations and activations set to something. */
	static ColorModel untrained(Nonlinearity activation, boolean batchNorm) {
		return new ColorModel(network(BINS, activation, batchNorm), card(grid(BINS), activation, batchNorm));
	}

	/** A random network that sees the scene with a shorter edge of so many pixels. */
	public static ColorModel scene(int edge) {
		ModelCard c = card(grid(BINS));
		Backend.start();
		return new ColorModel(SceneNet.create(BINS, Nonlinearity.RELU, true, 7, new NoOp()), new ModelCard(c.name(), c.version(), Architecture.SCENE_NET, edge,
			c.activation(), true, c.description(), c.licence(), c.citation(), c.created(), c.software(), c.grid(), c.prior(), c.lambda(),
			c.temperature(), c.decodings(), c.training(), c.scores()));
	}

	static ComputationGraph network(int bins, Nonlinearity activation, boolean batchNorm) {
		ComputationGraph network = ColorNet.create(bins, activation, batchNorm, 7, new NoOp());
		Random random = new Random(4);
		for (Layer layer : network.getLayers())
			if (!(layer instanceof ConvolutionLayer)) layer.paramTable().forEach((name, values) -> {
				for (int i = 0; i < values.length(); i++)
					values.putScalar(i, values.getDouble(i) + (random.nextDouble() - 0.5) / 4);
			});
		return network;
	}

	/** All activations, without and with batch normalisation. */
	static Stream<Arguments> kinds() {
		return Stream.of(Nonlinearity.values()).flatMap(activation -> Stream.of(arguments(activation, false), arguments(activation, true)));
	}

	/** Bins on a spiral, all within the gamut of middle greys. */
	static AbGrid grid(int bins) {
		double[] a = new double[bins], b = new double[bins];
		for (int q = 0; q < bins; q++) {
			a[q] = (5 + 20.0 * q / bins) * Math.cos(2.4 * q);
			b[q] = (5 + 20.0 * q / bins) * Math.sin(2.4 * q);
		}
		return AbGrid.of(a, b);
	}

	static ModelCard card(AbGrid grid) {
		return card(grid, Nonlinearity.RELU, false);
	}

	private static ModelCard card(AbGrid grid, Nonlinearity activation, boolean batchNorm) {
		double[] prior = new double[grid.size()];
		for (int q = 0; q < prior.length; q++)
			prior[q] = 1.0 / prior.length;
		Map<String, String> training = new LinkedHashMap<>(Map.of("pictures", "none"));
		return new ModelCard("Test", "3", Architecture.COLOR_NET, 0, activation, batchNorm, "Knows nothing.", "CC0", "Nobody 1900.", "2001-02-03", "a test", grid,
			prior, 0.5, 0.38, Map.of(), training, Map.of("AuC", 0.25));
	}

	/** Reproducible noise on a ramp, L from 20 to 80. */
	public static Img<FloatType> picture(int width, int height) {
		Random random = new Random(width * 31L + height);
		float[] lightness = new float[width * height];
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = 20 + 40f * (i % width) / width + 20 * random.nextFloat();
		return ArrayImgs.floats(lightness, width, height);
	}
}
