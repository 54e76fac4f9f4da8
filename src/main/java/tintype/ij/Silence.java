package tintype.ij;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Keeps the standard streams quiet while ImageJ does something that prints. */
final class Silence {

	private Silence() {}

	static <T> T during(Supplier<T> work) {
		PrintStream out = System.out;
		PrintStream err = System.err;
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		System.setErr(new PrintStream(OutputStream.nullOutputStream()));
		try {
			return work.get();
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}
}
