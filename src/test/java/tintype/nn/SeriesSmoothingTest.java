package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImgs;

import tintype.Progress;
import tintype.color.AbGrid;

/** What neighbours do to each other, with distributions over two bins written by hand. */
class SeriesSmoothingTest {

	private static final int EDGE = 16, CELLS = EDGE * EDGE, MIDDLE = CELLS / 2 + EDGE / 2;

	private static final AbGrid GRID = AbGrid.of(new double[] { 0, 50 }, new double[] { 0, 0 });

	/** Sky above, ground below, which the network gives the second bin with a probability. */
	private static SeenSlice slice(float[] lightness, double second) {
		float[] probabilities = new float[2 * CELLS];
		for (int i = 0; i < CELLS; i++) {
			probabilities[i] = (float) (1 - second);
			probabilities[CELLS + i] = (float) second;
		}
		return new SeenSlice(GRID, EDGE, EDGE, probabilities, lightness, //
			SliceSummary.of(ArrayImgs.floats(lightness, EDGE, EDGE), probabilities, 2, Progress.NONE));
	}

	private static float[] scene() {
		float[] lightness = new float[CELLS];
		for (int i = 0; i < CELLS; i++)
			lightness[i] = i < CELLS / 2 ? 80 : 30 + i % EDGE;
		return lightness;
	}

	private static float[] otherScene() {
		float[] lightness = new float[CELLS];
		for (int i = 0; i < CELLS; i++)
			lightness[i] = i % EDGE < 5 ? 80 : 35;
		return lightness;
	}

	/** As if the light had changed by a factor on its cube root. */
	private static float[] exposed(float[] lightness, double factor) {
		float[] exposed = new float[lightness.length];
		for (int i = 0; i < exposed.length; i++)
			exposed[i] = (float) ((lightness[i] + 16) * factor - 16);
		return exposed;
	}

	private static double second(BinMap map, int cell) {
		return map.probabilities()[CELLS + cell];
	}

	@Test
	void neighboursCalmARestlessSlice() {
		List<SeenSlice> slices = new ArrayList<>(Collections.nCopies(9, slice(scene(), 0.2)));
		slices.set(4, slice(scene(), 0.9));
		double own = 1 / (1 + 2 * (gauss(1) + gauss(2) + gauss(3) + gauss(4)));
		assertEquals(0.2 + 0.7 * own, second(SeriesSmoothing.of(slices, 4), MIDDLE), 1e-5);
		assertEquals(0.2, second(SeriesSmoothing.of(slices.subList(5, 9), 1), MIDDLE), 1e-5);
	}

	private static double gauss(int distance) {
		return Math.exp(-0.5 * distance * distance / SeriesSmoothing.SIGMA / SeriesSmoothing.SIGMA);
	}

	@Test
	void anotherExposureIsTheSameScene() {
		SeenSlice slice = slice(scene(), 0.2);
		BinMap steady = SeriesSmoothing.of(List.of(slice, slice(scene(), 0.8)), 0);
		BinMap wavering = SeriesSmoothing.of(List.of(slice, slice(exposed(scene(), 1.12), 0.8)), 0);
		assertEquals(second(steady, MIDDLE), second(wavering, MIDDLE), 1e-3);
		assertTrue(second(steady, MIDDLE) > 0.4);
	}

	@Test
	void cellsOfAnotherLightnessDoNotMix() {
		float[] moved = scene();
		moved[MIDDLE] += 30;
		BinMap map = SeriesSmoothing.of(List.of(slice(scene(), 0.2), slice(moved, 0.8)), 0);
		assertEquals(0.2, second(map, MIDDLE), 1e-4);
		assertTrue(second(map, MIDDLE + 1) > 0.4);
	}

	/** Even cells of the same lightness. */
	@Test
	void nothingPassesACut() {
		BinMap map = SeriesSmoothing.of(List.of(slice(scene(), 0.2), slice(otherScene(), 0.8)), 0);
		for (int cell = 0; cell < CELLS; cell++)
			assertEquals(0.2, second(map, cell), 0.01);
	}

	@Test
	void likenessTellsScenesApart() {
		SliceSummary scene = slice(scene(), 0.5).summary(), other = slice(otherScene(), 0.5).summary();
		SliceSummary flat = slice(new float[CELLS], 0.5).summary();
		assertEquals(1, scene.likeness(scene), 1e-9);
		assertEquals(1, scene.likeness(slice(exposed(scene(), 0.9), 0.5).summary()), 1e-3);
		assertEquals(0, scene.likeness(other), 0.01);
		assertEquals(0, scene.likeness(flat), 0.01);
		assertEquals(1, flat.likeness(flat), 1e-9);
		assertEquals(scene.likeness(other), other.likeness(scene), 1e-12);
	}

	/** Half the way in log-probability from .9 to the pool of .9 and three times .2. */
	@Test
	void statisticsMoveASliceTowardsItsScene() {
		SliceSummary usual = slice(scene(), 0.2).summary(), other = slice(otherScene(), 0.01).summary();
		SeenSlice odd = slice(scene(), 0.9);
		SeriesStatistics statistics = new SeriesStatistics(List.of(usual, usual, usual, other));
		double pooled = (0.9 + 3 * 0.2) / 4;
		double expected = Math.sqrt(0.9 / 0.1 * (pooled / (1 - pooled)));
		SeenSlice moved = odd.moved(statistics.offsets(odd.summary()));
		assertEquals(expected / (1 + expected), moved.probabilities()[CELLS + MIDDLE], 0.01);
		assertEquals(1, moved.probabilities()[MIDDLE] + moved.probabilities()[CELLS + MIDDLE], 1e-6);
	}

	@Test
	void aSliceLikeNoOtherStays() {
		SeenSlice lonely = slice(otherScene(), 0.7);
		SeriesStatistics statistics = new SeriesStatistics(List.of(slice(scene(), 0.1).summary(), lonely.summary()));
		assertArrayEquals(new float[2], statistics.offsets(lonely.summary()), 0.01f);
	}
}
