package tintype.train;

import java.util.SplittableRandom;

import tintype.color.Lab;

/**
 * A square to learn from, row by row.
 *
 * @param lightness L as the network sees it, 0..100, with the halo around
 * @param a         true colours, without halo
 * @param b         as {@code a}
 */
record Patch(float[] lightness, float[] a, float[] b) {

	/**
	 * Cuts a patch out of a random place.
	 *
	 * @param photo at least edge + 2 halo pixels each way
	 * @param edge  of the coloured part, in pixels
	 * @param halo  pixels around it of which only the lightness is used
	 */
	static Patch cut(Photo photo, int edge, int halo, Augmentation augmentation, SplittableRandom random) {
		int outer = edge + 2 * halo;
		int[] rgb = augmentation.square(photo, outer, random);
		float[] a = new float[edge * edge];
		float[] b = new float[edge * edge];
		double[] lab = new double[3];
		for (int y = 0; y < edge; y++)
			for (int x = 0; x < edge; x++) {
				Lab.fromSrgb(rgb[(y + halo) * outer + x + halo], lab);
				a[y * edge + x] = (float) lab[1];
				b[y * edge + x] = (float) lab[2];
			}
		return new Patch(augmentation.lightness(rgb, outer, random), a, b);
	}
}
