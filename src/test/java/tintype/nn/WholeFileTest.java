package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

	@TempDir
	Path folder;

	@Test
	void anOlderFileIsReplacedOnlyByAWholeOne() throws IOException {
		Path file = folder.resolve("log.csv");
		WholeFile.write(file, stream -> {
			stream.write(bytes("first"));
			assertFalse(Files.exists(file));
		});
		assertThrows(IOException.class, () -> WholeFile.write(file, stream -> {
			stream.write(bytes("half of the sec"));
			throw new IOException("No space left on device");
		}));
		assertEquals("first", Files.readString(file));
		WholeFile.write(file, stream -> stream.write(bytes("second")));
		assertEquals("second", Files.readString(file));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(1, files.count(), "nothing is left beside it");
		}
	}

	@Test
	void aFolderThatIsMissing() {
		assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("missing/file"), stream -> stream.write(1)));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}
}
