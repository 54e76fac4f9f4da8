package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Canceled;
import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbGrid;
import tintype.color.Lab;

class PhotoSurveyTest {

	@TempDir
	Path folder;

	@Test
	void whatCannotBeLearnedFromIsListedWithItsReason() throws IOException {
		Path good = Pictures.write(folder.resolve("good.png"), 40, 40, Pictures.landscape(40, 1));
		Path alsoGood = Pictures.write(folder.resolve("sub/good.bmp"), 32, 32, Pictures.landscape(32, 2));
		Path grey = Pictures.write(folder.resolve("grey.png"), 40, 40, Pictures.filled(40, 0x808080));
		Path tinted = Pictures.write(folder.resolve("nearly grey.png"), 40, 40, Pictures.filled(40, 0x83807e));
		Path small = Pictures.write(folder.resolve("small.png"), 31, 31, Pictures.landscape(31, 3));
		Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
		Path even = Pictures.write(folder.resolve("even.jpg"), 40, 40, Pictures.filled(40, 0x2060c0));
		Path huge = Pictures.claiming(folder.resolve("huge.png"), 100_000, 100_000);

		PhotoSurvey survey = Pictures.survey(folder, 32);
		assertEquals(List.of(good, alsoGood), survey.usable());
		assertEquals(Set.of(grey, tinted, small, broken, huge, even), survey.skipped().keySet());
		assertEquals(grey + " has no colour", survey.skipped().get(grey));
		assertEquals(tinted + " has no colour", survey.skipped().get(tinted));
		assertEquals(even + " has only one colour", survey.skipped().get(even));
		assertEquals(survey.skipped().keySet().stream().sorted().toList(), List.copyOf(survey.skipped().keySet()));
		assertEquals(survey.usable(), List.copyOf(survey.hashes().keySet()));
		assertEquals((1600 + 1024) / 2.0, survey.meanPixels());
		assertEquals(small + " is smaller than 32 pixels", survey.skipped().get(small));
		assertTrue(survey.skipped().get(broken).startsWith(broken + " is not a picture"), survey.skipped().get(broken));
		assertTrue(survey.skipped().get(huge).contains("too many"), survey.skipped().get(huge));
	}

	@Test
	void coloursOfTheUsableOnly() throws IOException {
		Pictures.write(folder.resolve("red.png"), 20, 20, Pictures.filled(20, 0xff0000, 0xf80000));
		Pictures.write(folder.resolve("small.png"), 19, 19, Pictures.filled(19, 0x00ff00));
		PhotoSurvey survey = Pictures.survey(folder, 20);
		assertEquals(400, survey.histogram().total());
		AbGrid zhang = AbGrid.zhang313();
		assertEquals(1, survey.histogram().shares(zhang)[zhang.nearest(80.09, 67.20)]);
		assertEquals(400, survey.meanPixels());
	}

	@Test
	void threadsDoNotMatter() throws IOException {
		for (int i = 0; i < 25; i++)
			Pictures.write(folder.resolve(i + ".png"), 40 + i, 40 + i, i % 5 == 0 ? Pictures.filled(40 + i, 0x808080) : Pictures.landscape(40 + i, i));
		PhotoReader reader = new PhotoReader(PhotoOpener.NONE);
		PhotoSurvey one = PhotoSurvey.of(PhotoFolder.of(folder), reader, 44, 1, Progress.NONE);
		PhotoSurvey eight = PhotoSurvey.of(PhotoFolder.of(folder), reader, 44, 8, Progress.NONE);
		assertEquals(one.usable(), eight.usable());
		assertEquals(List.copyOf(one.skipped().entrySet()), List.copyOf(eight.skipped().entrySet()));
		assertEquals(List.copyOf(one.hashes().entrySet()), List.copyOf(eight.hashes().entrySet()));
		assertEquals(one.meanPixels(), eight.meanPixels());
		assertArrayEquals(one.histogram().shares(AbGrid.zhang313()), eight.histogram().shares(AbGrid.zhang313()));
		assertEquals(one.histogram().total(), eight.histogram().total());
	}

	/** Of 4 megapixels every other pixel of every other row. */
	@Test
	void largePicturesCountInParts() throws IOException {
		int[] rgb = Pictures.filled(2048, 0x3060c0);
		Arrays.fill(rgb, 0, rgb.length / 4, 0xc06030);
		Pictures.write(folder.resolve("large.png"), 2048, 2048, rgb);
		PhotoSurvey survey = Pictures.survey(folder, 32);
		assertEquals(1 << 20, survey.histogram().total());
		assertEquals(1 << 22, survey.meanPixels());
		double[] shares = survey.histogram().shares(AbGrid.zhang313());
		double[] lab = new double[3];
		Lab.fromSrgb(0xc06030, lab);
		assertEquals(0.25, shares[AbGrid.zhang313().nearest(lab[1], lab[2])]);
	}

	/** Asked while pictures are read, not only between them. */
	@Test
	void progressTellsAndAsks() throws IOException {
		for (int i = 0; i < 4; i++)
			Pictures.write(folder.resolve(i + ".png"), 40, 40, Pictures.landscape(40, i));
		List<Long> done = new ArrayList<>();
		Progress listener = new Progress() {

			@Override
			public void report(long finished, long total, String text) {
				assertEquals(4, total);
				done.add(finished);
			}

			@Override
			public boolean canceled() {
				return false;
			}
		};
		PhotoSurvey.of(PhotoFolder.of(folder), new PhotoReader(PhotoOpener.NONE), 32, 2, listener);
		assertEquals(done.stream().sorted().toList(), done);
		assertTrue(done.get(done.size() - 1) <= 4 && !done.isEmpty(), done.toString());
	}

	@Test
	void nothingToLearnFrom() throws IOException {
		Path grey = Pictures.write(folder.resolve("grey.png"), 40, 40, Pictures.filled(40, 0x808080));
		TintypeException e = assertThrows(TintypeException.class, () -> Pictures.survey(folder, 32));
		assertEquals("No picture in " + folder + " can be learned from (" + grey + " has no colour): choose colour pictures.", e.getMessage());
	}

	/** A broken picture among those that judge is no fault of those that teach. */
	@Test
	void nothingToJudgeBy() throws IOException {
		Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");
		PhotoFolder judges = PhotoFolder.of(folder);
		TintypeException e = assertThrows(TintypeException.class, () -> PhotoSurvey.ofValidation(judges, Pictures.READER, 32, Progress.NONE));
		assertEquals("No picture for validation in " + folder + " can be used (" + broken + " is not a picture that can be read: use PNG, JPEG, " + //
			"TIFF, BMP or GIF): mend or remove it, or let a larger share of the pictures judge.", e.getMessage());
		Path good = Pictures.write(folder.resolve("good.png"), 40, 40, Pictures.landscape(40, 1));
		PhotoSurvey survey = PhotoSurvey.ofValidation(PhotoFolder.of(folder), Pictures.READER, 32, Progress.NONE);
		assertEquals(List.of(good), survey.usable());
		assertEquals(Set.of(broken), survey.skipped().keySet());
	}

	@Test
	void cancel() throws IOException {
		Pictures.write(folder.resolve("good.png"), 40, 40, Pictures.landscape(40, 1));
		assertThrows(CancellationException.class, () -> PhotoSurvey.of(PhotoFolder.of(folder), new PhotoReader(PhotoOpener.NONE), 32, new Canceled()));
	}
}
