package tintype.train;

import java.util.SplittableRandom;

import tintype.color.Lab;

/**
 * A square to learn from, row by row.
 *
 * @param lightness L as the network sees it, 0..100, with the halo around
 * @param a         true colours of the cells, without halo
 * @param b         as {@code a}
 */
record Patch(float[] lightness, float[] a, float[] b) {

	/**
	 * Cuts a patch out of a random place.
	 *
	 * @param photo large enough for the shape
	 */
	static Patch cut(Photo photo, PatchShape shape, Augmentation augmentation, SplittableRandom random) {
		int outer = shape.outer(), cells = shape.cells();
		int[] rgb = shape.scene() ? augmentation.scene(photo, outer, random) : augmentation.square(photo, outer, random);
		float[] a = new float[cells * cells];
		float[] b = new float[cells * cells];
		float share = 1f / (shape.cell() * shape.cell());
		double[] lab = new double[3];
		for (int y = 0; y < shape.edge(); y++)
			for (int x = 0; x < shape.edge(); x++) {
				Lab.fromSrgb(rgb[(y + shape.halo()) * outer + x + shape.halo()], lab);
				int cell = y / shape.cell() * cells + x / shape.cell();
				a[cell] += share * (float) lab[1];
				b[cell] += share * (float) lab[2];
			}
		return new Patch(augmentation.lightness(rgb, outer, random), a, b);
	}
}
