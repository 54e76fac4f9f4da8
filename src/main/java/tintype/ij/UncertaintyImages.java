package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.plugin.LutLoader;
import ij.process.LUT;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Uncertainty;

/**
 * Where a model is in doubt about an image's colours: the entropy in bits, and the
 * image in its second-best colours. Slices of a stack are each looked at alone.
 *
 * @param entropy 32 bits, 0 (black, certain) to log2 of the number of colours (white,
 *                all equally likely), of the input's dimensions
 * @param second  RGB of the input's dimensions and lightness
 */
record UncertaintyImages(ImagePlus entropy, ImagePlus second) {

	/** Of ImageJ's own tables the one whose brightness rises with the value. */
	private static final String LOOKUP_TABLE = "fire";

	/** @return images that are not shown; how they were made stands in their Info */
	static UncertaintyImages of(ImagePlus input, Colorizer colorizer, Look look, Progress progress) {
		List<float[]> entropies = new ArrayList<>();
		List<int[]> seconds = new ArrayList<>();
		double most = 0;
		for (int slice = 1; slice <= input.getStackSize(); slice++) {
			Uncertainty uncertainty = colorizer.uncertainty(Images.lightness(input, slice), look, progress.part(slice - 1, input.getStackSize()));
			entropies.add(uncertainty.entropy().update(null).getCurrentStorageArray());
			seconds.add(uncertainty.second().update(null).getCurrentStorageArray());
			most = uncertainty.mostBits();
		}
		List<String> made = List.of("Tintype: " + colorizer.description(), "Tintype: " + colorizer.words(look));
		ImagePlus entropy = DerivedImage.like(input, entropies, "-entropy", with(made, String.format(Locale.ROOT, //
			"entropy of the colours in bits, 0 (certain) to %.2f (all colours equally likely)", most)));
		entropy.getCalibration().setValueUnit("bits");
		entropy.setLut(new LUT(LutLoader.getLut(LOOKUP_TABLE), 0, most));
		ImagePlus second = DerivedImage.like(input, seconds, "-second", with(made, "second-best colours"));
		return new UncertaintyImages(entropy, second);
	}

	private static List<String> with(List<String> lines, String last) {
		List<String> all = new ArrayList<>(lines);
		all.add("Tintype: " + last);
		return all;
	}
}
