package tintype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.color.Lab;

/** A photograph of 12 megapixels within the heap that tests have, 2 GB. */
class LargePictureTest {

	private static final long WIDTH = 4000;
	private static final long HEIGHT = 3000;

	@ParameterizedTest
	@ValueSource(strings = { "default", "colornet" })
	void twelveMegapixelsWithProgress(String model) {
		AtomicLong reports = new AtomicLong();
		AtomicLong last = new AtomicLong();
		Progress progress = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				assertEquals(WIDTH * HEIGHT, total);
				assertTrue(done >= last.getAndSet(done), "progress went back");
				reports.incrementAndGet();
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		try (Colorizer colorizer = Colorizer.open(model)) {
			var colour = colorizer.colorize(ramp(), new Look(Setting.VIVID, 0.38, 0), progress).randomAccess();
			assertEquals(WIDTH * HEIGHT, last.get());
			assertTrue(reports.get() > 100, reports + " reports");
			for (long[] corner : new long[][] { { 0, 0 }, { WIDTH - 1, 0 }, { 0, HEIGHT - 1 }, { WIDTH - 1, HEIGHT - 1 }, { 2047, 1533 } })
				assertEquals(lightness(corner[0], corner[1]), Lab.lightness(colour.setPositionAndGet(corner).get()), 0.25);
		}
	}

	private static float lightness(long x, long y) {
		return 90f * x / WIDTH + 10f * y / HEIGHT;
	}

	private static RandomAccessibleInterval<FloatType> ramp() {
		return Views.interval(new FunctionRandomAccessible<>(2, //
			(position, l) -> l.set(lightness(position.getLongPosition(0), position.getLongPosition(1))), FloatType::new), //
			new long[] { 0, 0 }, new long[] { WIDTH - 1, HEIGHT - 1 });
	}
}
