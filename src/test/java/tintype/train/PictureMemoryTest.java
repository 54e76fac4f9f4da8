package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

class PictureMemoryTest {

	private static final long HEAP = 240L << 20;

	@Test
	void halfOfTheHeapAtTwelveBytes() {
		assertEquals(10 << 20, new PictureMemory(HEAP).mostPixels());
		assertEquals(1 << 16, new PictureMemory(0).mostPixels());
		assertTrue(new PictureMemory(Long.MAX_VALUE).mostPixels() > 1L << 40);
	}

	@Test
	void aLargePictureWaitsForAnother() throws InterruptedException {
		PictureMemory memory = new PictureMemory(HEAP);
		CountDownLatch entered = new CountDownLatch(1);
		PictureMemory.Place first = memory.place();
		first.take(6 << 20);
		Thread second = new Thread(() -> {
			try (PictureMemory.Place place = memory.place()) {
				place.take(6 << 20);
				entered.countDown();
			}
		});
		second.start();
		assertFalse(entered.await(100, TimeUnit.MILLISECONDS));
		first.close();
		assertTrue(entered.await(60, TimeUnit.SECONDS));
	}

	@Test
	void takingAgainGivesBackFirst() {
		PictureMemory memory = new PictureMemory(HEAP);
		for (int i = 0; i < 5; i++)
			try (PictureMemory.Place place = memory.place()) {
				place.take(9 << 20);
				place.take(9 << 20);
				place.close();
			}
	}

	/** More than there is counts as all there is. */
	@Test
	void nothingWaitsForever() {
		PictureMemory memory = new PictureMemory(HEAP);
		try (PictureMemory.Place place = memory.place()) {
			place.take(Long.MAX_VALUE);
		}
	}

	@Test
	void aThreadThatIsToEndStopsWaiting() throws InterruptedException {
		PictureMemory memory = new PictureMemory(HEAP);
		AtomicBoolean canceled = new AtomicBoolean();
		try (PictureMemory.Place all = memory.place()) {
			all.take(10 << 20);
			Thread waiting = new Thread(() -> {
				try (PictureMemory.Place place = memory.place()) {
					assertThrows(CancellationException.class, () -> place.take(1));
					canceled.set(true);
				}
			});
			waiting.start();
			waiting.interrupt();
			waiting.join(60_000);
		}
		assertTrue(canceled.get());
	}
}
