package tintype.ij;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Slices;

/** The planes of an ImageJ image coloured, {@link Series} by series. */
final class StackColoring {

	private StackColoring() {}

	/**
	 * Colours all planes.
	 *
	 * @param progress told about each plane, and asked whether to go on
	 * @return 0xffRRGGBB, row by row, in the stack's order
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	static List<int[]> planes(Colorizer colorizer, ImagePlus input, Look look, Slices slices, Progress progress) {
		int[][] planes = new int[input.getStackSize()][];
		List<int[]> all = Series.of(input, slices);
		for (int i = 0; i < all.size(); i++) {
			int[] series = all.get(i);
			Progress part = all.size() == 1 ? progress : new Part(progress, i, all.size(), series.length > 1);
			// ImgLib2 holds the pixels as ImageJ does: row by row, 0xffRRGGBB.
			colorizer.colorizeSeries(new Planes(input, series), look, //
				(rgb, at) -> planes[series[at] - 1] = rgb.update(null).getCurrentStorageArray(), part);
		}
		return Arrays.asList(planes);
	}

	/** What to tell about the slices of an image in its Info; nothing if there is but one. */
	static String words(ImagePlus input, Slices slices) {
		return input.getStackSize() == 1 ? "" : ", slices: " + slices.label();
	}

	/** A series as lightness, each plane read when it is asked for. */
	private static final class Planes extends AbstractList<RandomAccessibleInterval<FloatType>> {

		private final ImagePlus imp;
		private final int[] series;

		Planes(ImagePlus imp, int[] series) {
			this.imp = imp;
			this.series = series;
		}

		@Override
		public RandomAccessibleInterval<FloatType> get(int index) {
			return Images.lightness(imp, series[index]);
		}

		@Override
		public int size() {
			return series.length;
		}
	}

	/** One series' share in the progress of a whole stack. */
	private record Part(Progress whole, int index, int count, boolean several) implements Progress {

		@Override
		public void report(long done, long total, String text) {
			String words = several ? text + ", series " + (index + 1) + " of " + count : "Slice " + (index + 1) + " of " + count;
			whole.part(index, count).report(done, total, words);
		}

		@Override
		public boolean canceled() {
			return whole.canceled();
		}
	}
}
