package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import ij.Macro;
import ij.io.OpenDialog;
import ij.macro.Interpreter;
import ij.plugin.frame.Editor;
import tintype.TintypeException;

/** Runs an ImageJ macro without a screen and tells whether it came to its end. */
final class HeadlessMacro {

	/** {@code exit;} and {@code exit();} end a macro in good order; with a message it gives up. */
	private static final Pattern QUIET_EXIT = Pattern.compile("\\bexit\\s*(\\(\\s*\\))?\\s*(;|}|$)");

	private HeadlessMacro() {}

	/**
	 * Runs a macro file.
	 *
	 * @param argument what the macro's {@code getArgument()} returns
	 * @return what the macro returns, or null
	 * @throws TintypeException if the macro or one of its commands failed, or it
	 *           gave up with {@code exit("message")}
	 */
	static String run(Path file, String argument) throws IOException {
		String macro = Editor.doInclude(Files.readString(file, StandardCharsets.UTF_8));
		OpenDialog.setLastDirectory(file.getParent() + File.separator);
		OpenDialog.setLastName(file.getFileName().toString());
		PrintStream err = System.err;
		MacroErrors errors = new MacroErrors(err);
		System.setErr(errors);
		try {
			String result = run(new Interpreter(), macro, argument, file);
			// Of macros called by this one, which went on without them.
			errors.told.forEach(err::println);
			return result;
		}
		finally {
			System.setErr(err);
		}
	}

	private static String run(Interpreter interpreter, String macro, String argument, Path file) {
		try {
			String result = interpreter.run(macro, argument);
			if (interpreter.wasError()) throw failed(file, interpreter);
			return result;
		}
		catch (RuntimeException e) {
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			if (interpreter.wasError() || !quietExit(macro, interpreter)) throw failed(file, interpreter);
			return null;
		}
	}

	/** Keeps back the lines in which ImageJ tells a macro's error; the launcher tells it in one sentence. */
	private static final class MacroErrors extends PrintStream {

		private final List<String> told = new ArrayList<>();

		MacroErrors(PrintStream err) {
			super(err, true);
		}

		@Override
		public void println(String line) {
			if (line != null && (line.startsWith("Macro Error: ") || line.startsWith("No Image: "))) told.add(line);
			else super.println(line);
		}
	}

	private static boolean quietExit(String macro, Interpreter interpreter) {
		String[] lines = macro.split("\\R", -1);
		int line = interpreter.getLineNumber();
		return line >= 1 && line <= lines.length && QUIET_EXIT.matcher(lines[line - 1]).find();
	}

	private static TintypeException failed(Path file, Interpreter interpreter) {
		String reason = interpreter.wasError() ? "" + interpreter.getErrorMessage() : "it gave up there";
		return new TintypeException("The macro " + file.getFileName() + " stopped in line " +
			interpreter.getLineNumber() + ": " + reason.replaceFirst("\\.$", "") + ".");
	}
}
