package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.study.IdxBytes.LABELS;
import static tintype.study.IdxBytes.PICTURES;
import static tintype.study.Sentences.assertSentence;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.Canceled;
import tintype.Progress;
import tintype.TintypeException;

class IdxFileTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void readsPlainAndPackedWhateverTheName(boolean packed) throws IOException {
		byte[] bytes = IdxBytes.pictures(5, 3);
		Path file = Files.write(folder.resolve(packed ? "plain" : "packed.gz"), packed ? IdxBytes.packed(bytes) : bytes);
		IdxFile idx = IdxFile.open(file, 3);
		assertArrayEquals(new int[] { 5, 2, 3 }, idx.shape());
		assertArrayEquals(Arrays.copyOfRange(bytes, 16, bytes.length), idx.values(Progress.NONE));
	}

	/** A download may stop anywhere. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void cutShortAnywhere(boolean packed) throws IOException {
		byte[] bytes = IdxBytes.pictures(5, 3);
		byte[] whole = packed ? IdxBytes.packed(bytes) : bytes;
		for (int length = 0; length < whole.length; length++) {
			Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
			Sentences.assertTold("cut short", () -> values(file, 3));
		}
	}

	@Test
	void otherContentIsNamed() throws IOException {
		assertTold("is not an IDX file of pictures: it begins with 3c21444f, not with 00000803", "<!DOCTYPE html>".getBytes(StandardCharsets.US_ASCII));
		assertTold("begins with 504b0304", new byte[] { 'P', 'K', 3, 4, 0, 0 });
		assertTold("holds labels where pictures are expected", IdxBytes.labels(5));
		assertTold("holds 32-bit floats where unsigned bytes", IdxBytes.of(new byte[24], 0xd03, 1, 2, 3));
		assertTold("begins with 00000802", IdxBytes.of(new byte[6], 0x802, 2, 3));
		Path pictures = Files.write(folder.resolve("pictures"), IdxBytes.pictures(1, 1));
		Sentences.assertTold("holds pictures where labels are expected", () -> IdxFile.open(pictures, 1));
	}

	@Test
	void impossibleSizesAreNamed() throws IOException {
		assertTold("is empty, it holds no pictures", IdxBytes.of(new byte[0], PICTURES, 0, 28, 28));
		assertTold("pictures without pixels", IdxBytes.of(new byte[0], PICTURES, 5, 28, 0));
		assertTold("claims 4294967295 values", IdxBytes.of(new byte[0], PICTURES, -1, 28, 28));
		assertTold("claims 2147483647 values", IdxBytes.of(new byte[0], PICTURES, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE));
		assertTold("claims 60000 x 28000 values", IdxBytes.of(new byte[0], PICTURES, 60_000, 28_000, 28));
		assertTold("promises 47040016 bytes, it has 116", IdxBytes.of(new byte[100], PICTURES, 60_000, 28, 28));
		assertTold("claims to unpack to 47040016", IdxBytes.packed(IdxBytes.of(new byte[100], PICTURES, 60_000, 28, 28)));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void moreThanPromised(boolean packed) throws IOException {
		byte[] bytes = Arrays.copyOf(IdxBytes.pictures(5, 3), 16 + 5 * 6 + 1);
		assertTold("is longer than the 46 bytes", packed ? IdxBytes.packed(bytes) : bytes);
	}

	@Test
	void whatIsNoFile() {
		Sentences.assertTold("can't be read", () -> IdxFile.open(folder, 3));
		Sentences.assertTold("can't be read", () -> IdxFile.open(folder.resolve("missing"), 3));
	}

	/** Unpacks to a gigabyte: refused without it, whatever the header says. */
	@Test
	void bombs() throws IOException {
		long before = allocated();
		Path honest = IdxBytes.bomb(folder.resolve("honest"), PICTURES, 1 << 20, 32, 32);
		Path modest = IdxBytes.bomb(folder.resolve("modest"), PICTURES, 1000, 28, 28);
		Path labels = IdxBytes.bomb(folder.resolve("labels"), LABELS, 10);
		Sentences.assertTold("claims to unpack to 1073741840, more than pictures shrink by", () -> values(honest, 3));
		Sentences.assertTold("longer than the 784016 bytes", () -> values(modest, 3));
		Sentences.assertTold("longer than the 18 bytes", () -> values(labels, 1));
		assertTrue(allocated() - before < 64 << 20, "allocated " + (allocated() - before)); // 48 MB of it to make the bombs
	}

	private static long allocated() {
		return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void changedBitsGiveValuesOrASentence(boolean packed) throws IOException {
		Random random = new Random(packed ? 1 : 2);
		byte[] whole = packed ? IdxBytes.packed(IdxBytes.pictures(20, 3)) : IdxBytes.pictures(20, 3);
		int refused = 0;
		for (int i = 0; i < 300; i++) {
			byte[] changed = whole.clone();
			for (int bit = 0; bit <= i % 3; bit++)
				changed[random.nextInt(i % 2 == 0 ? 18 : whole.length)] ^= 1 << random.nextInt(8);
			Path file = Files.write(folder.resolve("changed"), changed);
			try {
				assertEquals(120, values(file, 3).length);
			}
			catch (TintypeException e) {
				assertSentence(e.getMessage());
				refused++;
			}
		}
		assertTrue(refused > (packed ? 200 : 120), "refused " + refused);
	}

	@Test
	void canBeCanceled() throws IOException {
		Path file = Files.write(folder.resolve("file"), IdxBytes.pictures(5, 3));
		assertThrows(CancellationException.class, () -> IdxFile.open(file, 3).values(new Canceled()));
	}

	private void assertTold(String words, byte[] content) throws IOException {
		Path file = Files.write(folder.resolve("file"), content);
		Sentences.assertTold(words, () -> values(file, 3));
	}

	private static byte[] values(Path file, int dimensions) {
		return IdxFile.open(file, dimensions).values(Progress.NONE);
	}
}
