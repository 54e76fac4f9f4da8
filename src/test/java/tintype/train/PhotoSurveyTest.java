package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Canceled;
import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbGrid;

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
		Path huge = Pictures.claiming(folder.resolve("huge.png"), 100_000, 100_000);

		PhotoSurvey survey = Pictures.survey(folder, 32);
		assertEquals(List.of(good, alsoGood), survey.usable());
		assertEquals(Set.of(grey, tinted, small, broken, huge), survey.skipped().keySet());
		assertEquals(grey + " has no colour", survey.skipped().get(grey));
		assertEquals(tinted + " has no colour", survey.skipped().get(tinted));
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
	void nothingToLearnFrom() throws IOException {
		Path grey = Pictures.write(folder.resolve("grey.png"), 40, 40, Pictures.filled(40, 0x808080));
		TintypeException e = assertThrows(TintypeException.class, () -> Pictures.survey(folder, 32));
		assertEquals("No picture in " + folder + " can be learned from (" + grey + " has no colour): choose colour pictures.", e.getMessage());
	}

	@Test
	void cancel() throws IOException {
		Pictures.write(folder.resolve("good.png"), 40, 40, Pictures.landscape(40, 1));
		assertThrows(CancellationException.class, () -> PhotoSurvey.of(PhotoFolder.of(folder), new PhotoReader(PhotoOpener.NONE), 32, new Canceled()));
	}
}
