package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import net.imglib2.Interval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tintype.Progress;
import tintype.color.AnnealedMean;

class ColorModelTest {

	private static final Img<FloatType> PICTURE = TestModels.picture(40, 30);

	/** Bytes of ND4J's that wait for the collector. */
	private static final long SHAPES = 2000;

	private static float[] logits(ColorModel model) {
		return model.logits(PICTURE, Intervals.expand(PICTURE, -ColorNet.HALO), Progress.NONE);
	}

	@Test
	void seesWhatItsNetworkHasLearnedMeanwhile() {
		try (ColorModel model = TestModels.untrained(Nonlinearity.RELU, true); ColorModel other = TestModels.untrained(Nonlinearity.RELU, true)) {
			float[] before = logits(model);
			assertArrayEquals(before, logits(model));
			model.network().params().muli(1.25);
			other.network().params().muli(1.25);
			float[] after = logits(model);
			assertFalse(Arrays.equals(before, after));
			assertArrayEquals(logits(other), after);
		}
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void coloursAreThoseOfTheLogits(Nonlinearity activation, boolean batchNorm) {
		try (ColorModel model = TestModels.untrained(activation, batchNorm)) {
			Interval tile = Intervals.expand(PICTURE, -ColorNet.HALO);
			int pixels = (int) Intervals.numElements(tile);
			AnnealedMean mean = new AnnealedMean(model.card().grid(), 0.38);
			float[] a = new float[pixels], b = new float[pixels], expectedA = new float[pixels], expectedB = new float[pixels];
			mean.ofLogits(logits(model), pixels, expectedA, expectedB);
			model.colours(PICTURE, tile, mean, a, b, Progress.NONE);
			assertArrayEquals(expectedA, a);
			assertArrayEquals(expectedB, b);
		}
	}

	@Test
	void restsWithoutItsMemory() {
		try (ColorModel model = TestModels.untrained()) {
			long before = Pointer.totalBytes();
			float[] first = logits(model);
			assertTrue(Pointer.totalBytes() - before >= transformed(model.network()) + Float.BYTES * model.network().numParams());
			model.rest();
			assertEquals(before, Pointer.totalBytes(), SHAPES);
			assertArrayEquals(first, logits(model));
		}
	}

	/** Bytes of 36 numbers for each 3x3 filter. */
	private static long transformed(ComputationGraph network) {
		return Arrays.stream(network.getLayers()).filter(layer -> layer.numParams() > 0) //
			.mapToLong(layer -> layer.getParam("W").length() / 9 * 36 * Float.BYTES).sum();
	}
}
