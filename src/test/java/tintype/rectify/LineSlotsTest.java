package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import tintype.Progress;

class LineSlotsTest {

	private static final int SIZE = 300;

	/** Many strong stripes, and to their right one faint edge across them. */
	private static List<EdgeLine> striped() {
		float[] picture = new float[SIZE * SIZE];
		for (int i = 0; i < picture.length; i++)
			picture[i] = i % SIZE < 120 ? i / SIZE % 10 < 5 ? 100 : 0 : i % SIZE < 260 ? 40 : 55;
		return LineSlots.of(EdgePixels.of(new ReducedPicture(SIZE, SIZE, 1, picture)), SIZE, SIZE, 30, Progress.NONE);
	}

	@Test
	void stripesDoNotTakeAllPlaces() {
		EdgeLine faint = striped().stream().filter(line -> Math.abs(line.distance(259.5, 20)) < 0.6 && line.cos > 0.999).findFirst().orElseThrow();
		assertEquals(259.5, faint.c, 0.6);
		assertTrue(faint.support(20, 280) > 0.95);
	}

	/** 30 edges to either side, of which a sector keeps some; each runs from the border to column 120. */
	@Test
	void linesKnowWhereTheyAreSupported() {
		EdgeLine line = striped().stream().filter(each -> each.sin > 0.999).findFirst().orElseThrow();
		double end = line.along(116, line.y(0)), middle = line.along(50, line.y(0)), far = line.along(150, line.y(0));
		assertTrue(line.support(middle, end) > 0.95);
		assertTrue(line.support(far, line.along(250, line.y(0))) < 0.2);
	}

	@Test
	void linesMeet() {
		List<EdgeLine> lines = striped();
		EdgeLine across = lines.stream().filter(each -> each.cos > 0.999).findFirst().orElseThrow();
		EdgeLine along = lines.stream().filter(each -> each.sin > 0.999).findFirst().orElseThrow();
		double[] corner = across.meet(along);
		assertEquals(0, across.distance(corner[0], corner[1]), 1e-9);
		assertEquals(0, along.distance(corner[0], corner[1]), 1e-9);
	}
}
