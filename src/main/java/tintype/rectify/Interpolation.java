package tintype.rectify;

import tintype.Labelled;

/**
 * How a value between pixels is found. The further down the list, the more pixels
 * each value rests on and the longer it takes.
 */
public enum Interpolation implements Labelled {

	/** The value of the nearest pixel, unchanged: for labels, masks and colour tables. */
	NEAREST("nearest", null),

	/** Straight lines between 2 x 2 pixels. */
	BILINEAR("bilinear", new Linear()),

	/** Cubic convolution over 4 x 4 pixels (Keys 1981, a = -0.5), also known as Catmull-Rom. */
	BICUBIC("bicubic", new CatmullRom()),

	/**
	 * The cubic spline through all pixels (Unser 1999): 4 x 4 coefficients each. Needs 4
	 * bytes per channel and pixel of the source for them.
	 */
	BSPLINE("b-spline", new CubicBSpline()),

	/** The sinc function under a window of 6 x 6 pixels (Duchon 1979). */
	LANCZOS3("lanczos", new Lanczos3());

	private final String label;

	private final Kernel kernel;

	Interpolation(String label, Kernel kernel) {
		this.label = label;
		this.kernel = kernel;
	}

	@Override
	public String label() {
		return label;
	}

	/** The weights of the pixels; none for {@link #NEAREST}. */
	Kernel kernel() {
		return kernel;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Interpolation of(String label) {
		return Labelled.of(Interpolation.class, "interpolation", label);
	}
}
