package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tintype.Progress;
import tintype.TintypeException;

/** Several pictures on their way at a time. */
@Timeout(60)
class BatchLineTest {

	private static final int COUNT = 12;

	@TempDir
	Path folder;

	private final List<String> ended = new ArrayList<>();

	private void run(BatchWork work, int most, Progress progress) {
		List<BatchPicture> pictures = IntStream.range(0, COUNT).mapToObj(i -> new BatchPicture(Path.of("" + i), folder.resolve("" + i))).toList();
		new BatchLine(work, most, progress, (picture, failure) -> {
			if (failure instanceof CancellationException canceled) throw canceled;
			ended.add(picture.file() + (failure == null ? "" : " " + failure.getMessage()));
		}).run(pictures);
	}

	private static Progress telling(List<Long> reports, AtomicBoolean stop) {
		return new Progress() {

			@Override
			public void report(long done, long total, String text) {
				reports.add(done);
			}

			@Override
			public boolean canceled() {
				return stop.get();
			}
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			assertTrue(latch.await(30, TimeUnit.SECONDS), "the others never came");
		}
		catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The first two wait for each other, and the reading of the third, so they must be at work at the same time. */
	@Test
	void readingAndWorkingOverlap() {
		CountDownLatch both = new CountDownLatch(2), third = new CountDownLatch(3);
		AtomicInteger now = new AtomicInteger(), highest = new AtomicInteger();
		Thread command = Thread.currentThread();
		run(picture -> {
			assertSame(command, Thread.currentThread(), "reads");
			highest.accumulateAndGet(now.incrementAndGet(), Math::max);
			third.countDown();
			return (result, progress) -> {
				assertNotSame(command, Thread.currentThread(), "works");
				both.countDown();
				await(both);
				await(third);
				now.decrementAndGet();
			};
		}, 3, Progress.NONE);
		assertEquals(IntStream.range(0, COUNT).mapToObj(i -> "" + i).toList(), ended);
		assertEquals(3, highest.get());
	}

	@Test
	void oneAtATimeIsOneThread() {
		Thread command = Thread.currentThread();
		run(picture -> (result, progress) -> assertSame(command, Thread.currentThread()), 1, Progress.NONE);
		assertEquals(COUNT, ended.size());
		assertFalse(ended.get(0).contains(" "), ended.toString());
	}

	/** Later ones end first, yet what failed is told in the order of the pictures, and the progress never goes back. */
	@Test
	void endsAreToldInOrder() {
		CountDownLatch second = new CountDownLatch(1);
		List<Long> reports = Collections.synchronizedList(new ArrayList<>());
		run(picture -> {
			if (picture.endsWith("3")) throw new TintypeException("is damaged");
			return (result, progress) -> {
				if (picture.endsWith("0")) await(second);
				second.countDown();
				progress.report(1, 2, "half");
				if (picture.endsWith("1") || picture.endsWith("0")) throw new IOException("has no place");
			};
		}, 3, telling(reports, new AtomicBoolean()));
		assertEquals(List.of("0 has no place", "1 has no place", "2", "3 is damaged", "4"), ended.subList(0, 5));
		assertEquals(reports.stream().sorted().toList(), reports);
	}

	/** Beside others there is too little memory to read the fifth and to work on the second, alone there is enough. */
	@Test
	void whatLacksMemoryIsDoneAlone() {
		AtomicInteger now = new AtomicInteger();
		List<String> lacked = Collections.synchronizedList(new ArrayList<>());
		run(picture -> {
			boolean again = lacked.contains(picture + "");
			if (picture.endsWith("5") && !again) {
				lacked.add("5");
				throw new TintypeException("is large", new OutOfMemoryError());
			}
			now.incrementAndGet();
			return (result, progress) -> {
				int others = now.getAndDecrement() - 1;
				if (again) assertEquals(0, others);
				else if (picture.endsWith("1")) {
					lacked.add("1");
					throw new OutOfMemoryError("on purpose");
				}
			};
		}, 3, Progress.NONE);
		assertEquals(IntStream.range(0, COUNT).mapToObj(i -> "" + i).toList(), ended);
		assertEquals(List.of("1", "5"), lacked);
	}

	@Test
	void cancelWaitsForWhatIsOnTheWay() {
		AtomicInteger now = new AtomicInteger();
		CountDownLatch three = new CountDownLatch(3);
		AtomicBoolean stop = new AtomicBoolean();
		assertThrows(CancellationException.class, () -> run(picture -> (result, progress) -> {
			now.incrementAndGet();
			three.countDown();
			await(three);
			if (picture.endsWith("0")) stop.set(true);
			while (!progress.canceled())
				Thread.onSpinWait();
			now.decrementAndGet();
			if (!picture.endsWith("1")) throw new CancellationException("Canceled");
		}, 3, telling(new ArrayList<>(), stop)));
		assertEquals(0, now.get());
		assertEquals(List.of("1"), ended, "it was done nevertheless");
	}

	@Test
	void anInterruptEndsAll() {
		AtomicInteger now = new AtomicInteger();
		Thread command = Thread.currentThread();
		assertThrows(CancellationException.class, () -> run(picture -> (result, progress) -> {
			now.incrementAndGet();
			command.interrupt();
			while (!progress.canceled())
				Thread.onSpinWait();
			now.decrementAndGet();
			throw new CancellationException("Canceled");
		}, 3, Progress.NONE));
		assertTrue(Thread.interrupted(), "whoever interrupts finds it so");
		assertEquals(0, now.get());
	}

	@Test
	void timeLeftInWords() {
		assertEquals(List.of("", ", less than a minute left", ", 12 min left", ", 3.5 h left"),
			Stream.of(Double.NaN, 0.2, 12.3, 210.0).map(BatchProgress::left).toList());
	}
}
