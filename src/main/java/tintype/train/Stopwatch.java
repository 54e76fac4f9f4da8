package tintype.train;

/** Seconds of work, begun before. */
public final class Stopwatch {

	private final double before;
	private final long start;

	/** Starts now. */
	public Stopwatch() {
		this(0, System.nanoTime());
	}

	private Stopwatch(double before, long start) {
		this.before = before;
		this.start = start;
	}

	/** Since the start, with those before. */
	public double seconds() {
		return before + (System.nanoTime() - start) * 1e-9;
	}

	/** The same watch, with more time spent before. */
	Stopwatch after(double more) {
		return new Stopwatch(more, start);
	}

	/** A time in one figure: "40 s", "12 min", "3.5 h". */
	public static String words(double seconds) {
		if (seconds < 90) return Math.round(seconds) + " s";
		if (seconds < 5400) return Math.round(seconds / 60) + " min";
		return Math.round(seconds / 360) / 10.0 + " h";
	}
}
