package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;
import tintype.rectify.Homography;
import tintype.rectify.Mapping;

/** Files that are broken, foreign or newer are told as such in one sentence, never read half. */
class DamagedMappingTest {

	private static final Mapping PLATE = new Mapping(Homography.of(1.5, 0.25, 100, -0.25, 2, 50, 1e-4, 2e-4, 1), 4000, 3000, 1278, 855, 0.1, "mm", 0, 0);
	private static final String JSON = MappingJson.write(PLATE, "\t");
	private static final String CSV = MappingCsv.write(PLATE);

	@TempDir
	private Path folder;

	private String refusal(String name, String content) throws IOException {
		Path file = folder.resolve(name);
		Files.writeString(file, content);
		String sentence = assertThrows(TintypeException.class, () -> MappingFile.read(file.toFile())).getMessage();
		assertTrue(sentence.startsWith("The file " + file), sentence);
		assertEquals(1, sentence.lines().count());
		return sentence;
	}

	/** Cut anywhere but behind the last brace or within the last line, where nothing is missing. */
	@Test
	void aFileCutShortIsNeverRead() {
		for (int end = 0; end < JSON.length(); end++) {
			String part = JSON.substring(0, end);
			assertThrows(TintypeException.class, () -> MappingJson.read(part, "The text"), part);
		}
		int last = CSV.lastIndexOf("inverse33");
		for (int end = 0; end < last + "inverse33,0.".length(); end++) {
			String part = CSV.substring(0, end);
			assertThrows(TintypeException.class, () -> MappingCsv.read(part, "The table"), part);
		}
	}

	@Test
	void whereItBreaksOffIsSaid() throws IOException {
		assertTrue(refusal("a.json", JSON.substring(0, 300)).contains("damaged: it ends too early"));
		assertTrue(refusal("a.csv", CSV.substring(0, 300)).contains("damaged"));
		assertTrue(refusal("b.json", JSON + "{}").contains("damaged"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{}", "12", "{\"a\": [[1, 2], 3]}", "key,value\r\nwidth,3\r\n", "key;value\r\n", "Area,Mean\r\n1,2\r\n",
		"{\"kind\": \"GeoJSON\"}", "\u0000\u0001", "<html>" })
	void foreignFilesAreNoMappings(String content) throws IOException {
		assertTrue(refusal("a.json", content).contains("is no mapping of Tintype"));
		assertTrue(refusal("a.csv", content).contains("is no mapping of Tintype"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"width|1278|0|width", //
		"height|855|-3|height", //
		"sourceWidth|4000|4e3|sourceWidth", //
		"sourceHeight|3000|3000000000|sourceHeight", //
		"pixelSize|0.1|0|pixelSize", //
		"pixelSize|0.1|-1|pixelSize", //
		"left|0.0|1e999|left", //
		"unit|mm| |unit" })
	void wrongFieldsAreNamed(String key, String value, String wrong, String named) throws IOException {
		String blank = wrong == null ? "" : wrong;
		String json = JSON.replace("\"" + key + "\": " + (key.equals("unit") ? "\"mm\"" : value),
			"\"" + key + "\": " + (key.equals("unit") ? "\"\"" : blank));
		String csv = CSV.replace("\n" + key + "," + value + "\r", "\n" + key + "," + blank + "\r");
		assertTrue(!json.equals(JSON) && !csv.equals(CSV));
		assertTrue(refusal("a.json", json).contains("its " + named), key);
		assertTrue(refusal("a.csv", csv).contains("its " + named), key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "Infinity", "0x1p3", "1d", "1,5", "one", "\"\"", "1e400" })
	void whatIsNoNumberIsRefused(String wrong) throws IOException {
		String number = "" + PLATE.toFlat().matrix()[0];
		assertTrue(refusal("a.json", JSON.replaceFirst(number, wrong)).contains("damaged"));
		assertTrue(refusal("a.csv", CSV.replaceFirst("h11," + number, "h11," + wrong)).contains("damaged"));
	}

	@Test
	void aNewerFormatAsksForAnUpdate() throws IOException {
		String json = JSON.replace("\"format\": 1", "\"format\": 2");
		assertTrue(refusal("a.json", json).contains("has format 2, which is newer"));
		assertTrue(refusal("a.json", json).contains("update Tintype"));
		assertTrue(refusal("a.json", json.replace("\"homography\": [", "\"homography\": {\"a\": [").replace("]\n}", "]}\n}")).contains("update Tintype"));
		assertTrue(refusal("a.csv", CSV.replace("format,1", "format,12")).contains("has format 12"));
		assertTrue(refusal("a.csv", CSV.replace("format,1", "format,x")).contains("its format is missing"));
	}

	@Test
	void aSingularMapIsRefused() throws IOException {
		String numbers = "[1, 2, 3],[2, 4, 6],[0.1, 0.7, 1]";
		String start = JSON.substring(0, JSON.indexOf("\t\"homography\""));
		assertTrue(refusal("a.json", start + "\"homography\": [" + numbers + "]}").contains("onto a line"));
		assertTrue(refusal("b.json", start + "\"homography\": [[0.1, 0.2, 0.3],[0.3, 0.6, 0.9],[0.1, 0.7, 1]]}").contains("onto a line"));
		assertTrue(refusal("c.json", start + "\"homography\": [[0, 0, 0],[0, 0, 0],[0, 0, 0]]}").contains("onto a line"));
		assertEquals(PLATE.unit(), MappingFile.parse(start + "\"homography\": [[1, 2, 3],[2, 5, 6],[0, 0, 1]]}").unit());
	}

	@Test
	void anInverseThatIsNoneIsRefused() throws IOException {
		double[] inverse = PLATE.toFlat().inverse().matrix();
		String wrong = "" + inverse[2] * 1.001;
		assertTrue(refusal("a.json", JSON.replace("" + inverse[2], wrong)).contains("its inverse is not"));
		assertTrue(refusal("a.csv", CSV.replace("" + inverse[2], wrong)).contains("its inverse is not"));
	}

	@Test
	void whatIsTwiceOrUnknownIsRefused() throws IOException {
		assertTrue(refusal("a.json", JSON.replace("\"left\"", "\"top\"")).contains("damaged"));
		assertTrue(refusal("a.csv", CSV.replace("left,", "top,")).contains("repeats an earlier one"));
		assertTrue(refusal("a.json", JSON.replace("\"unit\"", "\"note\": {\"by\": [1]}, \"unit\"")).contains("it holds \"note\""));
		assertTrue(refusal("a.csv", CSV.replace("unit,mm", "unit,mm\r\nnote,mine")).contains("it holds \"note\""));
		assertTrue(refusal("a.csv", CSV.replace("unit,mm", "unit,mm,3")).contains("its line 8 is not a key and a value"));
		assertTrue(refusal("a.json", JSON.replaceFirst("\\[([^,\\[\\]]*), ([^,]*), ([^,\\]]*)\\]", "[$1, $2]")).contains("damaged"));
	}

	@Test
	void whatCannotBeOpenedIsSaid() throws IOException {
		assertTrue(refusal("large.json", " ".repeat(2 << 20)).contains("too large"));
		Path binary = folder.resolve("a.csv");
		Files.write(binary, new byte[] { (byte) 0xff, (byte) 0xfe, 0, (byte) 0x80 });
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.read(binary.toFile())).getMessage().contains("is no text"));
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.read(folder.resolve("none.csv").toFile())).getMessage().startsWith("There is no file"));
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.read(folder.toFile())).getMessage().contains(".csv"));
	}
}
