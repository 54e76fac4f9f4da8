package tintype.rectify;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.Type;

import tintype.Progress;
import tintype.TintypeException;

/**
 * Pictures seen through a homography: each pixel of a target looks up its place in the
 * source, in double precision, and takes the interpolated value there.
 * <p>
 * Integer results are rounded, halves upwards, and clamped to their range; red, green
 * and blue are interpolated each on its own. What lies at or beyond the horizon of the
 * source takes the fill value. Under a map that puts pixels on pixels, such as none at
 * all, a shift by whole pixels, a mirror or a turn by 90 degrees, values are copied and
 * stay the same to the last bit with any interpolation. In pictures of floating-point
 * numbers, a value is NaN where a NaN has a weight in it; nearest neighbours copy NaN.
 * The B-spline fits the picture's own pixels, is held at the edge of their centres, and
 * takes the fill value over one pixel beyond; the other kernels count each pixel outside
 * as the fill value.
 * <p>
 * Rows are found in parallel, in the common pool or that of the calling task; the result
 * does not depend on it. Besides source and target this needs little memory, except for
 * {@link Interpolation#BSPLINE}.
 *
 * @param toSource      maps a place in the target to its place in the source, both with
 *                      pixel centres at whole numbers
 * @param width         of the target, in pixels
 * @param height        likewise
 * @param interpolation between pixels
 * @param border        what is beyond the edges of the source
 * @param supersampling whether pixels of the target that cover more than one of the
 *                      source are the mean of several samples, 16 x 16 at most; never for
 *                      {@link Interpolation#NEAREST}
 */
public record Warp(Homography toSource, int width, int height, Interpolation interpolation, Border border, boolean supersampling) {

	/** Java arrays, and so ImageJ's planes, end there. */
	static final int MOST_PIXELS = Integer.MAX_VALUE - 8;

	/** @throws TintypeException if the target has no pixels, or more than an image can hold */
	public Warp {
		if (width < 1 || height < 1)
			throw new TintypeException("A picture of " + width + " x " + height + " pixels cannot be made: choose at least 1 x 1.");
		if ((long) width * height > MOST_PIXELS)
			throw new TintypeException("A picture of " + width + " x " + height + " pixels has more than the " + MOST_PIXELS + //
				" that ImageJ can hold: choose a smaller width or height.");
	}

	/**
	 * Finds the target for one source.
	 *
	 * @param <A>      byte[] (grey 0..255), short[] (grey 0..65535), float[], double[], or
	 *                 int[] (colours packed as 0xRRGGBB, whatever the eight bits above; they
	 *                 are set where colours were mixed)
	 * @param pixels   row by row; not changed
	 * @param progress reports, and cancels within a second
	 * @return the pixels of the target, row by row, new
	 * @throws IllegalArgumentException                       if {@code pixels} is not such an
	 *                                                        array, or of another size
	 * @throws java.util.concurrent.CancellationException when the caller cancels
	 */
	@SuppressWarnings("unchecked")
	public <A> A of(A pixels, int sourceWidth, int sourceHeight, Progress progress) {
		return (A) new WarpRun(this, Plane.of(pixels, sourceWidth, sourceHeight)).result(progress).pixels();
	}

	/**
	 * Finds the target for an image of numbers ({@code RealType}) or colours ({@code ARGBType});
	 * whole numbers to 2^53 are exact.
	 *
	 * @param source   of two dimensions, x and y; its least x and y count as 0; not changed
	 * @param progress reports, and cancels within a second
	 * @return of the same type, new
	 * @throws TintypeException                               if it is of another type or more
	 *                                                        dimensions
	 * @throws java.util.concurrent.CancellationException when the caller cancels
	 */
	public <T extends Type<T>> Img<T> of(RandomAccessibleInterval<T> source, Progress progress) {
		return WarpedImage.of(this, source, progress);
	}
}
