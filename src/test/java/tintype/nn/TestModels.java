package tintype.nn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

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
		return new ColorModel(ColorNet.create(bins, 7, new NoOp()), card(grid(bins)));
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
		double[] prior = new double[grid.size()];
		for (int q = 0; q < prior.length; q++)
			prior[q] = 1.0 / prior.length;
		Map<String, String> training = new LinkedHashMap<>(Map.of("pictures", "none"));
		return new ModelCard("Test", "3", ModelCard.COLOR_NET, Nonlinearity.RELU, false, "Knows nothing.", "CC0", "Nobody 1900.", "2001-02-03", "a test", grid,
			prior, 0.5, 0.38, training, Map.of("AuC", 0.25));
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
