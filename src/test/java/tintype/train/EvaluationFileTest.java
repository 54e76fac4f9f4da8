package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class EvaluationFileTest {

	private static final Scores SCORES = new Scores(0.9, 0.8, 0.5, 22.5, 0.7, 0.95, 20, 40, 0.25, 0.1);
	private static final String FIGURES = "0.900000,0.800000,0.700000,22.500000,0.950000,20.000000,40.000000,0.500000,%s,0.100000,";

	@TempDir
	Path folder;

	@Test
	void rowsAndReasons() throws IOException {
		Path file = folder.resolve("table.csv");
		new EvaluationFile(file).write(report());
		assertEquals(List.of( //
			"picture,AuC,rebalanced AuC (1/2),rebalanced AuC (0),PSNR (dB),SSIM,colourfulness,true colourfulness,colourfulness ratio," + //
				"chroma correlation,lightness difference,remark", //
			"plain.png," + FIGURES.formatted("0.250000"), //
			"\"a \"\"b\"\", c.png\"," + FIGURES.formatted("0.250000"), //
			"all pictures," + FIGURES.formatted("0.250000"), //
			"grey," + FIGURES.formatted(""), //
			"mean colour," + FIGURES.formatted(""), //
			Path.of("bad.png") + ",,,,,,,,,,,\"bad.png is broken, sorry\""), Files.readAllLines(file));
		assertTrue(Files.readString(file).endsWith("\r\n"));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList(), "nothing but the table is left");
		}
	}

	@Test
	void anOlderTableIsReplaced() throws IOException {
		Path file = folder.resolve("table.csv");
		new EvaluationFile(file).write(report());
		String table = Files.readString(file);
		Files.writeString(file, table.lines().findFirst().orElseThrow() + "\nedited elsewhere\n");
		new EvaluationFile(file).write(report());
		assertEquals(table, Files.readString(file));
	}

	/** A model or a picture, say, named by mistake. */
	@ParameterizedTest
	@ValueSource(strings = { "PK\003\004 a model", "", "epoch,step\r\n0,0\r\n", "picture,AuC,notes\r\n", "a,b\r\npicture,AuC,remark\r\n" })
	void noOtherFileIsWrittenOver(String content) throws IOException {
		Path file = Files.writeString(folder.resolve("model.zip"), content);
		String sentence = assertThrows(TintypeException.class, () -> new EvaluationFile(file)).getMessage();
		assertTrue(sentence.startsWith(file + " exists and is no table") && sentence.contains("choose another name"), sentence);
		assertEquals(content, Files.readString(file));
	}

	@Test
	void placesThatCannotBeWrittenAreToldBeforehand() {
		Path missing = folder.resolve("missing/table.csv");
		assertTrue(assertThrows(TintypeException.class, () -> new EvaluationFile(missing)).getMessage().contains("choose a folder that exists"));
		assertTrue(assertThrows(TintypeException.class, () -> new EvaluationFile(folder)).getMessage().contains("which is a folder"));
	}

	@Test
	void aFolderThatVanishesIsASentence() throws IOException {
		Path inner = Files.createDirectory(folder.resolve("inner"));
		EvaluationFile file = new EvaluationFile(inner.resolve("table.csv"));
		Files.delete(inner);
		assertTrue(assertThrows(TintypeException.class, () -> file.write(report())).getMessage().contains("could not be written"));
		assertFalse(Files.exists(inner));
	}

	private static EvaluationReport report() {
		Map<String, Scores> rows = new LinkedHashMap<>();
		rows.put("plain.png", SCORES);
		rows.put("a \"b\", c.png", SCORES);
		EvaluationReport.Line line = new EvaluationReport.Line(SCORES, new double[151]);
		return new EvaluationReport(rows, line, line, line, Map.of(Path.of("bad.png"), "bad.png is broken, sorry"));
	}
}
