package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.ImagePlus;
import tintype.Slices;

/** Which planes of a stack are neighbours. */
final class Series {

	private Series() {}

	/**
	 * The planes of an image, series by series. A series runs along the frames if
	 * there are several, otherwise along the slices in z; each channel, and with
	 * several frames each z, is a series of its own.
	 *
	 * @param slices if they are separate pictures, each plane is a series
	 * @return positions in the stack, from 1, each once
	 */
	static List<int[]> of(ImagePlus imp, Slices slices) {
		if (slices == Slices.SEPARATE) return IntStream.rangeClosed(1, imp.getStackSize()).mapToObj(i -> new int[] { i }).toList();
		boolean overTime = imp.getNFrames() > 1;
		int length = overTime ? imp.getNFrames() : imp.getNSlices();
		List<int[]> series = new ArrayList<>();
		for (int z = 1; z <= (overTime ? imp.getNSlices() : 1); z++)
			for (int channel = 1; channel <= imp.getNChannels(); channel++)
				series.add(series(imp, channel, z, length, overTime));
		return series;
	}

	private static int[] series(ImagePlus imp, int channel, int z, int length, boolean overTime) {
		return IntStream.rangeClosed(1, length) //
			.map(i -> overTime ? imp.getStackIndex(channel, z, i) : imp.getStackIndex(channel, i, 1)).toArray();
	}
}
