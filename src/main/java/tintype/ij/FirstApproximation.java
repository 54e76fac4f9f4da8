package tintype.ij;

import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import tintype.Progress;
import tintype.rectify.ForwardMapping;
import tintype.rectify.Mapping;

/**
 * For teaching: what comes out when each pixel of the photograph is written to its place in
 * the flat picture, instead of each pixel there being looked up. Where the map stretches,
 * holes remain.
 *
 * @param picture of the input's type, the current slice, not shown; 0 in the holes
 * @param holes   8 bits, 255 where nothing was written, so that black is no hole; not shown
 */
public record FirstApproximation(ImagePlus picture, ImagePlus holes) {

	private static final double PERCENT = 100;

	/**
	 * Both pictures, if wanted; else neither.
	 *
	 * @param input   not changed
	 * @param mapping that is to be tried
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public static FirstApproximation of(ImagePlus input, Mapping mapping, boolean wanted, Progress progress) {
		if (!wanted) return new FirstApproximation(null, null);
		ImageProcessor ip = input.getProcessor();
		ForwardMapping forward = ForwardMapping.of(ip.getPixels(), ip.getWidth(), ip.getHeight(), mapping.toFlat(), mapping.width(), mapping.height(), progress);
		String remark = String.format(Locale.ROOT, "Written forward, %.1f %% of the flat picture are holes.", PERCENT * forward.holeShare());
		IJ.log(remark);
		ImageProcessor written = ip.createProcessor(mapping.width(), mapping.height());
		written.setPixels(forward.pixels());
		byte[] missed = forward.visited().clone();
		for (int i = 0; i < missed.length; i++)
			missed[i] = (byte) ~missed[i];
		return new FirstApproximation(image(input, "-first-approximation", written, remark),
			image(input, "-holes", new ByteProcessor(mapping.width(), mapping.height(), missed), remark));
	}

	private static ImagePlus image(ImagePlus input, String suffix, ImageProcessor pixels, String remark) {
		ImagePlus image = new ImagePlus(ImageFile.nameOf(input) + suffix, pixels);
		image.setProperty("Info", "Tintype: " + remark + "\n");
		return image;
	}
}
