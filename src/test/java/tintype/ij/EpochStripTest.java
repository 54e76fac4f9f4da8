package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Where the pictures stand in the strip of a training. */
class EpochStripTest {

	private static final int WHITE = 0xffffff;

	private final EpochStrip strip = new EpochStrip("Epochs of trees");

	@Test
	void aColumnPerPictureGreyAboveOursAboveTruth() {
		strip.add(TrainingRows.row(1, true, TrainingRows.preview(20, 10), TrainingRows.preview(10, 20)));
		ImagePlus imp = strip.image();
		assertEquals(320 + 4 + 80, imp.getWidth());
		assertEquals(3 * 160 + 2 * 4, imp.getHeight());
		ImageProcessor plane = imp.getProcessor();
		for (int x : new int[] { 0, 319, 324, 403 }) {
			List<Integer> column = IntStream.of(0, 159, 160, 164, 323, 328, 487).map(y -> plane.get(x, y) & WHITE).boxed().toList();
			assertEquals(List.of(TrainingRows.GREY, TrainingRows.GREY, WHITE, TrainingRows.OURS, TrainingRows.OURS, TrainingRows.TRUTH,
				TrainingRows.TRUTH), column, "x = " + x);
		}
		assertEquals(WHITE, plane.get(321, 80) & WHITE);
		assertEquals("Epochs of trees", imp.getTitle());
		assertTrue(imp.getInfoProperty().contains("red.png, red.png"), imp.getInfoProperty());
	}

	@Test
	void aPlanePerEpochWithItsScore() {
		strip.add(TrainingRows.row(1, true, TrainingRows.preview(20, 10)));
		strip.add(TrainingRows.row(2, true, TrainingRows.preview(20, 10)));
		ImagePlus imp = strip.image();
		assertEquals(2, imp.getStackSize());
		assertEquals("epoch 2, rebalanced AuC 0.7720", imp.getStack().getSliceLabel(2));
	}

	@Test
	void aLongRunKeepsTheFirstTheNewestAndEverySecondBetween() {
		for (int epoch = 1; epoch <= EpochStrip.MOST_PLANES + 1; epoch++)
			strip.add(TrainingRows.row(epoch, false, TrainingRows.preview(2, 1)));
		ImagePlus imp = strip.image();
		List<Integer> epochs = IntStream.rangeClosed(1, imp.getStackSize())
			.mapToObj(slice -> Integer.valueOf(imp.getStack().getSliceLabel(slice).replaceAll("epoch (\\d+),.*", "$1"))).toList();
		assertEquals(IntStream.iterate(1, epoch -> epoch <= EpochStrip.MOST_PLANES + 1, epoch -> epoch + 2).boxed().toList(), epochs);
	}
}
