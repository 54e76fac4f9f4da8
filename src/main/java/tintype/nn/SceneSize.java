package tintype.nn;

import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;

/**
 * The size at which {@link SceneNet} sees a picture, whatever size it has: so a
 * picture and its enlargement get the same colours.
 *
 * @param width  in pixels, a multiple of {@value SceneNet#REDUCTION}
 * @param height as {@code width}
 */
record SceneSize(int width, int height) {

	/** A strip longer than so many times its shorter edge is squeezed, so that memory stays bounded. */
	private static final int LONGEST = 16;

	/**
	 * The size for a picture of so many pixels: its shape, as near as whole cells allow.
	 *
	 * @param shorter edge of the result, a multiple of {@value SceneNet#REDUCTION}
	 */
	static SceneSize of(long width, long height, int shorter) {
		double scale = (double) shorter / Math.min(width, height);
		return new SceneSize(edge(width * scale, shorter), edge(height * scale, shorter));
	}

	private static int edge(double wanted, int shorter) {
		long multiple = Math.round(wanted / SceneNet.REDUCTION) * SceneNet.REDUCTION;
		return (int) Math.max(shorter, Math.min((long) LONGEST * shorter, multiple));
	}

	/**
	 * A picture's lightness at this size, as {@link CellLightness} makes it.
	 *
	 * @param lightness L, 0 to 100, [x, y], its origin at 0; only read
	 * @param progress  asked whether to go on
	 * @return L, row by row
	 * @throws CancellationException when the caller cancels
	 */
	float[] reduced(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		return CellLightness.of(lightness, width, height, progress);
	}
}
