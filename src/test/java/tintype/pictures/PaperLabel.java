package tintype.pictures;

/**
 * A notebook label as seen from straight above: 80 x 50 mm of squared paper
 * with a double border, written lines and a scale in centimetres.
 */
final class PaperLabel {

	/** Size of the paper, millimetres. */
	static final double WIDTH = 80, HEIGHT = 50;

	private static final Rgb PAPER = Rgb.of(0xEFE9DA);
	private static final Rgb INK = Rgb.of(0x20283C);
	private static final Rgb LINE = Rgb.of(0xA9B9C6);
	private static final Rgb RED = Rgb.of(0xA8322C);
	private static final double LETTER = 0.62;
	private static final String[] TEXT = { "SPECIMEN 047-B", "LAKE SHORE: NORTH", "DEPTH 1.20 M", "DATE 14/06/1931" };

	private PaperLabel() {}

	/** What the paper reflects at a point in millimetres from its upper left corner. */
	static Rgb albedo(final double x, final double y) {
		final double edge = Math.min(Math.min(x, WIDTH - x), Math.min(y, HEIGHT - y));
		if (edge > 1.5 && edge < 2.4)
			return INK;
		if (edge > 3.0 && edge < 3.3)
			return RED;
		if (edge < 3.3)
			return PAPER;
		if (written(x, y) || scale(x, y))
			return INK;
		return x % 5 < 0.25 || y % 5 < 0.25 ? LINE : PAPER;
	}

	private static boolean written(final double x, final double y) {
		for (int line = 0; line < TEXT.length; line++) {
			final double size = line == 0 ? 1.2 * LETTER : LETTER;
			final double u = (x - 7) / size, v = (y - (line == 0 ? 6 : 10 + 7 * line)) / size;
			final int letter = (int) (u / (StrokeFont.COLUMNS + 1)), column = (int) (u - letter * (StrokeFont.COLUMNS + 1));
			if (u >= 0 && v >= 0 && v < StrokeFont.ROWS && letter < TEXT[line].length() && column < StrokeFont.COLUMNS
				&& StrokeFont.ink(TEXT[line].charAt(letter), column, (int) v))
				return true;
		}
		return false;
	}

	private static boolean scale(final double x, final double y) {
		if (x < 10 || x > 70.3 || y < 40 || y > 43)
			return false;
		return y > 42.6 || x % 10 < 0.3 || x % 5 < 0.3 && y > 41.4;
	}
}
