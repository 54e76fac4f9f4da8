package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.dataset.DataSet;

import tintype.color.AbGrid;
import tintype.color.Lab;
import tintype.color.SoftEncoding;
import tintype.nn.Backend;
import tintype.nn.RebalancedCrossEntropy;

/** Patches are drawn afresh for every batch, and their colours sit in the middle of their lightness. */
class PatchSamplerTest {

	private static final int EDGE = 4;
	private static final int HALO = 3;
	private static final int OUTER = EDGE + 2 * HALO;
	private static final int SIDE = 40;

	@TempDir
	Path folder;

	private final int[] rgb = new int[SIDE * SIDE];
	private final double[] lab = new double[3];
	private Path picture;
	private RebalancedCrossEntropy loss;

	/** Random lightness tells each place from all others; colours are random too. */
	@BeforeEach
	void makePicture() throws IOException {
		Backend.start();
		Random random = new Random(8);
		for (int i = 0; i < rgb.length; i++) {
			double colour = random.nextBoolean() ? 15 : -15;
			rgb[i] = Lab.toSrgb(30 + 40 * random.nextDouble(), colour, colour);
		}
		picture = Pictures.write(folder.resolve("picture.png"), SIDE, SIDE, rgb);
		AbGrid bins = AbGrid.of(new double[] { 15, -15 }, new double[] { 15, -15 });
		loss = new RebalancedCrossEntropy(bins, new SoftEncoding(bins, 1, 5), new double[] { 1, 1 });
	}

	@Test
	void sameSeedSamePatches() {
		PatchSampler sampler = sampler(9), same = sampler(9);
		DataSet first = null;
		for (int i = 0; i < 3; i++) {
			first = sampler.next(5, loss);
			DataSet second = same.next(5, loss);
			assertEquals(first.getFeatures(), second.getFeatures());
			assertEquals(first.getLabels(), second.getLabels());
			assertEquals(first.getLabelsMaskArray(), second.getLabelsMaskArray());
		}
		assertNotEquals(first.getFeatures(), sampler(10).next(5, loss).getFeatures());
	}

	/** The source posts trained on the same 32 patches in every batch. */
	@Test
	void anEpochVisitsManyPlaces() {
		PatchSampler sampler = sampler(1);
		Set<String> places = new HashSet<>();
		for (int batch = 0; batch < 40; batch++) {
			DataSet data = sampler.next(8, loss);
			for (int p = 0; p < 8; p++)
				places.add(data.getFeatures().getFloat(p, 0, 0, 0) + " " + data.getFeatures().getFloat(p, 0, 0, OUTER - 1));
		}
		assertTrue(places.size() > 280, places.size() + " different patches of 320, mirrored ones counted apart");
	}

	@Test
	void labelsLieInTheMiddleOfTheFeatures() {
		DataSet data = sampler(3).next(60, loss);
		int mirrored = 0;
		for (int p = 0; p < 60; p++) {
			Place place = find(data, p);
			mirrored += place.mirrored ? 1 : 0;
			for (int y = 0; y < EDGE; y++)
				for (int x = 0; x < EDGE; x++) {
					Lab.fromSrgb(rgb[place.index(x + HALO, y + HALO)], lab);
					assertEquals(lab[1] > 0 ? 1 : 0, data.getLabels().getFloat(p, 0, y, x), "patch " + p + " at " + x + ", " + y);
					assertEquals(lab[1] > 0 ? 0 : 1, data.getLabels().getFloat(p, 1, y, x), "patch " + p + " at " + x + ", " + y);
				}
		}
		assertTrue(mirrored > 15 && mirrored < 45, mirrored + " of 60 are mirrored");
	}

	private record Place(int left, int top, boolean mirrored) {

		int index(int x, int y) {
			return (top + y) * SIDE + left + (mirrored ? OUTER - 1 - x : x);
		}
	}

	/** The one place in the picture whose lightness the features hold. */
	private Place find(DataSet data, int p) {
		for (int top = 0; top <= SIDE - OUTER; top++)
			for (int left = 0; left <= SIDE - OUTER; left++)
				for (boolean mirrored : new boolean[] { false, true }) {
					Place place = new Place(left, top, mirrored);
					if (isAt(place, data, p)) return place;
				}
		throw new AssertionError("patch " + p + " is nowhere in the picture");
	}

	private boolean isAt(Place place, DataSet data, int p) {
		for (int y = 0; y < OUTER; y++)
			for (int x = 0; x < OUTER; x++) {
				double expected = (Lab.lightness(rgb[place.index(x, y)]) - 50) / 50;
				if (Math.abs(expected - data.getFeatures().getFloat(p, 0, y, x)) > 1e-6) return false;
			}
		return true;
	}

	private PatchSampler sampler(long seed) {
		return new PatchSampler(List.of(picture), EDGE, HALO, seed);
	}
}
