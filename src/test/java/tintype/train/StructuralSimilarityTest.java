package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import tintype.Canceled;
import tintype.Progress;

/** The expected figures are scikit-image 0.19.3's, on the project's rendered landscape. */
class StructuralSimilarityTest {

	private static final double ROUNDING = 1e-9;

	private final Photo truth = Pictures.read(Path.of(System.getProperty("user.dir"), "test-images", "landscape-color.png"));

	private interface Change {

		int rgb(int x, int y);
	}

	@Test
	void equalPicturesHaveOne() {
		assertEquals(1, with((x, y) -> at(x, y)));
	}

	@Test
	void redAndBlueSwapped() {
		assertEquals(0.8226113590, with((x, y) -> swapped(at(x, y))), ROUNDING);
	}

	@Test
	void everyChannelGreen() {
		assertEquals(0.9097180353, with((x, y) -> 0x010101 * (at(x, y) >> 8 & 255)), ROUNDING);
	}

	@Test
	void shiftedByAPixel() {
		assertEquals(0.6169392673, with((x, y) -> at(Math.max(0, x - 1), y)), ROUNDING);
	}

	@Test
	void halfAsBright() {
		assertEquals(0.6869443901, with((x, y) -> at(x, y) >> 1 & 0x7f7f7f), ROUNDING);
	}

	@Test
	void aSingleWindowAndAFlatPicture() {
		assertEquals(0.9671076009, ofPart(200, 100, 7, 7), ROUNDING);
		assertEquals(0.9219511511, ofPart(200, 100, 100, 8), ROUNDING);
	}

	@Test
	void cancel() {
		assertThrows(CancellationException.class, () -> StructuralSimilarity.of(truth, truth, new Canceled()));
	}

	private double with(Change change) {
		return StructuralSimilarity.of(truth, picture(0, 0, truth.width(), truth.height(), change), Progress.NONE);
	}

	private double ofPart(int left, int top, int width, int height) {
		return StructuralSimilarity.of(picture(left, top, width, height, (x, y) -> at(x, y)),
			picture(left, top, width, height, (x, y) -> swapped(at(x, y))), Progress.NONE);
	}

	private static Photo picture(int left, int top, int width, int height, Change change) {
		int[] rgb = new int[width * height];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = change.rgb(left + i % width, top + i / width);
		return new Photo(width, height, rgb);
	}

	private int at(int x, int y) {
		return truth.rgb()[y * truth.width() + x];
	}

	private static int swapped(int rgb) {
		return (rgb & 255) << 16 | rgb & 0xff00 | rgb >> 16 & 255;
	}
}
