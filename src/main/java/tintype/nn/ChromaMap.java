package tintype.nn;

import net.imglib2.Dimensions;
import net.imglib2.Interval;

/**
 * a and b for every cell of a regular lattice that covers a picture.
 *
 * @param width  in cells
 * @param height in cells
 * @param a      row by row; not copied
 * @param b      as {@code a}
 */
public record ChromaMap(int width, int height, float[] a, float[] b) {

	/**
	 * a and b of pixels, by linear interpolation between the centres of the cells;
	 * outside them those of the nearest.
	 *
	 * @param picture that the lattice covers
	 * @param tile    of the picture, the origin of which is 0
	 * @param toA     written, row by row
	 * @param toB     as {@code toA}
	 */
	public void sample(Dimensions picture, Interval tile, float[] toA, float[] toB) {
		CellSampling sampling = new CellSampling(width, height, picture, tile);
		sampling.write(a, toA);
		sampling.write(b, toB);
	}
}
