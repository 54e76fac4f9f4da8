package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.TintypeException;
import tintype.color.Lab;

/** Patches are drawn afresh for every batch, and their colours sit in the middle of their lightness. */
class PatchSamplerTest {

	private static final int EDGE = 4;
	private static final int HALO = 3;
	private static final int OUTER = EDGE + 2 * HALO;
	private static final int SIDE = 40;

	@TempDir
	Path folder;

	private final int[] rgb = new int[SIDE * SIDE];

	/** Random lightness tells each place from all others; colours are random too. */
	@BeforeEach
	void makePicture() throws IOException {
		Random random = new Random(8);
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = Lab.toSrgb(30 + 40 * random.nextDouble(), 30 * random.nextDouble() - 15, 30 * random.nextDouble() - 15);
		Pictures.write(folder.resolve("picture.png"), SIDE, SIDE, rgb);
	}

	@ParameterizedTest
	@EnumSource
	void aBatchFollowsFromSeedAndIndex(Augmentation augmentation) throws IOException {
		addPictures(4);
		PatchSampler sampler = sampler(augmentation, 9), same = sampler(augmentation, 9);
		for (long index : new long[] { 7, 0, 123_456_789_012L, 7 }) {
			Patch[] batch = sampler.patches(index, 5);
			assertSame(batch, same.patches(index, 5));
			assertFalse(Arrays.equals(batch[0].lightness(), same.patches(index + 1, 5)[0].lightness()));
			assertFalse(Arrays.equals(batch[0].lightness(), sampler(augmentation, 10).patches(index, 5)[0].lightness()));
		}
	}

	private static void assertSame(Patch[] expected, Patch[] actual) {
		assertEquals(expected.length, actual.length);
		for (int i = 0; i < expected.length; i++) {
			assertArrayEquals(expected[i].lightness(), actual[i].lightness());
			assertArrayEquals(expected[i].a(), actual[i].a());
			assertArrayEquals(expected[i].b(), actual[i].b());
		}
	}

	/** The source posts trained on the same 32 patches in every batch. */
	@Test
	void anEpochVisitsManyPlaces() {
		PatchSampler sampler = sampler(Augmentation.MIRROR, 1);
		Set<String> places = new HashSet<>();
		for (int batch = 0; batch < 40; batch++)
			for (Patch patch : sampler.patches(batch, 8))
				places.add(patch.lightness()[0] + " " + patch.lightness()[OUTER - 1]);
		assertTrue(places.size() > 280, places.size() + " different patches of 320, mirrored ones counted apart");
	}

	@ParameterizedTest
	@CsvSource({ "NONE, 0, 0", "MIRROR, 16, 44" })
	void coloursLieInTheMiddleOfTheLightness(Augmentation augmentation, int fewest, int most) {
		int mirrored = 0;
		double[] lab = new double[3];
		for (Patch patch : sampler(augmentation, 3).patches(0, 60)) {
			Place place = find(patch);
			mirrored += place.mirrored ? 1 : 0;
			for (int y = 0; y < EDGE; y++)
				for (int x = 0; x < EDGE; x++) {
					Lab.fromSrgb(rgb[place.index(x + HALO, y + HALO)], lab);
					assertEquals(lab[1], patch.a()[y * EDGE + x], 1e-5, place + " at " + x + ", " + y);
					assertEquals(lab[2], patch.b()[y * EDGE + x], 1e-5, place + " at " + x + ", " + y);
				}
		}
		assertTrue(mirrored >= fewest && mirrored <= most, mirrored + " of 60 are mirrored");
	}

	private record Place(int left, int top, boolean mirrored) {

		int index(int x, int y) {
			return (top + y) * SIDE + left + (mirrored ? OUTER - 1 - x : x);
		}
	}

	/** The one place in the picture that a patch is from. */
	private Place find(Patch patch) {
		for (int top = 0; top <= SIDE - OUTER; top++)
			for (int left = 0; left <= SIDE - OUTER; left++)
				for (boolean mirrored : new boolean[] { false, true }) {
					Place place = new Place(left, top, mirrored);
					if (isAt(place, patch)) return place;
				}
		throw new AssertionError("a patch is nowhere in the picture");
	}

	private boolean isAt(Place place, Patch patch) {
		for (int y = 0; y < OUTER; y++)
			for (int x = 0; x < OUTER; x++)
				if (Math.abs(Lab.lightness(rgb[place.index(x, y)]) - patch.lightness()[y * OUTER + x]) > 1e-5) return false;
		return true;
	}

	/** 7 pictures do not fill whole batches of 3; after 7 batches each was there 3 times all the same. */
	@Test
	void everyPictureIsSeenEquallyOften() throws IOException {
		addPictures(6);
		PatchSampler sampler = sampler(Augmentation.NONE, 5);
		Map<Path, Integer> seen = new HashMap<>();
		Set<List<Path>> orders = new HashSet<>();
		for (int block = 0; block < 7; block++) {
			Map<Path, List<Integer>> pictures = sampler.pictures(block, 3);
			pictures.forEach((file, slots) -> seen.merge(file, slots.size(), Integer::sum));
			orders.add(List.copyOf(pictures.keySet()));
			assertEquals(Set.of(0, 1, 2), new HashSet<>(pictures.values().stream().flatMap(List::stream).toList()));
		}
		assertEquals(7, seen.size());
		assertEquals(Set.of(3), new HashSet<>(seen.values()));
		assertTrue(orders.size() > 4, "passes differ in order: " + orders);
	}

	@ParameterizedTest
	@CsvSource({ "65536, 16, 1", "262144, 16, 1", "600000, 16, 2", "12e6, 16, 16", "2e8, 16, 16", "12e6, 4096, 3" })
	void largePicturesGiveSeveralPatchesEachTime(double pixels, int batch, int length) {
		PhotoSurvey counted = Pictures.survey(folder, 1);
		PhotoSurvey survey = new PhotoSurvey(counted.usable(), counted.skipped(), counted.histogram(), pixels, counted.hashes());
		assertEquals(length, sampler(survey, Augmentation.NONE, 1, 12, 8).blockLength(batch));
	}

	/** In a block of two batches both come from the same pictures, at other places. */
	@Test
	void aBlockUsesItsPicturesAgain() throws IOException {
		Files.delete(folder.resolve("picture.png"));
		for (int i = 0; i < 8; i++)
			Pictures.write(folder.resolve(i + ".png"), 800, 800, Pictures.filled(800, 0x802010 + 0x101010 * i, 0x304080));
		PatchSampler sampler = sampler(Augmentation.MIRROR, 2);
		assertEquals(2, sampler.blockLength(3));
		Patch[] first = sampler.patches(4, 3), second = sampler.patches(5, 3), next = sampler.patches(6, 3);
		for (int i = 0; i < 3; i++)
			assertEquals(first[i].a()[0], second[i].a()[0]);
		assertFalse(first[0].a()[0] == next[0].a()[0] && first[1].a()[0] == next[1].a()[0] && first[2].a()[0] == next[2].a()[0]);
	}

	@Test
	void aPictureThatVanishesIsNamed() throws IOException {
		PatchSampler sampler = sampler(Augmentation.NONE, 1);
		Files.delete(folder.resolve("picture.png"));
		TintypeException e = assertThrows(TintypeException.class, () -> sampler.patches(0, 1));
		assertEquals(folder.resolve("picture.png") + " can't be read: check that it is still there and your access rights.", e.getMessage());
	}

	@ParameterizedTest
	@EnumSource
	void aPictureThatShrinksIsNamed(Augmentation augmentation) throws IOException {
		PatchSampler sampler = sampler(augmentation, 1);
		Pictures.write(folder.resolve("picture.png"), OUTER - 1, OUTER - 1, Pictures.landscape(OUTER - 1, 1));
		TintypeException e = assertThrows(TintypeException.class, () -> sampler.patches(0, 1));
		assertEquals(folder.resolve("picture.png") + " has 9 x 9 pixels, fewer than when the run began: put the old picture back and resume.",
			e.getMessage());
	}

	private void addPictures(int count) throws IOException {
		for (int i = 0; i < count; i++)
			Pictures.write(folder.resolve(i + ".png"), SIDE, SIDE, Pictures.landscape(SIDE, i));
	}

	private PatchSampler sampler(Augmentation augmentation, long seed) {
		return sampler(Pictures.survey(folder, OUTER), augmentation, seed, EDGE, HALO);
	}

	private static PatchSampler sampler(PhotoSurvey survey, Augmentation augmentation, long seed, int edge, int halo) {
		return new PatchSampler(survey, new PhotoReader(PhotoOpener.NONE), new PatchShape(edge, halo, 1, false), augmentation, seed);
	}
}
