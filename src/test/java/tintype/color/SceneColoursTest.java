package tintype.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tintype.SharedData;

/**
 * Colours of the 260 validation pictures. Expected numbers were counted by
 * scikit-image's rgb2lab and SciPy's cKDTree on the same files, pixel by pixel.
 */
class SceneColoursTest {

	private static final long PIXELS = 17_039_360;

	/** Pixels that may fall into another bin: half-unit cells on slanted borders. */
	private static final double SOME = 200;

	private static AbHistogram histogram;
	private static long[] zhangCounts;

	@BeforeAll
	static void countColours() throws IOException {
		Path folder = SharedData.require("data/scenes/val");
		List<Path> files;
		try (Stream<Path> listed = Files.list(folder)) {
			files = listed.sorted().collect(Collectors.toList());
		}
		histogram = new AbHistogram();
		zhangCounts = new long[313];
		double[] lab = new double[3];
		for (Path file : files) {
			BufferedImage image = ImageIO.read(file.toFile());
			for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
				Lab.fromSrgb(rgb, lab);
				histogram.add(lab[1], lab[2]);
				zhangCounts[AbGrid.zhang313().nearest(lab[1], lab[2])]++;
			}
		}
	}

	@Test
	void zhangBinsThatOccur() {
		assertEquals(PIXELS, histogram.total());
		assertEquals(180, Arrays.stream(zhangCounts).filter(count -> count > 0).count());
		assertEquals(3_981_655, zhangCounts[120]);
		double bits = 0;
		for (long count : zhangCounts)
			if (count > 0)
				bits -= (double) count / PIXELS * Math.log((double) count / PIXELS) / Math.log(2);
		assertEquals(4.651362647, bits, 1e-8);
	}

	@Test
	void halfUnitCellsAreEnoughForShares() {
		double[] shares = histogram.shares(AbGrid.zhang313());
		for (int bin = 0; bin < shares.length; bin++)
			assertEquals(zhangCounts[bin], shares[bin] * PIXELS, SOME, "bin " + bin);
	}

	@Test
	void usedBinsOfAGridOfTen() {
		assertEquals(180, histogram.grid(10, 0).size());
		assertEquals(146, histogram.grid(10, 1e-5).size());
		assertEquals(115, histogram.grid(10, 1e-4).size());
		AbGrid grid = histogram.grid(10, 0);
		double[] shares = histogram.shares(grid);
		assertEquals(3_981_655, shares[grid.nearest(0, 0)] * PIXELS, 0.5);
		assertEquals(1_762_889, shares[grid.nearest(0, -10)] * PIXELS, 0.5);
	}

	@Test
	void usedBinsOfAGridOfFive() {
		assertEquals(645, histogram.grid(5, 0).size());
		assertEquals(503, histogram.grid(5, 1e-5).size());
		assertEquals(345, histogram.grid(5, 1e-4).size());
		AbGrid grid = histogram.grid(5, 0);
		assertEquals(1_739_441, histogram.shares(grid)[grid.nearest(0, 0)] * PIXELS, 0.5);
	}
}
