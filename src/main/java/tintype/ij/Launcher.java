package tintype.ij;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import tintype.TintypeException;
import tintype.ij.LauncherArguments.UsageException;

/**
 * Runs Tintype from a command line, with or without a screen; this is what
 * {@code ./mvnw -q compile exec:java} starts.
 * <ul>
 * <li>no words: with a screen ImageJ opens with the sample photograph and its
 * colours; without one the sample is coloured into a file;</li>
 * <li>a picture: colours it, without a screen into {@code NAME-colorized.png}
 * (a stack into {@code .tif}) in the current folder;</li>
 * <li>{@code -macro FILE [ARGUMENT]} runs an ImageJ macro, {@code -batch} the
 * same without windows;</li>
 * <li>{@code --run COMMAND 'key=value, key="text"'} runs a command by label,
 * class or simple class name; {@code input="picture.tif"} opens a file;</li>
 * <li>{@code --headless} in front of any of these opens no window.</li>
 * </ul>
 * Exit code without windows: 0 done, 1 failed, 2 nothing understood. A failure
 * is one sentence on the standard error, and no file is left half written.
 */
public final class Launcher {

	private static final int FAILED = 1;
	private static final int NOT_UNDERSTOOD = 2;

	/** Tells on a fresh computer that it made a folder. Held here, or its level would be forgotten. */
	private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

	private Launcher() {}

	/** @param line see the class description */
	public static void main(String... line) {
		PREFERENCES.setLevel(Level.WARNING);
		LauncherArguments arguments = null;
		try {
			arguments = LauncherArguments.parse(line);
		}
		catch (UsageException e) {
			exit(e.getMessage(), NOT_UNDERSTOOD);
		}
		// AWT reads this once, on its first use.
		if (arguments.headless()) System.setProperty("java.awt.headless", "true");
		MenuFolder.install();
		if (GraphicsEnvironment.isHeadless()) headless(arguments);
		else desktop(arguments);
	}

	private static void headless(LauncherArguments arguments) {
		try {
			HeadlessImageJ.patch(Launcher.class.getClassLoader());
			String done = new HeadlessJobs(Path.of("")).run(arguments);
			if (done != null) System.out.println(done);
		}
		catch (Exception | LinkageError | OutOfMemoryError e) {
			exit(e instanceof TintypeException ? e.getMessage() : "Tintype failed with " + e + ".", FAILED);
		}
		// Libraries leave threads behind that would keep the JVM alive.
		System.exit(0);
	}

	private static void desktop(LauncherArguments arguments) {
		try {
			DesktopJobs.run(arguments);
		}
		catch (AWTError | HeadlessException e) {
			exit("The screen cannot be reached; add --headless to work without one.", FAILED);
		}
	}

	private static void exit(String sentence, int code) {
		System.err.println(sentence);
		System.exit(code);
	}
}
