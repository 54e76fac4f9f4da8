package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

import java.util.Arrays;

/** Rows of pixels as four arrays, of the pixels 4 tile + k. */
final class Rows {

	private Rows() {}

	/**
	 * Sets what is beyond a width to 0.
	 *
	 * @param pixels those at k
	 * @param step   values of a tile in the array
	 */
	static void clear(float[] pixels, int k, int width, int step) {
		Arrays.fill(pixels, Math.min(pixels.length, Convolution.tiles(Math.max(0, width - k)) * step), pixels.length, 0);
	}

	/** Rows of so many tiles and one of zeros. */
	static float[][][] zeros(int rows, int tiles, int step) {
		return new float[rows][TILE][(tiles + 1) * step];
	}
}
