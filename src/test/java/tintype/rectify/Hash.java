package tintype.rectify;

/** A number from 0 to 1 for every pair of whole numbers, the same for the same seed. */
record Hash(long seed) {

	double at(long i, long j) {
		long z = seed * 0x9E3779B97F4A7C15L + i * 0xBF58476D1CE4E5B9L + j * 0x94D049BB133111EBL;
		z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
	}

	/** Between {@code low} and {@code high}. */
	double between(double low, double high, long i, long j) {
		return low + (high - low) * at(i, j);
	}
}
