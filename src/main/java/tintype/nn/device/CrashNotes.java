package tintype.nn.device;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes that a start on the GPU has begun: written before CUDA's libraries are
 * loaded, which can end the JVM without a word, and removed when the GPU has
 * computed. One that is left says that the GPU did not come back. There is one for
 * each version of ND4J, computer and process, as a user's folder may be shared.
 */
final class CrashNotes {

	private static final Pattern PROCESS = Pattern.compile(".*-(\\d+)\\.txt");

	private final Path folder;
	private final Supplier<String> computer;
	private final BiPredicate<Long, Instant> running;

	/**
	 * @param folder   for the notes; need not exist
	 * @param computer its name, as the user's folder may be seen from several; asked
	 *                 late, as the network may have to be asked
	 * @param running  whether a process of this number runs that began before an instant
	 */
	CrashNotes(Path folder, Supplier<String> computer, BiPredicate<Long, Instant> running) {
		this.folder = folder;
		this.running = running;
		this.computer = computer;
	}

	/** The notes of this user on this computer. */
	static CrashNotes ofUser() {
		return new CrashNotes(Path.of(System.getProperty("user.home"), ".tintype"), CrashNotes::computer, CrashNotes::isRunning);
	}

	private String beginning() {
		return "gpu-" + MachineCode.ND4J + "-" + computer.get().replaceAll("[^A-Za-z0-9]", "_") + "-";
	}

	private static String computer() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (IOException e) {
			return "unnamed: " + e.getMessage();
		}
	}

	/** Numbers of processes are used again, but not in the past. */
	private static boolean isRunning(long process, Instant noted) {
		Optional<ProcessHandle> handle = ProcessHandle.of(process);
		return handle.isPresent() && handle.get().info().startInstant().map(start -> !start.isAfter(noted)).orElse(true);
	}

	/**
	 * Notes whose process has ended.
	 *
	 * @throws IOException if the folder can't be read
	 */
	List<Path> left() throws IOException {
		List<Path> left = new ArrayList<>();
		for (Path note : all()) {
			Matcher process = PROCESS.matcher(note.getFileName().toString());
			if (process.matches() && !running.test(Long.valueOf(process.group(1)), Files.getLastModifiedTime(note).toInstant())) left.add(note);
		}
		return left;
	}

	private List<Path> all() throws IOException {
		List<Path> notes = new ArrayList<>();
		if (!Files.isDirectory(folder)) return notes;
		try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, beginning() + "*.txt")) {
			found.forEach(notes::add);
		}
		return notes;
	}

	/**
	 * Makes the folder for the notes.
	 *
	 * @throws IOException if it can't be made or not be written to
	 */
	void prepare() throws IOException {
		Files.createDirectories(folder);
		if (!Files.isWritable(folder)) throw new IOException(folder + " is not writable");
	}

	/**
	 * Writes the note of this process.
	 *
	 * @param device what is started, for who reads the note
	 * @throws IOException if that can't be done; then no GPU should be started
	 */
	Path write(String device) throws IOException {
		prepare();
		return Files.writeString(folder.resolve(beginning() + ProcessHandle.current().pid() + ".txt"), "Tintype began to use " + device +
			" at " + Instant.now() + ". If this file is still here when that process has ended, the GPU made it end,\n" +
			"and Tintype uses the CPU. To try the GPU again, delete this file and restart.\n");
	}

	/**
	 * Removes what is left, so that the next start tries the GPU again.
	 *
	 * @return how many notes there were
	 * @throws IOException if one can't be removed
	 */
	int forget() throws IOException {
		List<Path> left = left();
		for (Path note : left)
			Files.delete(note);
		return left.size();
	}
}
