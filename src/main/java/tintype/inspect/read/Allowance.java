package tintype.inspect.read;

import tintype.TintypeException;

/**
 * How much memory may be used for reading one file. A file of a few kilobytes can
 * claim to hold gigabytes; so whatever follows from its words is asked for here first.
 */
final class Allowance {

	/** For each byte of the file: the file itself, its numbers, and one unpacked copy. */
	private static final int FACTOR = 3;

	/** For small files, whose numbers may be packed a thousandfold. */
	private static final long BASE = 160L << 20;

	private final String source;
	private final long all;
	private long left;

	/**
	 * @param source what to call the file in messages
	 * @param bytes  its size
	 */
	Allowance(String source, long bytes) {
		this.source = source;
		all = FACTOR * bytes + BASE;
		left = all;
	}

	/** All that there was at the beginning, in bytes. */
	long all() {
		return all;
	}

	/**
	 * Asks before bytes are allocated.
	 *
	 * @throws TintypeException if they are more than is left
	 */
	void take(long bytes) {
		if (bytes < 0 || bytes > left) throw Damage.of(source + " says that it holds far more than a file of its size can");
		left -= bytes;
	}
}
