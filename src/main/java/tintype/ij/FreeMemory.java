package tintype.ij;

import java.util.Locale;

import tintype.TintypeException;

/** Java's memory: better a sentence now than an hour of work lost at the last slice. */
final class FreeMemory {

	private FreeMemory() {}

	/**
	 * Refuses a result that will not fit.
	 *
	 * @param bytes  of the result
	 * @param what   needs them, with its verb, such as {@code The colours of "plate.tif" need}
	 * @param advice what else to do than to get more memory
	 * @throws TintypeException if it won't; its cause is an {@link OutOfMemoryError}
	 */
	static void require(double bytes, String what, String advice) {
		if (bytes <= free()) return;
		System.gc();
		if (bytes <= free()) return;
		throw new TintypeException(String.format(Locale.ROOT, "%s %.1f GB and %.1f GB are free; give ImageJ more in " +
			"Edit > Options > Memory & Threads, or %s.", what, bytes / 1e9, free() / 1e9, advice), new OutOfMemoryError("foreseen"));
	}

	private static long free() {
		Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
	}
}
