package tintype.ij;

import java.util.Arrays;
import java.util.List;

import tintype.train.Photo;
import tintype.train.Scores;
import tintype.train.TrainingLog.Preview;
import tintype.train.TrainingLog.Row;

/** Epochs as the core would tell them. */
final class TrainingRows {

	static final int GREY = 0x808080;
	static final int OURS = 0x00ff00;
	static final int TRUTH = 0xff0000;

	private TrainingRows() {}

	/** An epoch of twelve, with figures that follow from its number. */
	static Row row(int epoch, boolean best, Preview... previews) {
		return new Row(epoch, 12, 200L * epoch, 3 - 0.1 * epoch, 3.1 - 0.1 * epoch, scores(epoch), 0.38, best, 1.5 * epoch,
			1.5 * (12 - epoch), 37.4, 21.6, 0.02, List.of(previews));
	}

	static Scores scores(int epoch) {
		return new Scores(0.88 + 0.001 * epoch, 0.77 + 0.001 * epoch, 0.9, 22.5, 0.6, 0.9, 18, 20, 0.5, 0.1);
	}

	/** A grey picture, green in the model's eyes, red in truth. */
	static Preview preview(int width, int height) {
		return new Preview("red.png", filled(width, height, GREY), filled(width, height, OURS), filled(width, height, TRUTH));
	}

	private static Photo filled(int width, int height, int rgb) {
		int[] pixels = new int[width * height];
		Arrays.fill(pixels, rgb);
		return new Photo(width, height, pixels);
	}
}
