package tintype.nn;

import java.util.List;

/**
 * What the slices of a series have in common: which colours the network sees in
 * some of them that are spread over the whole. A slice that it takes for another
 * scene is moved towards the others of its own scene, so that its colours don't
 * jump.
 *
 * @param slices some of the series
 */
record SeriesStatistics(List<SliceSummary> slices) {

	/** Share of the way, in log-probability, from a slice's own shares of the bins to those of its scene. */
	static final double STRENGTH = 0.5;

	/** Added to shares: a bin that is rarer is noise, and the quotient of noise and nothing would be huge. */
	private static final double RARE = 1e-3;

	/**
	 * How to move the distributions of a slice: {@value #STRENGTH} times the logarithm
	 * of the quotient of the pooled shares and its own. Slices of another scene are
	 * left out of the pool, and the slice itself is in it, so that one that resembles
	 * no other stays as it is.
	 *
	 * @return for each bin what to add to the slice's logits
	 */
	float[] offsets(SliceSummary slice) {
		double[] pooled = slice.shares().clone();
		double weights = 1;
		for (SliceSummary other : slices) {
			double weight = slice.likeness(other);
			weights += weight;
			for (int bin = 0; bin < pooled.length; bin++)
				pooled[bin] += weight * other.shares()[bin];
		}
		float[] offsets = new float[pooled.length];
		for (int bin = 0; bin < offsets.length; bin++)
			offsets[bin] = (float) (STRENGTH * Math.log((pooled[bin] / weights + RARE) / (slice.shares()[bin] + RARE)));
		return offsets;
	}
}
