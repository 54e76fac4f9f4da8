package tintype.train;

import java.util.SplittableRandom;

import tintype.Labelled;
import tintype.color.Lab;

/** How a patch is changed before the network sees it, so that few pictures teach more. */
public enum Augmentation implements Labelled {

	/** Patches as they are. */
	NONE("none"),

	/** Half of the patches left to right. The world looks as likely that way; upside down it does not. */
	MIRROR("mirror"),

	/**
	 * Mirrored, and shown 0.5 to 2 times as large, evenly on a log scale. Shrunken
	 * patches are averaged over areas, so that no detail turns into a pattern. A
	 * picture that has no room for 0.5 is shrunken as far as it has.
	 */
	SCALE("mirror and scale"),

	/**
	 * Mirrored and scaled, and the lightness made that of an old photograph; the
	 * colours to learn stay the true picture's. See {@link OldPhotograph} for
	 * what is changed and how far.
	 */
	OLD_PHOTOGRAPH("old photograph");

	private static final double SMALLEST = 0.5;
	private static final double LARGEST = 2;
	private static final double SMALLEST_SCENE = 0.6;

	private final String label;

	Augmentation(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Augmentation of(String label) {
		return Labelled.of(Augmentation.class, "augmentation", label);
	}

	/**
	 * A square of pixels from a random place.
	 *
	 * @param photo at least as wide and high as the square
	 * @param side  of the square in pixels
	 * @return rgb, row by row, new
	 */
	int[] square(Photo photo, int side, SplittableRandom random) {
		boolean mirrored = this != NONE && random.nextBoolean();
		if (this == NONE || this == MIRROR) {
			int left = random.nextInt(photo.width() - side + 1);
			int top = random.nextInt(photo.height() - side + 1);
			return copied(photo, left, top, side, mirrored);
		}
		double least = Math.max(SMALLEST, side / (double) Math.min(photo.width(), photo.height()));
		double zoom = least * Math.pow(LARGEST / least, random.nextDouble());
		double left = random.nextDouble() * (photo.width() - side / zoom);
		double top = random.nextDouble() * (photo.height() - side / zoom);
		return AreaSampling.square(photo, left, top, 1 / zoom, side, mirrored);
	}

	/**
	 * Most of a picture, as large as a network wants it: the longest square in it, or,
	 * from {@link #SCALE} on, a part of that of at least 0.6 times its edge.
	 *
	 * @param photo of any size
	 * @param side  of the square in new pixels
	 * @return rgb, row by row, new
	 */
	int[] scene(Photo photo, int side, SplittableRandom random) {
		boolean mirrored = this != NONE && random.nextBoolean();
		double edge = Math.min(photo.width(), photo.height());
		if (this == SCALE || this == OLD_PHOTOGRAPH) edge *= SMALLEST_SCENE + (1 - SMALLEST_SCENE) * random.nextDouble();
		double across = this == NONE ? 0.5 : random.nextDouble(), down = this == NONE ? 0.5 : random.nextDouble();
		return AreaSampling.square(photo, across * (photo.width() - edge), down * (photo.height() - edge), edge / side, side, mirrored);
	}

	private static int[] copied(Photo photo, int left, int top, int side, boolean mirrored) {
		int[] rgb = new int[side * side];
		for (int y = 0; y < side; y++)
			for (int x = 0; x < side; x++)
				rgb[y * side + x] = photo.rgb()[(top + y) * photo.width() + left + (mirrored ? side - 1 - x : x)];
		return rgb;
	}

	/**
	 * What the network is to see of a square of pixels.
	 *
	 * @param rgb row by row; not changed
	 * @return L, 0..100, new
	 */
	float[] lightness(int[] rgb, int side, SplittableRandom random) {
		if (this == OLD_PHOTOGRAPH) return OldPhotograph.of(rgb, side, random);
		float[] lightness = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++)
			lightness[i] = (float) Lab.lightness(rgb[i]);
		return lightness;
	}
}
