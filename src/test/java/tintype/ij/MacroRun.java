package tintype.ij;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import ij.IJ;

/**
 * A real ImageJ macro run in the test's JVM.
 *
 * @param result what the macro returned
 * @param told   what ImageJ told on the standard error meanwhile
 */
record MacroRun(String result, String told) {

	private static final String ABORTED = "[aborted]";

	/** Runs lines of a macro; {@code return "text";} becomes the result. */
	static MacroRun of(String... lines) {
		PrintStream err = System.err;
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
		try {
			String result = IJ.runMacro(String.join("\n", lines));
			return new MacroRun(result, told.toString(StandardCharsets.UTF_8));
		}
		finally {
			System.setErr(err);
			IJ.runMacro("while (nImages > 0) close();");
		}
	}

	/** Whether an error ended the macro: ImageJ then returns nothing, or a word of its own. */
	boolean aborted() {
		return (result == null || ABORTED.equals(result)) && !told.isEmpty();
	}
}
