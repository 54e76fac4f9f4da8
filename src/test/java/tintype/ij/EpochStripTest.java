package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import tintype.train.TrainingLog;

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

	/** A plane of two pictures takes 404 x 488 x 4 bytes: 42 fit into 32 MB. */
	@Test
	void aLongRunKeepsTheFirstTheNewestAndEverySecondBetween() {
		for (int epoch = 1; epoch <= 42; epoch++)
			strip.add(TrainingRows.row(epoch, false, TrainingRows.preview(20, 10), TrainingRows.preview(10, 20)));
		assertEquals(IntStream.rangeClosed(1, 42).boxed().toList(), epochs(strip.image()));
		strip.add(TrainingRows.row(43, false, TrainingRows.preview(20, 10), TrainingRows.preview(10, 20)));
		assertEquals(IntStream.iterate(1, epoch -> epoch <= 43, epoch -> epoch + 2).boxed().toList(), epochs(strip.image()));
	}

	@Test
	void manyEpochsOfManyPicturesStaySmall() {
		TrainingLog.Preview[] previews = IntStream.range(0, 6).mapToObj(i -> TrainingRows.preview(20, 10)).toArray(TrainingLog.Preview[]::new);
		for (int epoch = 1; epoch <= 60; epoch++) {
			strip.add(TrainingRows.row(epoch, false, previews));
			ImagePlus imp = strip.image();
			assertTrue(4L * imp.getWidth() * imp.getHeight() * imp.getStackSize() <= 32 << 20, "epoch " + epoch);
			assertEquals(epoch, epochs(imp).get(imp.getStackSize() - 1));
		}
	}

	@Test
	void aPanoramaKeepsItsShapeInANarrowColumn() {
		strip.add(TrainingRows.row(1, true, TrainingRows.preview(512, 8)));
		ImagePlus imp = strip.image();
		assertEquals(320, imp.getWidth());
		assertEquals(TrainingRows.GREY, imp.getProcessor().get(319, 4) & WHITE);
		assertEquals(WHITE, imp.getProcessor().get(319, 5) & WHITE);
		assertEquals(TrainingRows.OURS, imp.getProcessor().get(0, 164) & WHITE);
	}

	private static List<Integer> epochs(ImagePlus imp) {
		return IntStream.rangeClosed(1, imp.getStackSize())
			.mapToObj(slice -> Integer.valueOf(imp.getStack().getSliceLabel(slice).replaceAll("epoch (\\d+),.*", "$1"))).toList();
	}
}
