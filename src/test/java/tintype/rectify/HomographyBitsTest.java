package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** A homography made of a homography's numbers is the same to the last bit, so that it can be kept. */
class HomographyBitsTest {

	@Test
	void itsOwnNumbersMakeTheSame() {
		Random random = new Random(5);
		for (int i = 0; i < 20000; i++) {
			double[] numbers = random.doubles(9, -1, 1).map(each -> each * Math.pow(10, random.nextInt(13) - 6)).toArray();
			Homography once = Homography.of(numbers);
			assertEquals(once, Homography.of(once.matrix()));
			assertEquals(1, Arrays.stream(once.matrix()).map(each -> each * each).sum(), 4e-15);
		}
	}

	@Test
	void theScaleDoesNotMatter() {
		double[] numbers = { 2, 0.1, 30, -0.2, 1.5, 40, 1e-4, 2e-4, 1 };
		double[] tiny = Arrays.stream(numbers).map(each -> each * 0x1p-900).toArray();
		assertArrayEquals(Homography.of(numbers).matrix(), Homography.of(tiny).matrix(), 1e-16);
	}
}
