package tintype.pictures;

/**
 * Capital letters, digits and a little punctuation in a grid of 5 x 7 cells, so
 * that written text looks the same on every computer.
 */
final class StrokeFont {

	static final int COLUMNS = 5, ROWS = 7;

	private static final String LETTERS = " ABCDEFGHIKLMNOPRSTUVY0123456789.-:/";
	/** Seven hexadecimal digit pairs per letter, one row each, the left cell in bit 4. */
	private static final String[] ROWS_OF = { "00000000000000", "0E11111F111111", "1E11111E11111E", "0E11101010110E",
		"1E11111111111E", "1F10101E10101F", "1F10101E101010", "0E11101713110F", "1111111F111111", "0E04040404040E",
		"11121418141211", "1010101010101F", "111B1515111111", "11191513111111", "0E11111111110E", "1E11111E101010",
		"1E11111E141211", "0F10100E01011E", "1F040404040404", "1111111111110E", "11111111110A04", "11110A04040404",
		"0E11131519110E", "040C040404040E", "0E11010204081F", "0E11010601110E", "02060A121F0202", "1F101E0101110E",
		"0608101E11110E", "1F010204080808", "0E11110E11110E", "0E11110F01020C", "00000000000C0C", "0000000E000000",
		"000C0C000C0C00", "01010204081010" };

	private StrokeFont() {}

	/** True where a cell is inked; letters that the font lacks are a fault of the caller. */
	static boolean ink(final char letter, final int column, final int row) {
		final int i = LETTERS.indexOf(letter);
		if (i < 0)
			throw new IllegalArgumentException("no letter '" + letter + "'");
		final int bits = Integer.parseInt(ROWS_OF[i].substring(2 * row, 2 * row + 2), 16);
		return (bits >> COLUMNS - 1 - column & 1) == 1;
	}
}
