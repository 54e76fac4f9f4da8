package tintype.nn;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes the flicker out of a slice's distributions: those of each cell become the
 * weighted mean of the same cell's in the slices around it. A slice counts less the
 * farther it is, and the less it looks like the same scene, so that nothing passes a
 * cut; a cell counts less the more its lightness differs, so that moving things
 * leave no trail. That is the bilateral filter of Tomasi &amp; Manduchi 1998, along
 * the series.
 */
final class SeriesSmoothing {

	/** Standard deviation of the weights over the distance, in slices. */
	static final double SIGMA = 1.75;

	/** Standard deviation of the weights over the difference of the lightness of cells, in L. */
	static final double LIGHTNESS_SIGMA = 6;

	/** Slices on either side that count, those within three standard deviations. */
	static final int RADIUS = (int) (3 * SIGMA);

	/** A slice that weighs less is left out. */
	private static final double NEGLIGIBLE = 1e-3;

	private SeriesSmoothing() {}

	/**
	 * The smoothed distributions of a slice.
	 *
	 * @param slices of one size, neighbours in their order; those farther than
	 *               {@link #RADIUS} from the centre are not asked
	 * @param centre index of the slice among them
	 */
	static BinMap of(List<SeenSlice> slices, int centre) {
		SeenSlice slice = slices.get(centre);
		float[] sums = slice.probabilities().clone();
		for (int i = Math.max(0, centre - RADIUS); i <= Math.min(slices.size() - 1, centre + RADIUS); i++) {
			SeenSlice neighbour = slices.get(i);
			double distance = (i - centre) / SIGMA;
			double weight = Math.exp(-distance * distance / 2) * slice.summary().likeness(neighbour.summary());
			if (i != centre && weight >= NEGLIGIBLE) add(neighbour.probabilities(), weights(slice, neighbour, weight), sums);
		}
		return BinMap.ofSums(slice.grid(), slice.width(), slice.height(), sums);
	}

	/** For each cell the neighbour's weight; a change of the exposure does not count as one of the lightness. */
	private static float[] weights(SeenSlice slice, SeenSlice neighbour, double weight) {
		double exposure = slice.summary().exposure(neighbour.summary());
		float[] weights = new float[slice.lightness().length];
		for (int cell = 0; cell < weights.length; cell++) {
			double expected = (neighbour.lightness()[cell] + SliceSummary.OFFSET) * exposure - SliceSummary.OFFSET;
			double difference = (slice.lightness()[cell] - expected) / LIGHTNESS_SIGMA;
			weights[cell] = (float) (weight * Math.exp(-difference * difference / 2));
		}
		return weights;
	}

	private static void add(float[] probabilities, float[] weights, float[] sums) {
		int cells = weights.length;
		IntStream.range(0, sums.length / cells).parallel().forEach(bin -> {
			for (int cell = 0, i = bin * cells; cell < cells; cell++, i++)
				sums[i] += weights[cell] * probabilities[i];
		});
	}
}
