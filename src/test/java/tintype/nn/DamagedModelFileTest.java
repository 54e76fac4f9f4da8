package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.nn.DamagedModels.assertSentence;
import static tintype.nn.DamagedModels.good;
import static tintype.nn.DamagedModels.open;
import static tintype.nn.DamagedModels.refusal;
import static tintype.nn.DamagedModels.with;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.TintypeException;

/** Files that are no model, or were one: each gives one sentence, never another failure. */
class DamagedModelFileTest {

	@TempDir
	static Path folder;

	private static byte[] model;

	@BeforeAll
	static void writeModel() throws IOException {
		model = good(folder);
		open(model);
	}

	@Test
	void missingFileAndFolder() {
		for (Path path : new Path[] { folder.resolve("strange.zip"), folder }) {
			TintypeException e = assertThrows(TintypeException.class, () -> ModelFile.open(path));
			assertTrue(e.getMessage().startsWith("There is no model file " + path), e.getMessage());
		}
	}

	@Test
	void aFileOnDiskIsCalledByItsName() throws IOException {
		Path file = Files.write(folder.resolve("strange.zip"), new byte[] { 1, 2, 3 });
		TintypeException e = assertThrows(TintypeException.class, () -> ModelFile.open(file));
		assertSentence(e.getMessage());
		Files.delete(file);
	}

	@Test
	void noZip() {
		assertTrue(refusal(new byte[0]).contains("not a zip file"));
		assertTrue(refusal("Dear reader,".getBytes(StandardCharsets.UTF_8)).contains("not a zip file"));
		assertTrue(refusal(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 }).contains("not a zip file"));
	}

	@Test
	void aZipThatIsNoModel() throws IOException {
		assertTrue(refusal(with(model, "tintype.json", null)).contains("it has no tintype.json"));
		assertTrue(refusal(DamagedModels.zip(Map.of("letter.txt", new byte[9]))).contains("it has no tintype.json"));
		assertTrue(refusal(with(model, "coefficients.bin", null)).contains("it has no weights"));
	}

	@Test
	void truncated() {
		for (int i = 0; i < 20; i++)
			refusal(Arrays.copyOf(model, 1 + i * (coefficientsEnd() - 2) / 19));
	}

	/** The zip's directory behind the last entry is not needed. */
	private static int coefficientsEnd() {
		byte[] directory = { 'P', 'K', 1, 2 };
		for (int i = model.length - 4; i > 0; i--)
			if (Arrays.equals(directory, Arrays.copyOfRange(model, i, i + 4)) && isFirstHeader(i)) return i;
		throw new AssertionError("no directory");
	}

	private static boolean isFirstHeader(int at) {
		return new String(model, at + 46, 12, StandardCharsets.ISO_8859_1).equals("tintype.json");
	}

	@Test
	void flippedBits() {
		Random random = new Random(20);
		int refused = 0;
		for (int i = 0; i < 60; i++) {
			byte[] damaged = model.clone();
			int bit = random.nextInt(8 * damaged.length);
			damaged[bit / 8] ^= (byte) (1 << bit % 8);
			try {
				open(damaged);
			}
			catch (TintypeException e) {
				assertSentence(e.getMessage());
				refused++;
			}
		}
		assertTrue(refused > 40, refused + " of 60");
	}

	/** Some kilobytes that inflate to more than any model needs, under each of the names. */
	@ParameterizedTest
	@CsvSource({ "tintype.json, 22", "coefficients.bin, 27", "other.bin, 28" })
	void bombs(String name, int bits) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		entries.put(name, new byte[(1 << bits) + 1]);
		entries.putAll(DamagedModels.entries(with(model, name, null)));
		assertTrue(refusal(DamagedModels.zip(entries)).contains("than any model"));
	}

	@Test
	void coefficientsOfAnotherLengthOrType() throws IOException {
		byte[] weights = DamagedModels.entries(model).get("coefficients.bin");
		int length = lengthAt(weights);
		for (long claimed : new long[] { -1, 0, 7, 1_000_000_000L, Long.MAX_VALUE })
			assertTrue(refusal(withWeights(ByteBuffer.wrap(weights.clone()).putLong(length, claimed).array())).contains("it holds " + claimed + " weights"));
		byte[] doubles = new String(weights, StandardCharsets.ISO_8859_1).replace("\0\5FLOAT", "\0\5ALOHA").getBytes(StandardCharsets.ISO_8859_1);
		assertTrue(refusal(withWeights(doubles)).contains("of type ALOHA"));
		assertTrue(refusal(withWeights(Arrays.copyOf(weights, weights.length - 1))).contains("too early"));
		assertTrue(refusal(withWeights(new byte[0])).contains("too early"));
		assertTrue(refusal(withWeights(new byte[weights.length])).contains("no shape"));
	}

	@Test
	void coefficientsThatColourOtherwise() throws IOException {
		byte[] weights = DamagedModels.entries(model).get("coefficients.bin");
		byte[] changed = weights.clone();
		ByteBuffer.wrap(changed).putFloat(weights.length - 4 * 100, 50f);
		assertTrue(refusal(withWeights(changed)).contains("test picture"));
		ByteBuffer.wrap(changed).putFloat(weights.length - 4 * 100, Float.NaN);
		assertTrue(refusal(withWeights(changed)).contains("test picture"));
	}

	private static byte[] withWeights(byte[] weights) throws IOException {
		return with(model, "coefficients.bin", weights);
	}

	/** Where the number of weights is written: eight bytes before the type's name. */
	private static int lengthAt(byte[] weights) {
		return new String(weights, StandardCharsets.ISO_8859_1).indexOf("\0\5FLOAT") - Long.BYTES;
	}
}
