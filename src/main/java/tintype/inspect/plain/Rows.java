package tintype.inspect.plain;

import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import tintype.Progress;

/** Loops on all processors that end as soon as nobody wants their result. */
record Rows(Progress progress) {

	private static final int BLOCK = 1 << 14;

	/** Does something with a part of an array. */
	interface Block {

		/** @param from first place; {@code to} is the first that no longer belongs to it */
		void accept(int from, int to);
	}

	/**
	 * For each number below {@code count}, in any order.
	 *
	 * @throws CancellationException when the caller cancels
	 */
	void each(int count, IntConsumer row) {
		IntStream.range(0, count).parallel().forEach(i -> {
			ask();
			row.accept(i);
		});
	}

	/** For all places of an array of this length, block by block, in any order. */
	void blocks(int length, Block block) {
		each((int) (((long) length + BLOCK - 1) / BLOCK), i -> block.accept(i * BLOCK, (int) Math.min(length, (i + 1L) * BLOCK)));
	}

	/** @throws CancellationException when the caller cancels */
	void ask() {
		if (progress.canceled()) throw new CancellationException("Canceled");
	}
}
