package tintype.ij;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * The first lines of a portable pixmap of colours (Netpbm's P3 in digits and P6
 * in bytes) or of grey (P2 and P5). ImageJ's decoder believes them: it fills what
 * is missing of a file with black.
 *
 * @param binary   P5 or P6
 * @param channels 1 or 3
 * @param width    in pixels
 * @param height   in pixels
 * @param highest  value of a channel, 1..65535
 */
record PnmHeader(boolean binary, int channels, long width, long height, int highest) {

	/** Comments may make a header longer; who writes them that long is out of luck. */
	private static final int LONGEST = 4096;
	private static final long MOST_PIXELS = 200_000_000;

	/** @throws IOException if there is no such header, or one without colour */
	static PnmHeader of(Path file) throws IOException {
		PnmHeader header = ofAny(file);
		if (header.channels != 3) throw new IOException(file + " is no PPM of colours");
		return header;
	}

	/** @throws IOException if there is no such header, in colours or grey */
	static PnmHeader ofAny(Path file) throws IOException {
		try (InputStream stream = Files.newInputStream(file)) {
			String start = new String(stream.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
			StringTokenizer words = new StringTokenizer(start.replaceAll("#[^\n\r]*", " "));
			String kind = words.hasMoreTokens() ? words.nextToken() : "";
			if (!kind.matches("P[2356]") || words.countTokens() < 3) throw new IOException(file + " is no PPM or PGM");
			int digit = kind.charAt(1) - '0';
			return new PnmHeader(digit >= 5, digit % 3 == 0 ? 3 : 1, number(words, file), number(words, file), (int) Math.min(65535, number(words, file)));
		}
	}

	private static long number(StringTokenizer words, Path file) throws IOException {
		String word = words.nextToken();
		if (!word.matches("[1-9][0-9]{0,8}")) throw new IOException(file + " has " + word + " where a number above 0 should be");
		return Long.parseLong(word);
	}

	/** @throws IOException if the file can't hold all pixels, or memory can't */
	void requireComplete(Path file) throws IOException {
		if (width * height > MOST_PIXELS) throw new IOException(file + " has " + width + " x " + height + " pixels");
		long bytes = channels * width * height * (binary && highest < 256 ? 1 : 2); // in digits at least one, and a blank
		if (Files.size(file) < bytes) throw new EOFException(file + " is cut short");
	}
}
