package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

import tintype.TintypeException;
import tintype.inspect.Layers;
import tintype.inspect.Npy;
import tintype.inspect.Tensor;

/** Numbers for a network from files. */
class TensorFileTest {

	@TempDir
	private Path folder;

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.resolve(name), text);
	}

	@Test
	void arraysAreAsTheyAre() throws IOException {
		Path file = Files.write(folder.resolve("maps.npy"), Npy.bytes(Layers.waves(2, 2, 3, 4, 5)));
		Tensor read = TensorFile.read(file.toFile());
		assertArrayEquals(new int[] { 2, 3, 4, 5 }, read.shape());
		assertArrayEquals(Layers.waves(2, 2, 3, 4, 5).values(), read.values());
	}

	/** Labels of the rows are no values. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a,b,c;1,2.5,-3;4,5,6e-3", "Label,a,b,c;one,1,2.5,-3;two,4,5,0.006" })
	void tablesAreRows(String table) throws IOException {
		Tensor read = TensorFile.read(file("rows.csv", table.replace(';', '\n') + "\n").toFile());
		assertArrayEquals(new int[] { 2, 3 }, read.shape());
		assertArrayEquals(new float[] { 1, 2.5f, -3, 4, 5, 0.006f }, read.values());
	}

	@Test
	void aWordAmongTheNumbersIsNamed() throws IOException {
		Path file = file("rows.csv", "a,b\n1,2\n3,four\n");
		assertEquals("The table rows.csv has no number in column b, row 2: give numbers only.",
			assertThrows(TintypeException.class, () -> TensorFile.read(file.toFile())).getMessage());
	}

	@Test
	void filesOfOtherKindsAreOneSentence() throws IOException {
		for (Path file : new Path[] { file("maps.npy", "no array"), file("empty.csv", ""), file("heads.csv", "a,b\n"), folder, folder.resolve("missing.npy") }) {
			String sentence = assertThrows(TintypeException.class, () -> TensorFile.read(file.toFile()), file.toString()).getMessage();
			assertTrue(sentence.contains(file.getFileName().toString()) && sentence.endsWith("."), sentence);
		}
	}
}
