package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import tintype.Canceled;
import tintype.Progress;
import tintype.color.Lab;
import tintype.nn.Prediction;
import tintype.nn.Decoding;
import tintype.nn.TestModels;

class ColouringTest {

	@Test
	void greyKeepsLightness() {
		Photo colours = new Photo(4, 1, new int[] { 0xff0000, 0x30c060, 0, 0xffffff });
		int[] grey = Colouring.grey(colours, Progress.NONE).rgb();
		for (int i = 0; i < grey.length; i++) {
			assertEquals(0x010101 * (grey[i] & 255), grey[i]);
			assertEquals(Lab.lightness(colours.rgb()[i]), Lab.lightness(grey[i]), 0.3);
		}
	}

	/** Through a model, with a picture wider than high: at saturation 0 nothing but the picture's grey. */
	@Test
	void aModelColoursWhatHasItsLightness() {
		Photo truth = new Photo(50, 20, Arrays.copyOf(Pictures.landscape(50, 1), 1000));
		Photo plain = Colouring.grey(truth, Progress.NONE);
		Photo faded = coloured(truth, 0), coloured = coloured(truth, 1);
		assertEquals(50, coloured.width());
		assertEquals(20, coloured.height());
		Scores grey = compared(truth, plain), none = compared(truth, faded), ours = compared(truth, coloured);
		assertEquals(grey.auc(), none.auc(), 2e-3);
		assertEquals(0, none.colourfulnessRatio(), 0.01);
		assertTrue(ours.colourfulnessRatio() > 0.02, ours.toString());
	}

	@Test
	void canceled() {
		Photo photo = new Photo(4, 1, new int[4]);
		Colouring never = (lightness, progress) -> {
			throw new AssertionError("went on");
		};
		assertThrows(CancellationException.class, () -> never.of(photo, new Canceled()));
		assertThrows(CancellationException.class, () -> Colouring.grey(photo, new Canceled()));
		assertThrows(CancellationException.class, () -> Colouring.constant(photo, 1, 1, new Canceled()));
	}

	private static Photo coloured(Photo truth, double saturation) {
		Colouring colouring = new Prediction(TestModels.untrained(), new Decoding(0.38, saturation, 0.5))::rgb;
		return colouring.of(Colouring.grey(truth, Progress.NONE), Progress.NONE);
	}

	private static Scores compared(Photo truth, Photo other) {
		ColourCounts counts = new ColourCounts();
		counts.add(truth, Progress.NONE);
		return new Comparison(counts.shares()).add(truth, other);
	}
}
