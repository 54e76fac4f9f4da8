package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;

import tintype.TintypeException;
import tintype.inspect.LayerGraph;
import tintype.inspect.Summary;

/** Files that were a network, or claim to be: each opens or gives one sentence, soon, and for little memory. */
class MutatedDl4jFilesTest {

	private static final int FILES = 60;
	private static final Duration LONGEST = Duration.ofSeconds(10);
	private static final long ROOM = 256L << 20;
	private static final String SETTINGS = "configuration.json", WEIGHTS = "coefficients.bin";

	@TempDir
	static Path folder;

	private static byte[] good;

	/** The most bytes that reading one file has allocated. */
	private static long most;

	@BeforeAll
	static void writeNetwork() throws IOException {
		good = Files.readAllBytes(Saved.write(Saved.chain(InputType.convolutional(12, 12, 2),
			new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build(), new BatchNormalization.Builder().build(),
			new SubsamplingLayer.Builder(2, 2).stride(2, 2).build(), new DenseLayer.Builder().nOut(5).dropOut(0.5).build()), folder));
		assertTrue(opens(good));
	}

	@AfterAll
	static void tell() {
		System.out.println("reading a damaged file allocated " + (most >> 20) + " MB at most");
	}

	/** Whether it opens; otherwise it has given one sentence. */
	private static boolean opens(byte[] file) {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		return assertTimeoutPreemptively(LONGEST, () -> {
			Path path = Files.write(Files.createTempFile(folder, "strange", ".zip"), file);
			long before = threads.getCurrentThreadAllocatedBytes();
			boolean opens = true;
			try {
				LayerGraph graph = Dl4jFile.read(path);
				assertFalse(graph.layers().isEmpty());
			}
			catch (TintypeException e) {
				assertSentence(e.getMessage());
				opens = false;
			}
			long allocated = threads.getCurrentThreadAllocatedBytes() - before;
			most = Math.max(most, allocated);
			assertTrue(allocated <= 4L * file.length + ROOM, allocated + " bytes for a file of " + file.length);
			return opens;
		});
	}

	private static void assertSentence(String message) {
		assertTrue(message.matches("\\p{Graph}.*:.*\\."), message);
		assertTrue(message.length() < 400, message);
		assertFalse(message.contains("Exception"), message);
	}

	private static String refusal(byte[] file) {
		assertFalse(opens(file));
		return assertThrows(TintypeException.class, () -> Dl4jFile.read(new ByteArrayInputStream(file), "strange.zip")).getMessage();
	}

	/** Bits of the packed file, most of which its checksums or the packing notice. */
	@Test
	void flippedBitsAndMissingEnds() {
		Random random = new Random(6);
		int opened = 0;
		for (int i = 0; i < FILES; i++) {
			byte[] damaged = i % 3 == 0 ? Arrays.copyOf(good, 1 + random.nextInt(weightsEnd(good) - 2)) : good.clone();
			for (int flips = i % 3 == 0 ? 0 : 1 + random.nextInt(3); flips > 0; flips--) {
				int bit = random.nextInt(8 * damaged.length);
				damaged[bit / 8] ^= (byte) (1 << bit % 8);
			}
			if (opens(damaged)) opened++;
		}
		System.out.println(opened + " of " + FILES + " damaged files opened");
		assertTrue(opened < FILES / 4, opened + " of " + FILES);
	}

	/** Where the zip's directory begins, which is not needed. */
	private static int weightsEnd(byte[] file) {
		return new String(file, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
	}

	/** Letters of the settings in a zip that is whole, so that all of the reader's checks are asked. */
	@Test
	void changedSettings() throws IOException {
		Random random = new Random(16);
		int opened = 0;
		for (int i = 0; i < FILES; i++) {
			byte[] settings = entries(good).get(SETTINGS);
			String text = new String(settings, StandardCharsets.UTF_8);
			for (int changes = 1 + random.nextInt(4); changes > 0; changes--)
				text = changed(text, random);
			if (opens(with(SETTINGS, text.getBytes(StandardCharsets.UTF_8)))) opened++;
		}
		System.out.println(opened + " of " + FILES + " files with changed settings opened");
		assertTrue(opened > 0 && opened < FILES, opened + " of " + FILES);
	}

	/** One digit, bracket or word other than it was. */
	private static String changed(String text, Random random) {
		String[] found = { "[0-9]+", "[0-9.]+", "true|false|null", "\"[A-Za-z]+\" :", "Layer\"", "NCHW", "[{}\\[\\],:]", "Same|Truncate" };
		String[] instead = { "999999999", "-1", "0", "1.5", "[", "{}", "2", "3", "null", "\"x\" :", "12345678901234567890", "true" };
		Matcher matcher = Pattern.compile(found[random.nextInt(found.length)]).matcher(text);
		if (!matcher.find(random.nextInt(text.length()))) return text;
		return text.substring(0, matcher.start()) + instead[random.nextInt(instead.length)] + text.substring(matcher.end());
	}

	@Test
	void weightsOfAnotherLengthOrType() throws IOException {
		byte[] weights = entries(good).get(WEIGHTS);
		int length = new String(weights, StandardCharsets.ISO_8859_1).indexOf("\0\5FLOAT") - Long.BYTES;
		for (long claimed : new long[] { -1, 0, 7, 1_000_000_000L, Long.MAX_VALUE }) {
			String refusal = refusal(with(WEIGHTS, ByteBuffer.wrap(weights.clone()).putLong(length, claimed).array()));
			assertTrue(refusal.contains("it holds " + claimed + " weights where its settings need 597"), refusal);
		}
		assertTrue(refusal(with(WEIGHTS, Arrays.copyOf(weights, weights.length - 1))).contains("ends too early"));
		assertTrue(refusal(with(WEIGHTS, new byte[weights.length])).contains("no shape"));
		String text = new String(weights, StandardCharsets.ISO_8859_1).replace("\0\5FLOAT", "\0\5ALOHA");
		assertTrue(refusal(with(WEIGHTS, text.getBytes(StandardCharsets.ISO_8859_1))).contains("of type ALOHA"));
	}

	/** Settings that ask for gigabytes, and a weight file that agrees with them, but has no end. */
	@Test
	void promisesCostNothing() throws IOException {
		String text = new String(entries(good).get(SETTINGS), StandardCharsets.UTF_8);
		byte[] weights = entries(good).get(WEIGHTS);
		int length = new String(weights, StandardCharsets.ISO_8859_1).indexOf("\0\5FLOAT") - Long.BYTES;
		String large = text.replace("\"nout\" : 5", "\"nout\" : 9000000");
		long count = 80 + 16 - 4 + 100 * 9_000_000L + 9_000_000L;
		byte[] claimed = ByteBuffer.wrap(weights.clone()).putLong(length, count).array();
		Map<String, byte[]> entries = entries(good);
		entries.put(SETTINGS, large.getBytes(StandardCharsets.UTF_8));
		entries.put(WEIGHTS, claimed);
		assertTrue(refusal(zip(entries)).contains("weights"));
	}

	/** Some kilobytes that inflate to more than any network needs, under each of the names. */
	@ParameterizedTest
	@CsvSource({ "configuration.json, 23, larger than any network", "other.bin, 28, inflates to more", "coefficients.bin, 26, no shape" })
	void bombs(String name, int bits, String reason) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		entries.put(name, new byte[(1 << bits) + 1]);
		entries(good).forEach(entries::putIfAbsent);
		String refusal = refusal(zip(entries));
		assertTrue(refusal.contains(reason), refusal);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"confs\":[]}|no layers", "[[[|ends too early or is damaged", "{\"a\":1}|neither a MultiLayerNetwork nor",
		"{\"confs\":[{\"layer\":{\"dense\":{\"nIn\":3}}}]}|before 1.0.0-beta4",
		"{\"vertices\":{\"a\":{\"@class\":\"x.MergeVertex\"}},\"vertexInputs\":{\"a\":[\"a\"]},\"networkInputs\":[\"i\"],\"networkOutputs\":[\"a\"]}|does not name all",
		"{\"vertices\":{\"a\":{\"@class\":\"x.MergeVertex\"}},\"vertexInputs\":{\"a\":[\"b\"]},\"networkInputs\":[\"i\"],\"networkOutputs\":[\"a\"]}|does not come before",
		"{\"vertices\":{\"a\":{\"@class\":\"x.MergeVertex\"}},\"vertexInputs\":{\"a\":[\"i\"]},\"networkInputs\":[\"i\"],\"networkOutputs\":[\"z\"]}|output z" })
	void settingsOfNoNetwork(String settings, String reason) throws IOException {
		String refusal = refusal(with(SETTINGS, settings.getBytes(StandardCharsets.UTF_8)));
		assertTrue(refusal.contains(reason), refusal);
	}

	@Test
	void deepAndLongSettings() throws IOException {
		refusal(with(SETTINGS, "[".repeat(3_000_000).getBytes(StandardCharsets.UTF_8)));
		refusal(with(SETTINGS, ("{\"confs\":[" + "[],".repeat(1_000_000) + "[]]}").getBytes(StandardCharsets.UTF_8)));
		refusal(with(SETTINGS, ("{\"confs\":[" + "9".repeat(4_000_000) + "]}").getBytes(StandardCharsets.UTF_8)));
		String layer = "{\"layer\":{\"@class\":\"a.MaskLayer\",\"layerName\":\"a\"}},";
		assertTrue(refusal(with(SETTINGS, ("{\"confs\":[" + layer.repeat(60_000) + "{}]}").getBytes(StandardCharsets.UTF_8))).contains("more than 10000 layers"));
		refusal(with(SETTINGS, ("{\"confs\":[" + layer.repeat(9_000) + "{}]}").getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void noNetworkAtAll() throws IOException {
		assertTrue(refusal(new byte[0]).contains("no zip file"));
		assertTrue(refusal("Dear reader,".getBytes(StandardCharsets.UTF_8)).contains("no zip file"));
		assertTrue(refusal(with(SETTINGS, null)).contains("no configuration.json"));
		assertTrue(refusal(with(WEIGHTS, null)).contains("no coefficients.bin"));
		assertTrue(assertThrows(TintypeException.class, () -> Dl4jFile.read(folder.resolve("none.zip"))).getMessage().startsWith("There is no file"));
	}

	/** A name with line breaks, and as long as it likes, stays a short name. */
	@Test
	void namesAreLegible() throws IOException {
		String text = new String(entries(good).get(SETTINGS), StandardCharsets.UTF_8).replaceFirst("\"layerName\" : \"layer0\"",
			"\"layerName\" : \"a\\\\nb" + "c".repeat(1000) + "\"");
		Path file = Files.write(folder.resolve("long.zip"), with(SETTINGS, text.getBytes(StandardCharsets.UTF_8)));
		String name = Dl4jFile.read(file).layers().get(1).name();
		assertTrue(name.startsWith("a bccc") && name.length() < 90, name);
		assertEquals(7, Summary.of(Dl4jFile.read(file)).rows().size());
	}

	private static byte[] with(String name, byte[] content) throws IOException {
		Map<String, byte[]> entries = entries(good);
		if (content == null) entries.remove(name);
		else entries.put(name, content);
		return zip(entries);
	}

	private static Map<String, byte[]> entries(byte[] file) throws IOException {
		Map<String, byte[]> entries = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
			for (ZipEntry entry; (entry = zip.getNextEntry()) != null;)
				entries.put(entry.getName(), zip.readAllBytes());
		}
		return entries;
	}

	private static byte[] zip(Map<String, byte[]> entries) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}
}
