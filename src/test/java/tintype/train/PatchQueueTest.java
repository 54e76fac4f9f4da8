package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.dataset.DataSet;

import tintype.Canceled;
import tintype.TintypeException;
import tintype.color.AbGrid;
import tintype.color.AbHistogram;
import tintype.color.SoftEncoding;
import tintype.nn.Backend;
import tintype.nn.RebalancedCrossEntropy;

class PatchQueueTest {

	private static final int EDGE = 6;
	private static final int HALO = 2;
	private static final int BATCH = 3;
	private static final long PATIENCE_S = 60;

	@TempDir
	Path folder;

	private RebalancedCrossEntropy loss;

	@BeforeEach
	void makePictures() throws IOException {
		Backend.start();
		for (int i = 0; i < 5; i++)
			Pictures.write(folder.resolve(i + ".png"), 40, 40, Pictures.landscape(40, i));
		AbGrid bins = AbGrid.of(new double[] { -28, -5 }, new double[] { 30, -25 });
		loss = new RebalancedCrossEntropy(bins, new SoftEncoding(bins, 2, 5), new double[] { 1, 2 });
	}

	/** From any first batch, with any number of threads, in blocks of one and of three. */
	@ParameterizedTest
	@CsvSource({ "0, 1, 1600", "7, 4, 1600", "0, 4, 800000", "5, 2, 800000", "1000000000000, 3, 800000" })
	void theBatchesOfTheSamplerInOrder(long first, int threads, double pixels) {
		PatchSampler sampler = sampler(pixels);
		try (PatchQueue queue = new PatchQueue(sampler, loss, BATCH, first, threads)) {
			for (long index = first; index < first + 8; index++) {
				Patch[] patches = sampler.patches(index, BATCH);
				DataSet expected = loss.batch(of(patches, 0), of(patches, 1), of(patches, 2), EDGE, EDGE + 2 * HALO);
				DataSet actual = queue.next();
				assertEquals(expected.getFeatures(), actual.getFeatures(), "batch " + index);
				assertEquals(expected.getLabels(), actual.getLabels(), "batch " + index);
				assertEquals(expected.getLabelsMaskArray(), actual.getLabelsMaskArray(), "batch " + index);
			}
			assertTrue(queue.picturesRead() > 0 && queue.waitedSeconds() >= 0);
		}
	}

	private static float[][] of(Patch[] patches, int part) {
		float[][] all = new float[patches.length][];
		for (int i = 0; i < all.length; i++)
			all[i] = part == 0 ? patches[i].lightness() : part == 1 ? patches[i].a() : patches[i].b();
		return all;
	}

	/** Each block of three batches decodes its three pictures once. */
	@Test
	void largePicturesAreDecodedOncePerBlock() throws Exception {
		PatchSampler sampler = sampler(800_000);
		try (PatchQueue queue = new PatchQueue(sampler, loss, BATCH, 0, 2)) {
			for (int i = 0; i < 9; i++)
				queue.next();
			// batches 9 to 12 are ahead, the last of them in block 4, and one more block
			int pictures = IntStream.rangeClosed(0, 5).map(block -> sampler.pictures(block, BATCH).size()).sum();
			awaitTrue(() -> queue.picturesRead() >= pictures);
			assertEquals(pictures, queue.picturesRead());
		}
	}

	@Test
	void aPictureThatVanishesIsNamedWhenItsTurnComes() throws IOException {
		PatchSampler sampler = sampler(1600);
		for (int i = 0; i < 5; i++)
			Files.delete(folder.resolve(i + ".png"));
		try (PatchQueue queue = new PatchQueue(sampler, loss, BATCH, 0)) {
			TintypeException e = assertThrows(TintypeException.class, queue::next);
			assertTrue(e.getMessage().startsWith(folder.toString()) && e.getMessage().contains("can't be read"), e.getMessage());
			assertSame(e, assertThrows(TintypeException.class, queue::next));
		}
	}

	@Test
	void closingEndsTheWait() throws Exception {
		SlowHost host = new SlowHost();
		PatchQueue queue = new PatchQueue(slowSampler(host), loss, BATCH, 0, 2);
		CompletableFuture<DataSet> waiting = CompletableFuture.supplyAsync(queue::next);
		assertTrue(host.began.await(PATIENCE_S, TimeUnit.SECONDS));
		assertThrows(TimeoutException.class, () -> waiting.get(100, TimeUnit.MILLISECONDS));
		queue.close();
		assertThrows(CancellationException.class, () -> {
			try {
				waiting.get(PATIENCE_S, TimeUnit.SECONDS);
			}
			catch (ExecutionException e) {
				throw e.getCause();
			}
		});
		assertThrows(CancellationException.class, queue::next);
		assertTrue(queue.waitedSeconds() > 0);
		host.mayGoOn.countDown();
		awaitTrue(() -> threads() == 0);
		queue.close();
	}

	@Test
	void aCallerWhoCancelsDoesNotWaitForThePicture() throws Exception {
		SlowHost host = new SlowHost();
		try (PatchQueue queue = new PatchQueue(slowSampler(host), loss, BATCH, 0, 2)) {
			assertTrue(host.began.await(PATIENCE_S, TimeUnit.SECONDS));
			assertThrows(CancellationException.class, () -> queue.next(new Canceled()));
		}
		finally {
			host.mayGoOn.countDown();
		}
		awaitTrue(() -> threads() == 0);
	}

	@Test
	void closingEndsTheThreadsAndFreesTheTensors() throws Exception {
		List<DataSet> untaken = new ArrayList<>();
		DataSet taken;
		try (PatchQueue queue = new PatchQueue(sampler(1600), loss, BATCH, 0)) {
			taken = queue.next();
			for (CompletableFuture<DataSet> future : ahead(queue))
				untaken.add(future.get(PATIENCE_S, TimeUnit.SECONDS));
			assertTrue(threads() > 0);
		}
		assertEquals(4, untaken.size());
		for (DataSet data : untaken)
			assertTrue(data.getFeatures().wasClosed() && data.getLabels().wasClosed() && data.getLabelsMaskArray().wasClosed());
		assertFalse(taken.getFeatures().wasClosed());
		awaitTrue(() -> threads() == 0);
	}

	@SuppressWarnings("unchecked")
	private static Collection<CompletableFuture<DataSet>> ahead(PatchQueue queue) throws ReflectiveOperationException {
		Field ahead = PatchQueue.class.getDeclaredField("ahead");
		ahead.setAccessible(true);
		return List.copyOf((Collection<CompletableFuture<DataSet>>) ahead.get(queue));
	}

	/** Other queues of this JVM are closed by now, or end soon. */
	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().matches("Tintype (pictures|patches)")).count();
	}

	private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
		for (long ms = 0; !condition.getAsBoolean() && ms < 1000 * PATIENCE_S; ms += 20)
			Thread.sleep(20);
		assertTrue(condition.getAsBoolean());
	}

	private PatchSampler sampler(double meanPixels) {
		PhotoSurvey survey = Pictures.survey(folder, EDGE + 2 * HALO);
		return new PatchSampler(new PhotoSurvey(survey.usable(), survey.skipped(), survey.histogram(), meanPixels, survey.hashes()),
			new PhotoReader(PhotoOpener.NONE), new PatchShape(EDGE, HALO, 1, false), Augmentation.OLD_PHOTOGRAPH, 11);
	}

	private PatchSampler slowSampler(PhotoOpener host) throws IOException {
		Path slow = Files.writeString(folder.resolve("a.slow"), "a picture that takes its time");
		PhotoSurvey survey = new PhotoSurvey(List.of(slow), Map.of(), new AbHistogram(), 1600, Map.of());
		return new PatchSampler(survey, new PhotoReader(host), new PatchShape(EDGE, HALO, 1, false), Augmentation.NONE, 11);
	}

	/** A picture that is open only when the test says so. */
	private static final class SlowHost implements PhotoOpener {

		private final CountDownLatch began = new CountDownLatch(1);
		private final CountDownLatch mayGoOn = new CountDownLatch(1);

		@Override
		public boolean opens(Path file) {
			return file.toString().endsWith(".slow");
		}

		@Override
		public long pixels(Path file) {
			return 40 * 40;
		}

		@Override
		public BufferedImage open(Path file) throws IOException {
			began.countDown();
			boolean interrupted = false;
			while (mayGoOn.getCount() > 0)
				try {
					mayGoOn.await(); // decoders do not heed interrupts either
				}
				catch (InterruptedException e) {
					interrupted = true;
				}
			if (interrupted) Thread.currentThread().interrupt();
			return new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
		}
	}
}
