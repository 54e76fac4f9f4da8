package tintype.rectify;

import java.util.Arrays;

/** A few rows of a target: finds their pixels, a block of columns at a time. For one thread. */
final class Strip {

	/** Columns that are found together. */
	static final int BLOCK = 256;

	static final int ROWS = 16;

	/** Pixels beyond the edge that all kernels end within. */
	private static final int REACH = 6;

	private final WarpRun run;
	private final Plane source, target;
	private final Sampler sampler;
	private final Supersampling supersampling;
	private final BilinearRow fast;
	private final int top, bottom;

	private final double[] steps = new double[BLOCK];
	private final double[] i = new double[BLOCK], j = i.clone(), x = i.clone(), y = i.clone();
	private final double[] spanAcross = i.clone(), spanDown = i.clone();
	private final double[] spreadAcross = i.clone(), spreadDown = i.clone();
	private final double[] sums;
	private final int[] from = new int[BLOCK];

	/** The columns of each row that can be filled fast: the first, and the one after the last. */
	private final int[] first = new int[ROWS], end = new int[ROWS];

	/** @param top its first row in the target */
	Strip(WarpRun run, int top) {
		this.run = run;
		source = run.source();
		target = run.target();
		sampler = run.sampler();
		supersampling = new Supersampling(run.map());
		fast = run.interpolation() == Interpolation.BILINEAR ? target.bilinear(source) : null;
		this.top = top;
		bottom = Math.min(target.height(), top + ROWS);
		sums = new double[target.channels() * BLOCK];
		Arrays.setAll(steps, k -> k);
		if (fast != null) findInteriors();
	}

	private void findInteriors() {
		Interior interior = new Interior(run.map(), source, target.width(), target.height());
		for (int row = top; row < bottom; row++) {
			interior.find(row);
			first[row - top] = interior.from();
			end[row - top] = interior.to();
		}
	}

	/** Finds the pixels of some columns of all rows, at most {@link #BLOCK}. */
	void fill(int left, int count) {
		boolean several = false;
		if (run.supersampling()) {
			supersampling.choose(left, top, count, bottom - top);
			several = supersampling.across() * supersampling.down() > 1;
		}
		for (int row = top; row < bottom; row++) {
			if (sampler == null) nearest(left, row, count);
			else if (several) supersampled(left, row, count);
			else single(left, row, count);
		}
	}

	private void nearest(int left, int row, int count) {
		place(left, row, count);
		run.map().locate(i, j, count, x, y);
		Extension extension = run.extension();
		for (int k = 0; k < count; k++) {
			int column = extension.inside((int) Math.floor(x[k] + 0.5), source.width());
			int line = extension.inside((int) Math.floor(y[k] + 0.5), source.height());
			boolean none = column == Extension.NONE || line == Extension.NONE || x[k] != x[k];
			from[k] = none ? Extension.NONE : line * source.width() + column;
		}
		target.pick(row * target.width() + left, count, source, from, run.border().fill());
	}

	/** Several samples for each pixel; but only from the first to the last that sees something. */
	private void supersampled(int left, int row, int count) {
		supersampling.spans(left, row, count, spanAcross, spanDown);
		place(left, row, count);
		run.map().locate(i, j, count, x, y);
		int start = 0, stop = count;
		while (start < stop && misses(start)) start++;
		while (start < stop && misses(stop - 1)) stop--;
		careful(left, row, start);
		if (start < stop) mean(left, row, start, stop);
		careful(left + stop, row, count - stop);
	}

	/**
	 * Whether a pixel and its surroundings as far as it spans are of one value, since they
	 * lie outside the source, for replicated edges beyond a corner.
	 */
	private boolean misses(int k) {
		double reach = REACH + spanAcross[k] + spanDown[k];
		boolean besides = !(x[k] > -reach && x[k] < source.width() + reach);
		boolean above = !(y[k] > -reach && y[k] < source.height() + reach);
		return run.border().replicate() ? besides && above : besides || above;
	}

	private void mean(int left, int row, int start, int stop) {
		int across = supersampling.across(), down = supersampling.down();
		for (int k = start; k < stop; k++) {
			spreadAcross[k] = Supersampling.spread(spanAcross[k], across);
			spreadDown[k] = Supersampling.spread(spanDown[k], down);
		}
		Arrays.fill(sums, 0);
		for (int sample = 0; sample < across * down; sample++) {
			double right = (sample % across + 0.5) / across - 0.5, below = (sample / across + 0.5) / down - 0.5;
			for (int k = start; k < stop; k++) {
				i[k - start] = left + k + right * spreadAcross[k];
				j[k - start] = row + below * spreadDown[k];
			}
			run.map().locate(i, j, stop - start, x, y);
			sampler.add(x, y, stop - start, sums);
		}
		target.set(row * target.width() + left + start, stop - start, sums, across * down);
	}

	/** One sample per pixel, fast as far as that goes. */
	private void single(int left, int row, int count) {
		int right = left + count, start = right, stop = right;
		if (fast != null) {
			start = Math.max(left, Math.min(right, first[row - top]));
			stop = Math.max(start, Math.min(right, end[row - top]));
		}
		careful(left, row, start - left);
		if (stop > start) {
			run.map().locate(start, row, steps, stop - start, x, y);
			fast.write(x, y, stop - start, row * target.width() + start);
		}
		careful(stop, row, right - stop);
	}

	private void careful(int left, int row, int count) {
		if (count == 0) return;
		place(left, row, count);
		run.map().locate(i, j, count, x, y);
		Arrays.fill(sums, 0);
		sampler.add(x, y, count, sums);
		target.set(row * target.width() + left, count, sums, 1);
	}

	private void place(int left, int row, int count) {
		for (int k = 0; k < count; k++) {
			i[k] = left + k;
			j[k] = row;
		}
	}
}
