package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.Lab;
import tintype.train.FolderEvaluation.Watcher;

class FolderEvaluationTest {

	@TempDir
	Path folder;

	private Path pictures;

	@BeforeEach
	void writePictures() throws IOException {
		pictures = Files.createDirectory(folder.resolve("pictures"));
		for (int i = 0; i < 3; i++)
			Pictures.write(pictures.resolve("scene" + i + ".png"), 40, 40, Pictures.landscape(40, i));
	}

	@Test
	void everyPictureHasARowAndTheBaselinesAreTheirOwn() throws IOException {
		EvaluationReport report = evaluate(pictures, pictures, Progress.NONE);
		assertEquals(List.of("scene0.png", "scene1.png", "scene2.png", "all pictures", "grey", "mean colour"), List.copyOf(report.rows().keySet()));
		Comparison all = new Comparison(counts().shares());
		Comparison grey = new Comparison(counts().shares());
		Comparison mean = new Comparison(counts().shares());
		for (Path file : PhotoFolder.of(pictures).files()) {
			Photo truth = Pictures.read(file);
			Photo plain = Colouring.grey(truth, Progress.NONE);
			assertEquals(all.add(truth, new SideTint().of(plain, Progress.NONE)), report.pictures().get(file.getFileName().toString()));
			grey.add(truth, plain);
			mean.add(truth, Colouring.constant(plain, counts().meanA(), counts().meanB(), Progress.NONE));
		}
		assertEquals(all.scores(), report.model().scores());
		assertEquals(grey.scores(), report.grey().scores());
		assertEquals(mean.scores(), report.mean().scores());
		assertEquals(0, report.grey().scores().colourfulness(), 1e-9);
		assertTrue(report.mean().scores().psnr() > report.grey().scores().psnr());
	}

	@Test
	void theCurveRisesToOneAndItsAreaIsTheAuc() throws IOException {
		EvaluationReport.Line line = evaluate(pictures, pictures, Progress.NONE).model();
		double[] curve = line.curve();
		assertEquals(151, curve.length);
		for (int t = 1; t < curve.length; t++)
			assertTrue(curve[t] >= curve[t - 1]);
		assertEquals(1, curve[150]);
		// each share holds for t, so the area lies between the lower and the upper sum
		double area = Arrays.stream(curve).sum();
		assertTrue(line.scores().auc() <= (area - curve[0]) / 150 && line.scores().auc() >= (area - curve[150]) / 150, line.toString());
	}

	@Test
	void aPerfectModelIsPerfect() {
		EvaluationReport report = FolderEvaluation.of(PhotoFolder.of(pictures), PhotoFolder.of(pictures), Pictures.READER, new Oracle(pictures),
			Watcher.NONE, Progress.NONE);
		Scores scores = report.model().scores();
		for (double one : new double[] { scores.auc(), scores.rebalancedAuc(), scores.fullyRebalancedAuc(), scores.ssim(),
			scores.colourfulnessRatio(), scores.chromaCorrelation(), report.model().curve()[0] })
			assertEquals(1, one, 1e-12);
		assertEquals(0, scores.lightnessDifference());
		assertTrue(scores.psnr() > 100 && report.grey().scores().auc() < 0.9);
	}

	@Test
	void weightsOfOtherPicturesCountOtherwise() throws IOException {
		Path other = Files.createDirectory(folder.resolve("other"));
		Pictures.write(other.resolve("green.png"), 20, 20, Pictures.filled(20, Lab.toSrgb(40, -28, 30)));
		Scores own = evaluate(pictures, pictures, Progress.NONE).model().scores();
		Scores others = evaluate(pictures, other, Progress.NONE).model().scores();
		assertEquals(own.auc(), others.auc());
		assertTrue(Math.abs(own.rebalancedAuc() - others.rebalancedAuc()) > 1e-3);
	}

	@Test
	void badPicturesAreListedAndTheOthersEvaluated() throws IOException {
		Path broken = Files.writeString(pictures.resolve("broken.png"), "no picture");
		Path grey = Pictures.write(pictures.resolve("grey.png"), 20, 20, Pictures.filled(20, 0x777777));
		Path narrow = Pictures.write(pictures.resolve("narrow.png"), 6, 40, Arrays.copyOf(Pictures.landscape(20, 1), 240));
		List<Integer> seen = new ArrayList<>();
		EvaluationReport report = FolderEvaluation.of(PhotoFolder.of(pictures), PhotoFolder.of(pictures), Pictures.READER, new SideTint(),
			(index, file, plain, coloured, truth) -> seen.add(index), Progress.NONE);
		assertEquals(List.of(broken, grey, narrow), List.copyOf(report.skipped().keySet()));
		assertTrue(report.skipped().get(broken).contains("is not a picture"));
		assertTrue(report.skipped().get(grey).contains("no colour"));
		assertTrue(report.skipped().get(narrow).contains("7 x 7"));
		assertEquals(3, report.pictures().size());
		assertEquals(List.of(3, 4, 5), seen);
	}

	private enum Shortage {

		JAVA(() -> new OutOfMemoryError("Java heap space")), //
		NATIVE(() -> new IllegalStateException(new RuntimeException("std::bad_alloc"))), //
		SMALLEST_TILE(() -> new TintypeException("There is not enough memory.", new OutOfMemoryError()));

		private final Supplier<Throwable> failure;

		Shortage(Supplier<Throwable> failure) {
			this.failure = failure;
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPictureTooLargeForTheMemoryIsListedAndTheOthersEvaluated(Shortage shortage) throws IOException {
		EvaluationReport without = evaluate(withoutTheSecond(), pictures, Progress.NONE);
		for (boolean watching : new boolean[] { false, true }) {
			Watcher watcher = (index, file, plain, coloured, truth) -> fail(watching && index == 1, shortage);
			int[] turn = { 0 };
			Colouring colouring = (lightness, progress) -> {
				fail(!watching && turn[0]++ == 1, shortage);
				return new SideTint().rgb(lightness, progress);
			};
			PhotoFolder folder = PhotoFolder.of(pictures);
			EvaluationReport report = FolderEvaluation.of(folder, folder, Pictures.READER, colouring, watcher, Progress.NONE);
			assertEquals(List.of(pictures.resolve("scene1.png")), List.copyOf(report.skipped().keySet()));
			String reason = report.skipped().get(pictures.resolve("scene1.png"));
			assertTrue(reason.contains("don't fit into memory (40 x 40 pixels)"), reason);
			assertEquals(without.rows(), report.rows());
		}
	}

	private Path withoutTheSecond() throws IOException {
		Path others = Files.createDirectory(folder.resolve("others"));
		for (String name : List.of("scene0.png", "scene2.png"))
			Files.copy(pictures.resolve(name), others.resolve(name));
		return others;
	}

	private static void fail(boolean now, Shortage shortage) {
		if (!now) return;
		Throwable failure = shortage.failure.get();
		if (failure instanceof Error error) throw error;
		throw (RuntimeException) failure;
	}

	@Test
	void otherFailuresEndTheEvaluation() {
		Colouring broken = (lightness, progress) -> {
			throw new TintypeException("Saturation must be between 0 and 2.");
		};
		PhotoFolder folder = PhotoFolder.of(pictures);
		assertThrows(TintypeException.class,
			() -> FolderEvaluation.of(folder, folder, Pictures.READER, broken, Watcher.NONE, Progress.NONE));
	}

	/** A picture that takes as long as it pleases. */
	@Test
	void cancelNeedNotWaitForAPicture() throws IOException {
		Path slow = Files.createDirectory(folder.resolve("slow"));
		Files.writeString(slow.resolve("slow.any"), "read by the host alone");
		CountDownLatch asked = new CountDownLatch(1);
		PhotoOpener host = new PhotoOpener() {

			@Override
			public boolean opens(Path file) {
				return true;
			}

			@Override
			public long pixels(Path file) {
				return 1;
			}

			@Override
			public BufferedImage open(Path file) throws IOException {
				try {
					if (!asked.await(1, TimeUnit.MINUTES)) throw new IOException("nobody asked for cancel while this picture was read");
					Thread.sleep(TimeUnit.MINUTES.toMillis(1));
					throw new IOException("the picture was awaited after a cancel");
				}
				catch (InterruptedException e) {
					throw new IOException("given up", e);
				}
			}
		};
		int[] questions = { 0 };
		Progress impatient = new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				if (questions[0]++ == 0) return false; // before the picture
				asked.countDown();
				return true;
			}
		};
		PhotoFolder folder = PhotoFolder.of(slow, host);
		assertThrows(CancellationException.class,
			() -> FolderEvaluation.of(folder, folder, new PhotoReader(host), new SideTint(), Watcher.NONE, impatient));
	}

	@Test
	void noneUsableIsASentence() throws IOException {
		Path empty = Files.createDirectory(folder.resolve("grey"));
		Pictures.write(empty.resolve("grey.png"), 20, 20, Pictures.filled(20, 0x777777));
		for (Path[] pair : new Path[][] { { empty, pictures }, { pictures, empty } }) {
			String sentence = assertThrows(TintypeException.class, () -> evaluate(pair[0], pair[1], Progress.NONE)).getMessage();
			assertTrue(sentence.startsWith("No picture in " + empty) && sentence.contains("no colour"), sentence);
		}
	}

	/** Wherever it happens: while counting, colouring or comparing. */
	@Test
	void cancelStopsAtOnce() {
		for (int asked : new int[] { 1, 30, 150, 200, 300, 500, 700 }) {
			int[] left = { asked };
			AtomicBoolean after = new AtomicBoolean();
			Progress impatient = new Progress() {

				@Override
				public void report(long done, long total, String text) {
					if (left[0] < -1) after.set(true);
				}

				@Override
				public boolean canceled() {
					return --left[0] < 0;
				}
			};
			assertThrows(CancellationException.class, () -> evaluate(pictures, pictures, impatient), "after " + asked);
			assertTrue(!after.get() && left[0] == -1, "went on after " + asked);
		}
	}

	@Test
	void progressNeverGoesBackWithinAPass() throws IOException {
		List<Long> steps = new ArrayList<>();
		evaluate(pictures, pictures, new Progress() {

			@Override
			public void report(long done, long total, String text) {
				if (!text.startsWith("Evaluating")) return;
				assertEquals(3000, total);
				steps.add(done);
			}

			@Override
			public boolean canceled() {
				return false;
			}
		});
		assertEquals(List.of(0L, 1000L, 1000L, 2000L, 2000L, 3000L), steps);
	}

	private static EvaluationReport evaluate(Path folder, Path weights, Progress progress) {
		return FolderEvaluation.of(PhotoFolder.of(folder), PhotoFolder.of(weights), Pictures.READER, new SideTint(), Watcher.NONE, progress);
	}

	private ColourCounts counts() {
		ColourCounts counts = new ColourCounts();
		for (Path file : PhotoFolder.of(pictures).files())
			counts.add(Pictures.read(file), Progress.NONE);
		return counts;
	}
}
