package tintype.nn.winograd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** All or none of several things that hold memory. */
final class Closing {

	private Closing() {}

	/** Makes so many; if one can't be made, closes those before. */
	static <T extends AutoCloseable> List<T> all(int count, IntFunction<T> maker) {
		List<T> made = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++)
				made.add(maker.apply(i));
			return made;
		}
		catch (RuntimeException | Error e) {
			close(made, e);
			throw e;
		}
	}

	private static void close(List<? extends AutoCloseable> made, Throwable cause) {
		for (AutoCloseable each : made)
			try {
				each.close();
			}
			catch (Exception e) {
				cause.addSuppressed(e);
			}
	}
}
