package tintype.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;

/** The chart's file is what the code renders, patch by patch. */
class ColorChartTest {

	private final BufferedImage file = PictureFiles.read(PictureFiles.FOLDER.resolve("chart-rgb.png"));

	@Test
	void fileIsWhatTheCodeRenders() {
		SamePixels.check("chart-rgb.png", ColorChart.image(), file);
	}

	@Test
	void patchesHaveTheirStatedLevels() {
		for (int row = 0; row < 4; row++)
			for (int column = 0; column < 8; column++)
				assertEquals(ColorChart.patch(row, column),
					file.getRGB(column * ColorChart.PATCH + 4, row * ColorChart.PATCH + 4) & 0xFFFFFF,
					"patch " + row + ", " + column);
	}

	@Test
	void wedgeRunsFromBlackToWhite() {
		assertEquals(0x000000, file.getRGB(0, 36) & 0xFFFFFF);
		assertEquals(0xFFFFFF, file.getRGB(63, 36) & 0xFFFFFF);
	}
}
