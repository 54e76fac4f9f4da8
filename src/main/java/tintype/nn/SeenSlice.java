package tintype.nn;

import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.color.AbGrid;

/**
 * One slice of a series as the network sees it.
 *
 * @param grid          the bins
 * @param width         in cells
 * @param height        in cells
 * @param probabilities [bin, y, x]
 * @param lightness     L of the cells, row by row
 * @param summary       to compare it with others
 */
record SeenSlice(AbGrid grid, int width, int height, float[] probabilities, float[] lightness, SliceSummary summary) {

	/** @param picture L, 0 to 100, [x, y], its origin at 0 */
	static SeenSlice of(ColorModel model, RandomAccessibleInterval<FloatType> picture, Progress progress) {
		BinMap map = model.map(picture, progress);
		float[] probabilities = map.probabilities();
		return new SeenSlice(map.grid(), map.width(), map.height(), probabilities, //
			CellLightness.of(picture, map.width(), map.height(), progress), //
			SliceSummary.of(picture, probabilities, map.grid().size(), progress));
	}

	/** This slice with its logits moved, bin by bin, and the same summary; new. */
	SeenSlice moved(float[] offsets) {
		int cells = lightness.length;
		float[] moved = new float[probabilities.length];
		float[] sums = new float[cells];
		for (int bin = 0; bin < offsets.length; bin++) {
			float factor = (float) Math.exp(offsets[bin]);
			for (int cell = 0, i = bin * cells; cell < cells; cell++, i++) {
				moved[i] = probabilities[i] * factor;
				sums[cell] += moved[i];
			}
		}
		IntStream.range(0, offsets.length).parallel().forEach(bin -> {
			for (int cell = 0, i = bin * cells; cell < cells; cell++, i++)
				moved[i] /= sums[cell];
		});
		return new SeenSlice(grid, width, height, moved, lightness, summary);
	}
}
