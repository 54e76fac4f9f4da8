package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class PhotoReaderTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "png", "bmp", "tif" })
	void readsPixelsRowByRow(String extension) throws IOException {
		int[] rgb = { 0xff0000, 0x00ff00, 0x0000ff, 0x123456, 0xffffff, 0 };
		Photo photo = Pictures.read(Pictures.write(folder.resolve("picture." + extension), 3, 2, rgb));
		assertEquals(3, photo.width());
		assertEquals(2, photo.height());
		assertArrayEquals(rgb, Arrays.stream(photo.rgb()).map(pixel -> pixel & 0xffffff).toArray());
	}

	@Test
	void noPicture() throws IOException {
		Path text = Files.writeString(folder.resolve("letter.png"), "Dear reader,");
		assertRefused(text, "is not a picture that can be read");
		assertRefused(Files.createFile(folder.resolve("empty.png")), "is not a picture that can be read");
		assertRefused(folder.resolve("missing.png"), "can't be read");
		assertRefused(folder, "can't be read");
	}

	/** Decoding it would need 40 GB. */
	@Test
	void aSizeThatNoMemoryHoldsIsRefusedUnread() throws IOException {
		assertRefused(Pictures.claiming(folder.resolve("huge.png"), 100_000, 100_000), "has 100000 x 100000 pixels, too many to read at once");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpg", "bmp", "gif", "tif" })
	void damagedPicturesGiveASentenceOrAPicture(String extension) throws IOException {
		byte[] good = Files.readAllBytes(Pictures.write(folder.resolve("good." + extension), 40, 40, Pictures.landscape(40, 1)));
		Random random = new Random(4);
		Path damaged = folder.resolve("damaged." + extension);
		for (int i = 0; i < 150; i++) {
			byte[] bytes = i % 3 == 0 ? Arrays.copyOf(good, 1 + random.nextInt(good.length - 1)) : good.clone();
			for (int k = 0; k < 3; k++)
				bytes[random.nextInt(Math.min(i % 2 == 0 ? 200 : bytes.length, bytes.length))] = (byte) random.nextInt(256);
			Files.write(damaged, bytes);
			try {
				Pictures.read(damaged);
			}
			catch (TintypeException e) {
				assertTrue(e.getMessage().startsWith(damaged.toString()), e.getMessage());
			}
		}
	}

	private static void assertRefused(Path file, String reason) {
		TintypeException e = assertThrows(TintypeException.class, () -> Pictures.read(file));
		assertTrue(e.getMessage().startsWith(file + " ") && e.getMessage().contains(reason), e.getMessage());
	}
}
