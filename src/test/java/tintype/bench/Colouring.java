package tintype.bench;

import java.io.IOException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;

/** A photograph coloured, from lightness to packed colours. */
final class Colouring implements Contender {

	private final Colorizer colorizer;
	private final RandomAccessibleInterval<FloatType> photograph;

	private Colouring(String model, int width, int height) throws IOException {
		colorizer = Colorizer.open(model);
		photograph = ColouringBenchmark.enlarged(width, height);
	}

	/** Arguments: a model, width and height in pixels. */
	public static void main(String[] args) throws IOException {
		Turns.take(new Colouring(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2])));
	}

	@Override
	public String description() {
		return colorizer.description();
	}

	/** Colours it. @return its first pixel */
	@Override
	public double step() {
		RandomAccessibleInterval<ARGBType> colours = colorizer.colorize(photograph, Look.VIVID, Progress.NONE);
		return colours.getAt(0, 0).get();
	}

	/** None. */
	@Override
	public float[][] parameters() {
		return new float[0][];
	}
}
