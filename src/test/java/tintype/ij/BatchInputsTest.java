package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.TintypeException;

/** Which pictures a folder, a pattern or a list means. No file here holds one: only names count. */
class BatchInputsTest {

	@TempDir
	Path folder;

	private Path output;

	@BeforeEach
	void touch() throws IOException {
		output = folder.resolve("out");
		for (String name : List.of("b.tif", "a.png", "B 2/c d.TIF", "B 2/e/f.jpg", "readme.md", ".hidden.png", ".git/x.png", "out/a.tif", "x.png/inner.png"))
			Files.createFile(Files.createDirectories(folder.resolve(name).getParent()).resolve(folder.resolve(name).getFileName()));
	}

	private List<String> names(String inputs) {
		BatchInputs found = BatchInputs.of(new File(inputs), output);
		return found.files().stream().map(file -> folder.relativize(file).toString().replace('\\', '/')).toList();
	}

	@Test
	void aFolderMeansItsPictures() {
		assertEquals(List.of("B 2/c d.TIF", "B 2/e/f.jpg", "a.png", "b.tif", "x.png/inner.png"), names(folder.toString()));
		assertEquals(folder.toAbsolutePath(), BatchInputs.of(folder.toFile(), output).base());
	}

	/** As in a shell: capitals count, and two stars go through any number of folders, also none. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "*.tif; b.tif", "**/*.tif; b.tif", "**/*.{tif,TIF}; B 2/c d.TIF,b.tif", "B*/*; B 2/c d.TIF", "**/e/*; B 2/e/f.jpg",
		"B 2/**; B 2/c d.TIF,B 2/e/f.jpg", "?.[pt]*; a.png,b.tif", "**/**/f.*; B 2/e/f.jpg" })
	void aPatternMeansWhatMatches(String pattern, String expected) {
		assertEquals(List.of(expected.split(",")), names(folder + "/" + pattern));
	}

	@Test
	void structureBeginsBehindTheLastPlainFolder() {
		assertEquals(folder.resolve("B 2").toAbsolutePath(), BatchInputs.of(new File(folder + "/B 2/*/f.*"), output).base());
	}

	@Test
	void aFolderMayHaveSignsInItsName() throws IOException {
		Path odd = Files.createDirectory(folder.resolve("plates [1911]"));
		Files.createFile(odd.resolve("a.png"));
		assertEquals(List.of("plates [1911]/a.png"), names(odd.toString()));
	}

	@Test
	void umlautsAndBlanks() throws IOException {
		Path file;
		try {
			file = folder.resolve("Blätter und Blüten/Mädesüß.png");
			file.toFile().getCanonicalFile();
		}
		catch (InvalidPathException e) {
			System.out.println("Skipped: this JVM's character set has no umlauts for file names");
			assumeTrue(false, "no umlauts in file names");
			return;
		}
		Files.createDirectories(file.getParent());
		Files.createFile(file);
		assertEquals(List.of("Blätter und Blüten/Mädesüß.png"), names(folder + "/Blätter*/*ü*.png"));
		Path list = Files.writeString(folder.resolve("list.txt"), "\ufeff# plants\r\n\r\n  Blätter und Blüten/Mädesüß.png\r\n" + folder.resolve("a.png") + "\na.png\nmissing.png");
		assertEquals(List.of("Blätter und Blüten/Mädesüß.png", "a.png", "missing.png"), names(list.toString()));
	}

	@Test
	void aListKeepsTheStructureBelowWhatItsFilesShare() throws IOException {
		Path list = Files.writeString(folder.resolve("list.lst"), "B 2/c d.TIF\nB 2/e/f.jpg\n");
		assertEquals(folder.resolve("B 2").toAbsolutePath(), BatchInputs.of(list.toFile(), output).base());
	}

	@Test
	void oneFile() {
		assertEquals(List.of("readme.md"), names(folder.resolve("readme.md").toString()));
	}

	/** The inputs below a folder that gets the results of another are inputs all the same. */
	@Test
	void theOutputMayHoldTheInputs() {
		output = folder;
		assertEquals(List.of("B 2/c d.TIF", "B 2/e/f.jpg"), names(folder.resolve("B 2").toString()));
	}

	@Test
	void whatIsNotThereGetsASentence() throws IOException {
		Path empty = Files.createDirectory(folder.resolve("empty"));
		Path latin = Files.write(folder.resolve("latin.txt"), "Blüten.png".getBytes(StandardCharsets.ISO_8859_1));
		for (String[] wrong : new String[][] { { "", "There are no inputs" }, { empty.toString(), "There is no picture in " + empty }, //
			{ folder + "/*.bmp", "There is no picture in " }, { folder + "/none", "There is no folder or file " }, { folder + "/none/*.tif", "The inputs " }, //
			{ folder + "/[a.tif", "The pattern " }, { latin.toString(), "The list " } }) {
			TintypeException e = assertThrows(TintypeException.class, () -> names(wrong[0]), wrong[0]);
			assertTrue(e.getMessage().startsWith(wrong[1]), e.getMessage());
		}
	}

	@Test
	void resultsAreNamedAfterTheirPictures() throws IOException {
		assertEquals(List.of("B 2/c d.png", "B 2/e/f.png", "a.png", "b.png", "x.png/inner.png"), results(".png"));
		Files.createFile(folder.resolve("A.jpg"));
		Files.createFile(folder.resolve("noending"));
		assertEquals(List.of("A.jpg.tif", "B 2/c d.tif", "B 2/e/f.tif", "a.png.tif", "b.tif", "x.png/inner.tif"), results(".tif"), "not all systems tell A from a");
		assertEquals(List.of("A.jpg", "B 2/c d", "B 2/e/f", "a.png", "b", "x.png/inner"), results(""));
	}

	private List<String> results(String ending) {
		return BatchPicture.of(BatchInputs.of(folder.toFile(), output), output, ending).stream() //
			.map(picture -> output.relativize(picture.result()).toString().replace('\\', '/')).toList();
	}

	@Test
	void noResultTakesThePlaceOfAPicture() {
		BatchInputs tiffs = BatchInputs.of(new File(folder + "/*.tif"), folder);
		TintypeException e = assertThrows(TintypeException.class, () -> BatchPicture.of(tiffs, folder, ".tif"));
		assertTrue(e.getMessage().contains("would take the place of a picture"), e.getMessage());
		assertEquals(folder.resolve("a.tif"), BatchPicture.of(BatchInputs.of(new File(folder + "/*.png"), folder), folder, ".tif").get(0).result(), "another name is no harm");
	}
}
