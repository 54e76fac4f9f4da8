package tintype.ij;

import java.util.Locale;

import tintype.Progress;

/** One picture's share in the progress of a batch, with the time that is left for all. */
final class BatchProgress implements Progress {

	/** Parts of a picture, which count themselves in tiles, slices or layers. */
	private static final int STEPS = 1000;

	private static final double NS_PER_MINUTE = 60e9;

	private final Progress whole;
	private final int index;
	private final int count;
	private final String name;
	private final double minutesLeft;

	/**
	 * @param index pictures before this one
	 * @param start when the first one began, by {@link System#nanoTime}
	 */
	BatchProgress(Progress whole, int index, int count, String name, long start) {
		this.whole = whole;
		this.index = index;
		this.count = count;
		this.name = name;
		minutesLeft = index == 0 ? Double.NaN : (System.nanoTime() - start) / NS_PER_MINUTE / index * (count - index);
	}

	@Override
	public void report(long done, long total, String text) {
		whole.report((long) index * STEPS + STEPS * done / total, (long) count * STEPS, line(text));
	}

	private String line(String text) {
		return String.format(Locale.ROOT, "%d of %d%s: %s, %s", index + 1, count, left(minutesLeft), name, text);
	}

	static String left(double minutes) {
		if (Double.isNaN(minutes)) return "";
		if (minutes < 1) return ", less than a minute left";
		return String.format(Locale.ROOT, minutes < 120 ? ", %.0f min left" : ", %.1f h left", minutes < 120 ? minutes : minutes / 60);
	}

	@Override
	public boolean canceled() {
		return whole.canceled();
	}
}
