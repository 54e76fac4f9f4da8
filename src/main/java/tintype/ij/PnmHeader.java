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
 * in bytes). ImageJ's decoder believes them: it fills what is missing of a file
 * with black.
 *
 * @param binary  P6
 * @param width   in pixels
 * @param height  in pixels
 * @param highest value of a channel, 1..65535
 */
record PnmHeader(boolean binary, long width, long height, int highest) {

	/** Comments may make a header longer; who writes them that long is out of luck. */
	private static final int LONGEST = 4096;
	private static final long MOST_PIXELS = 200_000_000;

	/** @throws IOException if there is no such header, or one without colour */
	static PnmHeader of(Path file) throws IOException {
		try (InputStream stream = Files.newInputStream(file)) {
			String start = new String(stream.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
			StringTokenizer words = new StringTokenizer(start.replaceAll("#[^\n\r]*", " "));
			String kind = words.hasMoreTokens() ? words.nextToken() : "";
			if (!kind.equals("P3") && !kind.equals("P6") || words.countTokens() < 3) throw new IOException(file + " is no PPM of colours");
			return new PnmHeader(kind.equals("P6"), number(words, file), number(words, file), (int) Math.min(65535, number(words, file)));
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
		long bytes = 3 * width * height * (binary && highest < 256 ? 1 : 2); // in digits at least one, and a blank
		if (Files.size(file) < bytes) throw new EOFException(file + " is cut short");
	}
}
