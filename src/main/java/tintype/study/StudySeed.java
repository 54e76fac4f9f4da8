package tintype.study;

/** Seeds for the parts of a run, so that no two parts draw the same numbers. */
final class StudySeed {

	/** The fractional part of the golden ratio in 64 bits. */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private StudySeed() {}

	/**
	 * A seed from that of the run and the place in it. Neighbouring places give seeds
	 * without likeness (the mixing of SplitMix64, Steele et al. 2014).
	 */
	static long of(long seed, long... place) {
		long mixed = seed;
		for (long number : place) {
			mixed = (mixed ^ number) + GOLDEN;
			mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
			mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
			mixed ^= mixed >>> 31;
		}
		return mixed;
	}
}
