package tintype.nn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.ObjIntConsumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import tintype.Progress;
import tintype.TintypeException;

/**
 * Colours the slices of a series, so that the same thing has the same colour in
 * each: a first pass over some slices gives {@link SeriesStatistics}, a second one
 * moves every slice's distributions towards them and smooths them along the series,
 * as {@link SeriesSmoothing} says.
 * <p>
 * Only the distributions of the slices that are smoothed together are in memory,
 * however long the series is.
 */
public final class SeriesPrediction {

	/** Most slices of the first pass. */
	static final int SAMPLES = 16;

	private final ColorModel model;
	private final Prediction prediction;

	/** @param decoding how the model's distributions become colours */
	public SeriesPrediction(ColorModel model, Decoding decoding) {
		this.model = model;
		this.prediction = new Prediction(model, decoding);
	}

	/**
	 * Colours a series. A series of one slice is a single picture.
	 *
	 * @param slices   L, 0 to 100, two-dimensional, all of one size, in their order;
	 *                 only read, each up to three times
	 * @param result   given each slice's sRGB and its index, in their order
	 * @param progress told about each slice, and asked whether to go on
	 * @throws TintypeException      if the slices differ in size
	 * @throws CancellationException when the caller cancels
	 */
	public void rgb(List<? extends RandomAccessibleInterval<FloatType>> slices, ObjIntConsumer<ArrayImg<ARGBType, IntArray>> result,
		Progress progress)
	{
		if (slices.size() == 1) result.accept(prediction.rgb(slices.get(0), progress), 0);
		else maps(slices, (map, slice) -> result.accept(prediction.rgb(slices.get(slice), map, new Question(progress)), slice), progress);
	}

	/**
	 * Predicts the distributions of a series.
	 *
	 * @param slices   as above
	 * @param result   given each slice's map and its index, in their order
	 * @param progress as above
	 */
	public void maps(List<? extends RandomAccessibleInterval<FloatType>> slices, ObjIntConsumer<BinMap> result, Progress progress) {
		if (slices.isEmpty()) return;
		int count = slices.size(), samples = Math.min(SAMPLES, count), steps = samples + 2 * count;
		Map<Integer, SeenSlice> kept = new HashMap<>();
		SeriesStatistics statistics = statistics(slices, samples, steps, kept, progress);
		Deque<SeenSlice> window = new ArrayDeque<>();
		int seen = 0;
		for (int slice = 0; slice < count; slice++) {
			for (; seen <= Math.min(count - 1, slice + SeriesSmoothing.RADIUS); seen++) {
				report(samples + seen + slice, steps, slice, count, progress);
				if (window.size() > 2 * SeriesSmoothing.RADIUS) window.removeFirst();
				SeenSlice next = kept.containsKey(seen) ? kept.remove(seen) : seen(slices, seen, progress);
				window.addLast(next.moved(statistics.offsets(next.summary())));
			}
			report(samples + seen + slice, steps, slice, count, progress);
			result.accept(SeriesSmoothing.of(new ArrayList<>(window), slice - (seen - window.size())), slice);
		}
		progress.report(steps, steps, "Slice " + count + " of " + count);
	}

	private static void report(int done, int steps, int slice, int count, Progress progress) {
		progress.report(done, steps, "Slice " + (slice + 1) + " of " + count);
		if (progress.canceled()) throw new CancellationException("Canceled");
	}

	/** @param kept given the slices of a series so short that they would all be in memory anyway */
	private SeriesStatistics statistics(List<? extends RandomAccessibleInterval<FloatType>> slices, int samples, int steps,
		Map<Integer, SeenSlice> kept, Progress progress)
	{
		List<SliceSummary> summaries = new ArrayList<>();
		for (int i = 0; i < samples; i++) {
			progress.report(i, steps, "Comparing slices, " + (i + 1) + " of " + samples);
			if (progress.canceled()) throw new CancellationException("Canceled");
			int slice = sample(i, samples, slices.size());
			SeenSlice seen = seen(slices, slice, progress);
			summaries.add(seen.summary());
			if (slices.size() <= 2 * SeriesSmoothing.RADIUS + 1) kept.put(slice, seen);
		}
		return new SeriesStatistics(summaries);
	}

	/** The middle slice of each of equal parts of the series. */
	static int sample(int i, int samples, int slices) {
		return (int) ((2L * i + 1) * slices / (2L * samples));
	}

	private SeenSlice seen(List<? extends RandomAccessibleInterval<FloatType>> slices, int slice, Progress progress) {
		RandomAccessibleInterval<FloatType> first = slices.get(0), picture = Views.zeroMin(slices.get(slice));
		if (picture.dimension(0) != first.dimension(0) || picture.dimension(1) != first.dimension(1))
			throw new TintypeException("Slice " + (slice + 1) + " of the series is " + picture.dimension(0) + " x " + picture.dimension(1) +
				" pixels and the first " + first.dimension(0) + " x " + first.dimension(1) + "; give all the same size.");
		return SeenSlice.of(model, picture, new Question(progress));
	}

	/** Passes on the question whether to go on, and no report. */
	private record Question(Progress whole) implements Progress {

		@Override
		public void report(long done, long total, String text) {}

		@Override
		public boolean canceled() {
			return whole.canceled();
		}
	}
}
