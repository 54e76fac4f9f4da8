package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashNotesTest {

	@TempDir
	Path folder;

	@Test
	void noteOfAnEndedProcessIsLeft() throws IOException {
		CrashNotes ended = notes("here", false);
		assertEquals(List.of(), ended.left());
		Path note = ended.write("NVIDIA T4");
		assertTrue(Files.readString(note).contains("NVIDIA T4"));
		assertEquals(List.of(note), ended.left());
		assertEquals(1, ended.forget());
		assertEquals(List.of(), ended.left());
	}

	/** Two ImageJs that start at the same time. */
	@Test
	void noteOfARunningProcessIsNone() throws IOException {
		CrashNotes running = notes("here", true);
		Path note = running.write("NVIDIA T4");
		assertEquals(List.of(), running.left());
		assertEquals(0, running.forget());
		assertTrue(Files.exists(note));
	}

	/** A home folder that several computers see, and an older ND4J. */
	@Test
	void otherComputersAndVersionsAreLeftAlone() throws IOException {
		notes("there", false).write("NVIDIA T4");
		Files.writeString(folder.resolve("gpu-1.0.0-beta7-here-1.txt"), "");
		Files.writeString(folder.resolve("other.txt"), "");
		assertEquals(0, notes("here", false).forget());
		assertEquals(3, folder.toFile().list().length);
	}

	/** This process began before its note. */
	@Test
	void theUsersNotesKnowRunningProcesses() throws IOException {
		String home = System.getProperty("user.home");
		System.setProperty("user.home", folder.toString());
		try {
			CrashNotes notes = CrashNotes.ofUser();
			Path note = notes.write("NVIDIA T4");
			assertEquals(List.of(), notes.left());
			Path other = Files.move(note, note.resolveSibling(note.getFileName().toString().replaceFirst("\\d+\\.txt", "2147483646.txt")));
			assertEquals(List.of(other), notes.left());
		}
		finally {
			System.setProperty("user.home", home);
		}
	}

	private CrashNotes notes(String computer, boolean runs) {
		return new CrashNotes(folder, () -> computer, (process, noted) -> runs);
	}
}
