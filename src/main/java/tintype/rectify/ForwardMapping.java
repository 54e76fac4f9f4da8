package tintype.rectify;

import java.lang.reflect.Array;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;

/**
 * The obvious way to rectify, which shows why it is not done that way: every pixel of the
 * photograph is written to the nearest pixel of the flat picture. Where the map enlarges,
 * pixels stay empty; where it shrinks, the last writer wins.
 * <p>
 * Which pixels are empty is told by a mask of those that were written, so that black is no
 * hole. Pixels are taken row by row, so that the same picture comes out every time.
 *
 * @param pixels  of the flat picture, row by row, of the type of the photograph's; 0 where
 *                nothing was written
 * @param visited 255 where a pixel was written at least once, otherwise 0
 * @param width   of the flat picture
 * @param height  of the flat picture
 * @param covered how many of its pixels have their centre in the photograph
 * @param holes   how many of those nothing was written to
 */
public record ForwardMapping(Object pixels, byte[] visited, int width, int height, long covered, long holes) {

	private static final String TEXT = "Writing pixels forward";

	/**
	 * Writes a photograph forward.
	 *
	 * @param pixels       byte[], short[], float[] or int[] (one pixel each), row by row; not changed
	 * @param sourceWidth  of the photograph, in pixels
	 * @param sourceHeight of the photograph, in pixels
	 * @param toFlat       from pixels of the photograph to pixels of the flat picture
	 * @param width        of the flat picture, in pixels
	 * @param height       of the flat picture, in pixels
	 * @throws IllegalArgumentException if the pixels are of another type or number
	 * @throws TintypeException         if the flat picture has more pixels than fit an array
	 * @throws CancellationException    if canceled
	 */
	public static ForwardMapping of(Object pixels, int sourceWidth, int sourceHeight, Homography toFlat, int width, int height, Progress progress) {
		if (!(pixels instanceof byte[] || pixels instanceof short[] || pixels instanceof float[] || pixels instanceof int[]))
			throw new IllegalArgumentException("Pixels are byte[], short[], float[] or int[].");
		if (Array.getLength(pixels) != (long) sourceWidth * sourceHeight)
			throw new IllegalArgumentException("These are not " + sourceWidth + " x " + sourceHeight + " pixels.");
		if ((long) width * height > Warp.MOST_PIXELS) throw new TintypeException("The flat picture would have " + width + " x " + height +
			" pixels, too many for this; choose a smaller size.");
		Object flat = Array.newInstance(pixels.getClass().getComponentType(), width * height);
		byte[] visited = new byte[width * height];
		for (int y = 0; y < sourceHeight; y++) {
			step(progress, y, (long) sourceHeight + height);
			for (int x = 0; x < sourceWidth; x++) {
				int target = target(toFlat, x, y, width, height);
				if (target < 0) continue;
				System.arraycopy(pixels, y * sourceWidth + x, flat, target, 1);
				visited[target] = (byte) 255;
			}
		}
		return counted(flat, visited, width, height, toFlat.inverse(), sourceWidth, sourceHeight, progress);
	}

	/** The pixel of the flat picture whose square holds the image of (x, y), or -1. */
	private static int target(Homography toFlat, int x, int y, int width, int height) {
		if (!(toFlat.denominator(x, y) > 0)) return -1;
		double[] image = toFlat.map(x, y);
		double column = Math.floor(image[0] + 0.5), row = Math.floor(image[1] + 0.5);
		boolean inside = column >= 0 && column < width && row >= 0 && row < height;
		return inside ? (int) row * width + (int) column : -1;
	}

	private static ForwardMapping counted(Object flat, byte[] visited, int width, int height, Homography back, int sourceWidth, int sourceHeight,
		Progress progress)
	{
		long covered = 0, holes = 0;
		for (int y = 0; y < height; y++) {
			step(progress, (long) sourceHeight + y, (long) sourceHeight + height);
			for (int x = 0; x < width; x++) {
				if (target(back, x, y, sourceWidth, sourceHeight) < 0) continue;
				covered++;
				if (visited[y * width + x] == 0) holes++;
			}
		}
		progress.report((long) sourceHeight + height, (long) sourceHeight + height, TEXT);
		return new ForwardMapping(flat, visited, width, height, covered, holes);
	}

	private static void step(Progress progress, long done, long total) {
		if (progress.canceled()) throw new CancellationException();
		progress.report(done, total, TEXT);
	}

	/** The share of holes among the pixels that the photograph covers, 0 to 1; 0 if it covers none. */
	public double holeShare() {
		return covered == 0 ? 0 : (double) holes / covered;
	}
}
