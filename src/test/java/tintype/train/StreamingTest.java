package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders larger than memory, and pictures of which memory holds one at a time. */
class StreamingTest {

	private static final long PATIENCE_S = 300;
	private static final int EDGE = 1700;

	@TempDir
	Path folder;

	/** 18 pictures of 12 MB each, decoded by eight threads in a heap of 110 MB; and one that it can't hold. */
	@Test
	void aFolderLargerThanTheHeap() throws Exception {
		Path pictures = Files.createDirectory(folder.resolve("pictures"));
		int[] rgb = new int[EDGE * EDGE];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = i % EDGE * 255 / EDGE << 16 | i / EDGE * 255 / EDGE << 8 | 0x40;
		Path first = Pictures.write(pictures.resolve("0.jpg"), EDGE, EDGE, rgb);
		for (int i = 1; i < 18; i++)
			Files.copy(first, pictures.resolve(i + ".jpg"));
		Pictures.claiming(pictures.resolve("panorama.png"), 12_000, 4_000);
		assertEquals("18 usable, 1 skipped, 8 batches, read", output(pictures));
	}

	private String output(Path pictures) throws IOException, InterruptedException {
		Path log = folder.resolve("child.log");
		Process child = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx110m", "-cp",
			System.getProperty("java.class.path"), StreamedFolder.class.getName(), pictures.toString(), "8")) //
				.redirectErrorStream(true).redirectOutput(log.toFile()).start();
		boolean ended = child.waitFor(PATIENCE_S, TimeUnit.SECONDS);
		child.destroyForcibly();
		assertTrue(ended, () -> "The JVM did not end");
		return Files.readAllLines(log).stream().reduce("", (earlier, later) -> later);
	}
}
