package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import tintype.TintypeException;
import tintype.rectify.Homography;
import tintype.rectify.Mapping;

/** What is read is what was written, to the last bit. */
class MappingFileTest {

	private static final Homography TILT = Homography.of(1.8471247000626057, -0.5699810662492517, 288.3498654869496, //
		0.5648235124495967, 3.1679158673930683, -681.329724354026, -1.0778709290369661e-4, 2.269888909655272e-3, 1);

	private static final Mapping PLATE = new Mapping(TILT, 4000, 3000, 1278, 855, 1 / 30.0, "mm", -2.5, -1 / 3.0);

	@TempDir
	private Path folder;

	private File file(String name) {
		return folder.resolve(name).toFile();
	}

	@ParameterizedTest
	@ValueSource(strings = { "plate.json", "plate.csv", "PLATE.JSON", "with blank.CSV" })
	void filesKeepEveryBit(String name) {
		File file = file(name);
		MappingFile.write(PLATE, file);
		assertEquals(PLATE, MappingFile.read(file));
		assertFalse(Files.exists(folder.resolve(name + ".part")));
	}

	@Test
	void anyMappingKeepsEveryBit() {
		Random random = new Random(8);
		for (int i = 0; i < 500; i++) {
			double[] h = { 1 + random.nextDouble(), random.nextGaussian() / 9, 900 * random.nextGaussian(), random.nextGaussian() / 9,
				1 + random.nextDouble(), 900 * random.nextGaussian(), random.nextDouble() / 9000, random.nextDouble() / 9000, 1 };
			Mapping mapping = new Mapping(Homography.of(h), 3000, 4000, 1000 + i, 500, Math.exp(9 * random.nextGaussian()), "µm", random.nextGaussian(),
				-random.nextDouble());
			assertEquals(mapping, MappingFile.parse(MappingFile.text(mapping)));
			assertEquals(mapping, MappingCsv.read(MappingCsv.write(mapping), "The table"));
		}
	}

	@Test
	void anyUnitIsKept() {
		for (String unit : new String[] { "µm", "1,5 \"feet\"", "Å \\ 長さ", Mapping.NO_UNIT, "<mm>" }) {
			Mapping mapping = new Mapping(TILT, 4, 3, 2, 1, 1, unit, 0, 0);
			assertEquals(mapping, MappingFile.parse(MappingFile.text(mapping)));
			assertEquals(mapping, MappingCsv.read(MappingCsv.write(mapping), "The table"));
		}
		Mapping broken = new Mapping(TILT, 4, 3, 2, 1, 1, "m\nm", 0, 0);
		assertThrows(TintypeException.class, () -> MappingFile.text(broken));
	}

	/** A comma must stay a point where the language writes commas. */
	@Test
	void theLanguageDoesNotMatter() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			MappingFile.write(PLATE, file("plate.csv"));
			assertEquals(PLATE, MappingFile.read(file("plate.csv")));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void theFilesCanBeReadByPeople() throws IOException {
		MappingFile.write(PLATE, file("plate.json"));
		MappingFile.write(PLATE, file("plate.csv"));
		String json = Files.readString(folder.resolve("plate.json")), csv = Files.readString(folder.resolve("plate.csv"));
		assertTrue(json.contains("\t\"unit\": \"mm\",\n"), json);
		assertTrue(json.contains("\n\t\t[" + TILT.matrix()[0] + ", " + TILT.matrix()[1] + ", " + TILT.matrix()[2] + "],\n"), json);
		assertTrue(json.contains("[" + TILT.inverse().matrix()[0] + ", "), json);
		assertTrue(csv.startsWith("key,value\r\nkind,Tintype mapping\r\nformat,1\r\nsourceWidth,4000\r\n"), csv);
		assertTrue(csv.contains("\r\nh23," + TILT.matrix()[5] + "\r\n"), csv);
	}

	@Test
	void oneLineIsOneLine() {
		assertEquals(1, MappingFile.text(PLATE).lines().count());
		assertFalse(MappingFile.text(PLATE).contains("\n"));
	}

	/** As other programs write it: h33 = 1, which may turn the sign, and no inverse. */
	@Test
	void aMatrixOfAnotherProgramCounts() {
		String numbers = "\"format\":1,\"kind\":\"Tintype mapping\",\"sourceWidth\":640,\"sourceHeight\":480,\"width\":300,\"height\":200," +
			"\"pixelSize\":1,\"unit\":\"pixel\",\"left\":0,\"top\":0,\"homography\":";
		Mapping mapping = MappingFile.parse("{" + numbers + "[[-2,0,0],[0,-2,0],[0,0,-1]]}");
		assertEquals(Homography.of(2, 0, 0, 0, 2, 0, 0, 0, 1), mapping.toFlat());
		assertFalse(mapping.isCalibrated());
	}

	/** What spreadsheets make of the table when they save it: a mark, other line ends, quotes, 15 digits. */
	@Test
	void aTableFromASpreadsheetCounts() {
		StringBuilder saved = new StringBuilder("\uFEFFkey,value\n");
		MappingCsv.write(PLATE).lines().skip(1).forEach(line -> {
			String[] cells = line.split(",");
			boolean number = cells[0].matches("(h|inverse)\\d\\d");
			saved.append(cells[0]).append(",\"").append(number ? String.format(Locale.ROOT, "%.14E", Double.valueOf(cells[1])) : cells[1]).append("\"\n");
		});
		Mapping read = MappingCsv.read(saved.toString(), "The table");
		assertEquals(PLATE.unit(), read.unit());
		double[] expected = TILT.map(300, 400), found = read.toFlat().map(300, 400);
		assertEquals(expected[0], found[0], 1e-8);
		assertEquals(expected[1], found[1], 1e-8);
		assertNotEquals(PLATE, read, "15 digits are fewer than a double has");
	}

	@Test
	void anOlderMappingIsReplacedAndNothingElse() throws IOException {
		File file = file("plate.csv"), other = file("results.csv");
		MappingFile.write(new Mapping(TILT, 4, 3, 2, 1, 1, "pixel", 0, 0), file);
		MappingFile.write(PLATE, file);
		assertEquals(PLATE, MappingFile.read(file));
		Files.writeString(other.toPath(), "Area,Mean\n1,2\n");
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.write(PLATE, other)).getMessage().contains("not written over"));
		assertEquals("Area,Mean\n1,2\n", Files.readString(other.toPath()));
	}

	@Test
	void whereNothingCanBeWrittenThatIsSaid() {
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.write(PLATE, file("no/plate.csv"))).getMessage().contains("folder"));
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.write(PLATE, file("plate.txt"))).getMessage().contains(".json"));
	}

	@Test
	void aTiffFileKeepsIt() {
		ImagePlus flat = new ImagePlus("flat", new ByteProcessor(4, 3));
		assertNull(MappingFile.attached(flat));
		MappingFile.attach(PLATE, flat);
		assertEquals(PLATE, MappingFile.attached(flat));
		File file = file("flat.tif");
		assertTrue(new FileSaver(flat).saveAsTiff(file.toString()));
		assertEquals(PLATE, MappingFile.attached(IJ.openImage(file.toString())));
		flat.setProp(MappingFile.PROPERTY, "{}");
		assertTrue(assertThrows(TintypeException.class, () -> MappingFile.attached(flat)).getMessage().startsWith("The mapping kept with \"flat\" is no mapping"));
	}
}
