package tintype.ij;

import java.io.File;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The words of the command line, in the language of Fiji's launcher.
 *
 * @param headless whether no window is wanted
 * @param job      what to do
 * @param target   a picture, a macro file or a command; null for the sample
 * @param detail   the macro's argument or the command's inputs; may be empty
 */
record LauncherArguments(boolean headless, Job job, String target, String detail) {

	/** What the launcher can do. */
	enum Job {
		SAMPLE, PICTURE, MACRO, COMMAND
	}

	/** A line that makes no sense; the message is one sentence for the user. */
	static final class UsageException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UsageException(String sentence) {
			super(sentence);
		}
	}

	private static final String USAGE = "use --headless, -macro FILE [ARGUMENT], -batch FILE [ARGUMENT], " +
		"--run COMMAND ['key=value, ...'] or a picture.";

	/** @throws UsageException for an unknown word, a missing one or a missing file */
	static LauncherArguments parse(String... line) {
		Deque<String> words = new ArrayDeque<>(List.of(line));
		boolean headless = words.removeIf("--headless"::equals);
		if (words.isEmpty()) return new LauncherArguments(headless, Job.SAMPLE, null, "");
		String first = words.pop();
		LauncherArguments arguments = switch (first) {
			case "-macro", "--macro" -> new LauncherArguments(headless, Job.MACRO, macro(first, words), rest(words));
			case "-batch", "--batch" -> new LauncherArguments(true, Job.MACRO, macro(first, words), rest(words));
			case "--run", "-run" -> new LauncherArguments(headless, Job.COMMAND, next(first, words), rest(words));
			default -> new LauncherArguments(headless, Job.PICTURE, picture(first), "");
		};
		if (!words.isEmpty()) throw new UsageException("The word " + words.peek() +
			" is one too many; put text with blanks in quotes.");
		return arguments;
	}

	private static String next(String option, Deque<String> words) {
		if (words.isEmpty()) throw new UsageException("Something is missing after " + option + "; " + USAGE);
		return words.pop();
	}

	private static String rest(Deque<String> words) {
		return words.isEmpty() ? "" : words.pop();
	}

	private static String macro(String option, Deque<String> words) {
		String path = file(next(option, words));
		if (!path.endsWith(".ijm") && !path.endsWith(".txt"))
			throw new UsageException("The file " + path + " is not an ImageJ macro; its name has to end in .ijm or .txt.");
		return path;
	}

	private static String picture(String word) {
		if (word.startsWith("-")) throw new UsageException("The option " + word + " is unknown; " + USAGE);
		return file(word);
	}

	private static String file(String path) {
		File file = new File(path).getAbsoluteFile();
		if (!file.isFile()) throw new UsageException("There is no file " + path + "; check its name and folder.");
		return file.getPath();
	}
}
