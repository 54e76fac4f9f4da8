package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;

class CellMeansTest {

	/** Of probabilities: networks sum in another order for another tile. */
	private static final float ROUNDING = 1e-5f;

	private static final int WIDTH = 23, HEIGHT = 17, EDGE = 3, COLUMNS = 8, ROWS = 6;

	private final ColorModel model = TestModels.untrained();
	private final RandomAccessibleInterval<FloatType> picture = TestModels.picture(WIDTH, HEIGHT);

	/** Means of the map pixel by pixel, each pixel in the cell where its centre lies. */
	private float[] expected() {
		float[] pixels = model.map(picture, Progress.NONE).probabilities();
		float[] means = new float[TestModels.BINS * COLUMNS * ROWS];
		int[] counts = new int[COLUMNS * ROWS];
		for (int i = 0; i < pixels.length; i++) {
			int bin = i / (WIDTH * HEIGHT), x = i % WIDTH, y = i / WIDTH % HEIGHT;
			int cell = (int) ((y + 0.5) * ROWS / HEIGHT) * COLUMNS + (int) ((x + 0.5) * COLUMNS / WIDTH);
			means[bin * counts.length + cell] += pixels[i];
			if (bin == 0) counts[cell]++;
		}
		for (int i = 0; i < means.length; i++)
			means[i] /= counts[i % counts.length];
		return means;
	}

	@ParameterizedTest
	@CsvSource({ "256", "16", "7" })
	void areTheMeansOfThePixelsWhateverTheTiles(int tileEdge) {
		BinMap map = CellMeans.of(model, picture, EDGE, tileEdge, Progress.NONE);
		assertEquals(COLUMNS, map.width());
		assertEquals(ROWS, map.height());
		assertArrayEquals(expected(), map.probabilities(), ROUNDING);
	}

	/** A tile that ran out of memory is done again, in parts, and nothing counts twice. */
	@Test
	void goOnWithSmallerTiles() {
		AtomicInteger reads = new AtomicInteger();
		RandomAccessibleInterval<FloatType> scarce = Converters.convert(picture, (in, out) -> {
			if (reads.incrementAndGet() == 900) throw new OutOfMemoryError("on purpose");
			out.set(in);
		}, new FloatType());
		BinMap map = CellMeans.of(model, scarce, EDGE, 32, Progress.NONE);
		assertTrue(reads.get() > 900, "memory did run out");
		assertArrayEquals(expected(), map.probabilities(), ROUNDING);
	}

	@Test
	void aSmallPictureHasACellPerPixel() {
		BinMap map = model.map(picture, Progress.NONE);
		assertEquals(WIDTH, map.width());
		assertArrayEquals(model.logits(Views.extendMirrorDouble(picture), picture, Progress.NONE), map.logits());
	}

	@ParameterizedTest
	@CsvSource({ "256, 256, 1", "257, 256, 2", "1, 65536, 1", "1, 65537, 2", "4000, 3000, 14" })
	void cellsAreAsSmallAsTheirNumberAllows(long width, long height, int edge) {
		assertEquals(edge, CellMeans.edge(width, height));
	}
}
