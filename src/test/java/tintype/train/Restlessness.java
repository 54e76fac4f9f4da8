package tintype.train;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.color.Lab;

/**
 * How a film came out.
 *
 * @param flicker as {@link Flicker} says
 * @param chroma  mean over all pixels of all frames
 */
record Restlessness(double flicker, double chroma) {

	static Restlessness separate(Colorizer colorizer, List<Img<FloatType>> frames) {
		return of(frames.stream().map(frame -> colorizer.colorize(frame, Look.VIVID, Progress.NONE).update(null).getCurrentStorageArray()).toList());
	}

	static Restlessness series(Colorizer colorizer, List<Img<FloatType>> frames) {
		List<int[]> colours = new ArrayList<>();
		colorizer.colorizeSeries(frames, Look.VIVID, (rgb, frame) -> colours.add(rgb.update(null).getCurrentStorageArray()), Progress.NONE);
		return of(colours);
	}

	private static Restlessness of(List<int[]> frames) {
		Flicker flicker = new Flicker();
		double[] lab = new double[3];
		double chroma = 0;
		for (int[] frame : frames) {
			flicker.add(frame);
			for (int pixel : frame) {
				Lab.fromSrgb(pixel, lab);
				chroma += Math.hypot(lab[1], lab[2]) / frame.length / frames.size();
			}
		}
		return new Restlessness(flicker.mean(), chroma);
	}
}
