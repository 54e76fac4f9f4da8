package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;
import tintype.TintypeException;

/** Tiles cover a plane once, shrink when memory runs out, and stop when asked. */
class TilesTest {

	@ParameterizedTest
	@CsvSource({ "1, 1, 256", "1, 7, 4", "17, 5, 16", "300, 40, 256", "64, 64, 16", "33, 31, 1" })
	void coverEveryPixelOnce(int width, int height, int edge) {
		int[] visits = new int[width * height];
		Tiles.forEach(plane(width, height), edge, tile -> {
			assertTrue(Math.max(tile.dimension(0), tile.dimension(1)) <= edge);
			count(tile, width, visits);
		}, Progress.NONE);
		for (int count : visits)
			assertEquals(1, count);
	}

	/** Tiles above 30 pixels fail on purpose: the rest goes on in smaller ones, nothing twice, nothing left. */
	@Test
	void outOfMemoryLeadsToSmallerTiles() {
		int[] visits = new int[200 * 90];
		AtomicInteger failures = new AtomicInteger();
		Tiles.forEach(plane(200, 90), 100, tile -> {
			if (tile.dimension(0) > 30) {
				failures.incrementAndGet();
				throw new OutOfMemoryError("on purpose");
			}
			count(tile, 200, visits);
		}, Progress.NONE);
		assertEquals(2, failures.get(), "100 and 50 are too large, 25 is not, and this is remembered");
		for (int count : visits)
			assertEquals(1, count);
	}

	@Test
	void hopelessMemoryIsOneSentence() {
		AtomicInteger tries = new AtomicInteger();
		TintypeException e = assertThrows(TintypeException.class, () -> Tiles.forEach(plane(300, 300), 256, tile -> {
			tries.incrementAndGet();
			throw new OutOfMemoryError("on purpose");
		}, Progress.NONE));
		assertTrue(e.getMessage().contains("not enough memory"), e.getMessage());
		assertEquals(5, tries.get(), "256, 128, 64, 32, 16");
	}

	@Test
	void cancelIsHeardBeforeTheNextTile() {
		AtomicInteger tiles = new AtomicInteger();
		Progress canceledAfterThree = new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return tiles.get() == 3;
			}
		};
		assertThrows(CancellationException.class, //
			() -> Tiles.forEach(plane(64, 64), 16, tile -> tiles.incrementAndGet(), canceledAfterThree));
		assertEquals(3, tiles.get());
	}

	@Test
	void progressGrowsToItsEnd() {
		List<Long> reported = new ArrayList<>();
		Tiles.forEach(plane(50, 20), 16, tile -> {}, new Progress() {

			@Override
			public void report(long done, long total, String text) {
				assertEquals(1000, total);
				reported.add(done);
			}

			@Override
			public boolean canceled() {
				return false;
			}
		});
		assertEquals(reported.stream().sorted().toList(), reported);
		assertEquals(0, reported.get(0));
		assertEquals(1000, reported.get(reported.size() - 1));
	}

	@Test
	void anEdgeOfNothingIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Tiles.forEach(plane(5, 5), 0, tile -> {}, Progress.NONE));
	}

	private static Interval plane(int width, int height) {
		return new FinalInterval(width, height);
	}

	private static void count(Interval tile, int width, int[] visits) {
		for (long y = tile.min(1); y <= tile.max(1); y++)
			for (long x = tile.min(0); x <= tile.max(0); x++)
				visits[Math.toIntExact(y * width + x)]++;
	}
}
