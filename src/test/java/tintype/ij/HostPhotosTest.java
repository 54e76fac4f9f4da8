package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import tintype.TintypeException;
import tintype.train.Photo;
import tintype.train.PhotoFolder;
import tintype.train.PhotoReader;

class HostPhotosTest {

	private static final int[] RGB = { 0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xffffff, 0 };

	@TempDir
	Path folder;

	private final HostPhotos host = new HostPhotos();
	private final PhotoReader reader = new PhotoReader(host);

	@Test
	void opensWhatItsNameSays() {
		for (String name : List.of("a.ppm", "b.PNM", "c.tif", "d.TIFF"))
			assertTrue(host.opens(Path.of("folder", name)), name);
		for (String name : List.of("a.pgm", "b.dcm", "c.avi", "d.zip", "ppm", "e.ppm.txt", "f.lif"))
			assertFalse(host.opens(Path.of("folder.ppm", name)), name);
	}

	@Test
	void pixelsOfAPixmap() throws IOException {
		assertArrayEquals(RGB, pixels(reader.read(pixmap("a.ppm", "P6\n# by hand\n3 2\n255\n", 1))));
		assertArrayEquals(RGB, pixels(reader.read(pixmap("b.pnm", "P6 3 2 65535\n", 2))));
		StringBuilder digits = new StringBuilder("P3\n3 2\n255\n");
		for (int pixel : RGB)
			digits.append(pixel >> 16 & 255).append(' ').append(pixel >> 8 & 255).append(' ').append(pixel & 255).append('\n');
		assertArrayEquals(RGB, pixels(reader.read(Files.writeString(folder.resolve("c.ppm"), digits))));
	}

	/** The way in that the JDK's reader shuts. */
	@Test
	void aTiffOfImageJ() throws IOException {
		Path file = folder.resolve("picture.tif");
		new FileSaver(new ImagePlus("picture", new ColorProcessor(3, 2, RGB.clone()))).saveAsTiff(file.toString());
		assertArrayEquals(RGB, pixels(reader.read(file)));
		assertArrayEquals(RGB, Arrays.stream(host.open(file).getRGB(0, 0, 3, 2, null, 0, 3)).map(pixel -> pixel & 0xffffff).toArray());
	}

	@ParameterizedTest
	@ValueSource(strings = { "P6 0 5 255\n", "P6 -3 5 255\n", "P9\n3 2\n255\n", "P6\n3", "", //
		"P5\n3 2\n255\n", "P6 999999999999 1 255\n" })
	void damagedPixmapsGiveASentence(String header) throws IOException {
		Path file = pixmap("bad.ppm", header, 1);
		TintypeException e = assertThrows(TintypeException.class, () -> reader.read(file));
		assertEquals(file + " is damaged or of a kind that can't be read: save it again as PNG.", e.getMessage());
	}

	/** ImageJ's own decoder makes the rest black. */
	@ParameterizedTest
	@ValueSource(strings = { "P6\n300 200\n255\n", "P3\n300 1\n255\n 1 2 3", "P6 3 2 256\n" })
	void pixmapsThatEndEarly(String header) throws IOException {
		Path file = pixmap("bad.ppm", header, 1);
		TintypeException e = assertThrows(TintypeException.class, () -> reader.read(file));
		assertEquals(file + " is cut short: copy it again from where it came.", e.getMessage());
	}

	@Test
	void damagedTiffsGiveASentence() throws IOException {
		Path file = folder.resolve("picture.tif");
		new FileSaver(new ImagePlus("picture", new ColorProcessor(3, 2, RGB.clone()))).saveAsTiff(file.toString());
		byte[] whole = Files.readAllBytes(file);
		for (int length : new int[] { 3, 8, 20, 60, whole.length - 30 }) {
			Files.write(file, Arrays.copyOf(whole, length));
			TintypeException e = assertThrows(TintypeException.class, () -> reader.read(file), length + " of " + whole.length + " bytes");
			assertTrue(e.getMessage().startsWith(file + " is "), e.getMessage());
			assertThrows(IOException.class, () -> host.open(file), length + " of " + whole.length + " bytes");
		}
	}

	/** By their own headers, however small the file. */
	@Test
	void tooLargeForMemory() throws IOException {
		Path pixmap = pixmap("large.ppm", "P6\n100000 100000\n255\n", 1);
		TintypeException e = assertThrows(TintypeException.class, () -> reader.read(pixmap));
		assertEquals(pixmap + " has 10000000000 pixels, too many to read at once: shrink it first.", e.getMessage());
		Path tiff = Files.write(folder.resolve("large.tif"), directory(0, 256, 4, 1, 100_000, 257, 4, 1, 100_000));
		e = assertThrows(TintypeException.class, () -> reader.read(tiff));
		assertTrue(e.getMessage().startsWith(tiff + " has 100"), e.getMessage());
		assertEquals(10_000_000_000L, host.pixels(tiff));
	}

	/** ImageJ's decoder follows a directory that names itself as the next for ever. */
	@Test
	void aTiffWithoutEnd() throws IOException {
		Path file = Files.write(folder.resolve("circle.tif"), directory(8, 256, 4, 1, 3, 257, 4, 1, 2));
		TintypeException e = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThrows(TintypeException.class, () -> reader.read(file)));
		assertTrue(e.getMessage().startsWith(file + " is damaged"), e.getMessage());
		IOException refused = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertThrows(IOException.class, () -> host.open(file)));
		assertEquals(file.toAbsolutePath() + " has directories without end", refused.getMessage());
	}

	@Test
	void aTiffThatClaimsMoreThanItHolds() throws IOException {
		Path file = Files.write(folder.resolve("claims.tif"), directory(0, 256, 4, 1, 3, 273, 4, 0x7fffffff, 8));
		IOException refused = assertThrows(IOException.class, () -> host.open(file));
		assertEquals(file.toAbsolutePath() + " claims values that it does not hold", refused.getMessage());
		assertThrows(TintypeException.class, () -> reader.read(file));
	}

	/** A TIFF of one directory: the offset of the next, then tag, type, count and value of each entry. */
	private static byte[] directory(int next, int... entries) {
		ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + entries.length * 3 + 4).order(ByteOrder.LITTLE_ENDIAN);
		tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) (entries.length / 4));
		for (int i = 0; i < entries.length; i += 4)
			tiff.putShort((short) entries[i]).putShort((short) entries[i + 1]).putInt(entries[i + 2]).putInt(entries[i + 3]);
		return tiff.putInt(next).array();
	}

	@Test
	void aFolderHoldsThemToo() throws IOException {
		Path pixmap = pixmap("a.ppm", "P6 3 2 255\n", 1);
		assertEquals(List.of(pixmap), PhotoFolder.of(folder, host).files());
		assertThrows(TintypeException.class, () -> PhotoFolder.of(folder));
	}

	/** ImageJ's decoders keep static fields. */
	@Test
	void severalThreads() throws IOException {
		Path file = pixmap("a.ppm", "P6 3 2 255\n", 1);
		IntStream.range(0, 64).parallel().forEach(i -> assertArrayEquals(RGB, pixels(reader.read(file))));
	}

	private Path pixmap(String name, String header, int bytes) throws IOException {
		byte[] start = header.getBytes(StandardCharsets.US_ASCII);
		byte[] all = Arrays.copyOf(start, start.length + RGB.length * 3 * bytes);
		int at = start.length;
		for (int pixel : RGB)
			for (int shift = 16; shift >= 0; shift -= 8)
				for (int i = 0; i < bytes; i++)
					all[at++] = (byte) (pixel >> shift);
		return Files.write(folder.resolve(name), all);
	}

	private static int[] pixels(Photo photo) {
		assertEquals(3, photo.width());
		assertEquals(2, photo.height());
		return Arrays.stream(photo.rgb()).map(pixel -> pixel & 0xffffff).toArray();
	}
}
