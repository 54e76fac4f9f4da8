package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class PhotoSplitTest {

	private static final Path FOLDER = Path.of("pictures");

	@Test
	void aTenthOrSoJudges() {
		PhotoFolder all = folder(FOLDER, 2000);
		PhotoSplit split = PhotoSplit.of(all, 0.1);
		assertEquals(200, split.validation().files().size(), 45); // more than three standard deviations
		Set<Path> together = new HashSet<>(split.training().files());
		assertTrue(together.addAll(split.validation().files()));
		assertEquals(new HashSet<>(all.files()), together);
		assertEquals(2000, split.training().files().size() + split.validation().files().size());
		assertEquals(split.training().files().stream().sorted().toList(), split.training().files());
		assertEquals(split.validation().files().stream().sorted().toList(), split.validation().files());
	}

	@Test
	void picturesStayOnTheirSideWhenOthersCome() {
		PhotoSplit before = PhotoSplit.of(folder(FOLDER, 300), 0.2), after = PhotoSplit.of(folder(FOLDER, 900), 0.2);
		assertTrue(after.validation().files().containsAll(before.validation().files()));
		assertTrue(after.training().files().containsAll(before.training().files()));
	}

	@Test
	void theFolderMayMove() {
		Path elsewhere = Path.of("").toAbsolutePath().resolve("some").resolve("other");
		PhotoSplit here = PhotoSplit.of(folder(FOLDER, 100), 0.3), there = PhotoSplit.of(folder(elsewhere, 100), 0.3);
		assertEquals(here.validation().files().stream().map(FOLDER::relativize).toList(), //
			there.validation().files().stream().map(elsewhere::relativize).toList());
	}

	/** macOS may write the same name with an accent of its own. */
	@Test
	void accentsDoNotMatter() {
		List<Path> composed = new ArrayList<>(), decomposed = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			composed.add(FOLDER.resolve("caf\u00e9 " + (100 + i) + ".jpg"));
			decomposed.add(FOLDER.resolve("cafe\u0301 " + (100 + i) + ".jpg"));
		}
		PhotoSplit one = PhotoSplit.of(new PhotoFolder(FOLDER, composed), 0.5);
		PhotoSplit other = PhotoSplit.of(new PhotoFolder(FOLDER, decomposed), 0.5);
		assertEquals(numbers(one), numbers(other));
		assertFalse(one.validation().files().equals(other.validation().files()));
	}

	private static List<String> numbers(PhotoSplit split) {
		return split.validation().files().stream().map(file -> file.getFileName().toString().replaceAll("[^0-9]", "")).toList();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-9, 0.1, 0.5, 0.999999999 })
	void bothSidesGetAPicture(double share) {
		for (int size = 2; size < 12; size++) {
			PhotoSplit split = PhotoSplit.of(folder(FOLDER, size), share);
			assertFalse(split.training().files().isEmpty());
			assertFalse(split.validation().files().isEmpty());
		}
	}

	@Test
	void oneTeacherAndOneJudgeAtLeast() {
		TintypeException e = assertThrows(TintypeException.class, () -> PhotoSplit.of(folder(FOLDER, 1), 0.1));
		assertEquals("There is only one picture in pictures, but some have to teach and others to judge: add pictures.", e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 1, -0.1, 2, Double.NaN })
	void sharesOutOfRange(double share) {
		TintypeException e = assertThrows(TintypeException.class, () -> PhotoSplit.of(folder(FOLDER, 5), share));
		assertEquals("The share of pictures for validation is " + share + ": choose above 0 and below 1, e.g. 0.1.", e.getMessage());
	}

	private static PhotoFolder folder(Path folder, int size) {
		return new PhotoFolder(folder, IntStream.range(0, size).mapToObj(i -> folder.resolve("sub" + i % 3).resolve(i + ".jpg")).sorted().toList());
	}
}
