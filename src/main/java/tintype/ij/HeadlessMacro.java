package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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

	/** How ImageJ tells an error: what and where, then the line itself. */
	private static final Pattern TOLD = Pattern.compile("(?:Macro Error|No Image): (.*) in line (\\d+)\\R.*", Pattern.DOTALL);

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
			String result = run(macro, argument, file, errors);
			// Of macros called by this one, which went on without them.
			errors.told.forEach(err::println);
			return result;
		}
		finally {
			System.setErr(err);
		}
	}

	private static String run(String macro, String argument, Path file, MacroErrors errors) {
		Interpreter interpreter = new Interpreter();
		try {
			String result = interpreter.run(macro, argument);
			if (interpreter.wasError()) throw failed(file, interpreter, errors);
			return result;
		}
		catch (RuntimeException e) {
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			if (interpreter.wasError() || !quietExit(macro, interpreter)) throw failed(file, interpreter, errors);
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

	private static TintypeException failed(Path file, Interpreter interpreter, MacroErrors errors) {
		Matcher told = TOLD.matcher(errors.told.isEmpty() ? "" : errors.told.get(errors.told.size() - 1));
		boolean error = interpreter.wasError() && told.matches();
		String reason = error ? told.group(1) : "it gave up there";
		String line = error ? told.group(2) : "" + interpreter.getLineNumber();
		return new TintypeException("The macro " + file.getFileName() + " stopped in line " + line + ": " +
			reason.replaceFirst("\\.$", "") + ".");
	}
}
