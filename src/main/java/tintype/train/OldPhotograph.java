package tintype.train;

import java.util.SplittableRandom;

import tintype.color.Lab;
import tintype.color.Srgb;

/**
 * What an old camera, film and print might have made of a colour picture: one
 * patch's lightness, with conditions drawn for each patch. A quarter of the
 * patches stay as they are, so that clean pictures are still known.
 * <p>
 * In the order of the light's way:
 * <ul>
 * <li>lens: Gaussian blur, standard deviation 0..1.2 pixels;
 * <li>film: half of them panchromatic, i.e. luminance; the others go part of the
 * way to orthochromatic film, which is blind to red and sees green and blue in
 * shares of 0.3..0.7;
 * <li>exposure: -1..1 stop in linear light; more than white is white;
 * <li>development: L / 100 to the power of 0.7..1.4, evenly on a log scale, then
 * up to 0.8 of a toe and a shoulder, the curve 3t² - 2t³ of Hurter and
 * Driffield's shape;
 * <li>grain: Gaussian noise, standard deviation 0..6 in L in the middle tones and
 * a third of that in black and white, smoothed over 0..0.8 pixels;
 * <li>fading: black comes out as L 0..25, white as L 75..100.
 * </ul>
 */
final class OldPhotograph {

	private static final double UNTOUCHED = 0.25;
	private static final double MOST_BLUR = 1.2;
	private static final double LEAST_BLUE = 0.3;
	private static final double MOST_STOPS = 1;
	private static final double LEAST_GAMMA = 0.7;
	private static final double MOST_GAMMA = 1.4;
	private static final double MOST_CURVE = 0.8;
	private static final double MOST_GRAIN = 6;
	private static final double LARGEST_GRAIN = 0.8;
	private static final double MOST_FADE = 25;

	private OldPhotograph() {}

	/**
	 * @param rgb  a square of pixels, row by row; not changed
	 * @param side of the square
	 * @return L, 0..100, new
	 */
	static float[] of(int[] rgb, int side, SplittableRandom random) {
		if (random.nextDouble() < UNTOUCHED) return Augmentation.NONE.lightness(rgb, side, random);
		float[] picture = exposed(rgb, random);
		GaussianBlur.of(MOST_BLUR * random.nextDouble()).blur(picture, side);
		develop(picture, random);
		addGrain(picture, side, random);
		fade(picture, random);
		return picture;
	}

	/** Linear light as the film saw it, 0..2. */
	private static float[] exposed(int[] rgb, SplittableRandom random) {
		double blindness = random.nextBoolean() ? random.nextDouble() : 0;
		double blueShare = LEAST_BLUE + (1 - 2 * LEAST_BLUE) * random.nextDouble();
		double exposure = Math.pow(2, MOST_STOPS * (2 * random.nextDouble() - 1));
		double red = exposure * (1 - blindness) * 0.2127;
		double green = exposure * ((1 - blindness) * 0.7151 + blindness * (1 - blueShare));
		double blue = exposure * ((1 - blindness) * 0.0722 + blindness * blueShare);
		float[] light = new float[rgb.length];
		for (int i = 0; i < rgb.length; i++)
			light[i] = (float) (red * Srgb.linearOfCode(rgb[i] >> 16 & 255) + green * Srgb.linearOfCode(rgb[i] >> 8 & 255) + //
				blue * Srgb.linearOfCode(rgb[i] & 255));
		return light;
	}

	/** From linear light to L, 0..100. */
	private static void develop(float[] picture, SplittableRandom random) {
		double gamma = LEAST_GAMMA * Math.pow(MOST_GAMMA / LEAST_GAMMA, random.nextDouble());
		double curve = MOST_CURVE * random.nextDouble();
		for (int i = 0; i < picture.length; i++) {
			double t = Math.pow(Math.max(0, Lab.lightnessOfGrey(Srgb.toEncoded(picture[i])) / 100), gamma);
			picture[i] = (float) (100 * ((1 - curve) * t + curve * t * t * (3 - 2 * t)));
		}
	}

	private static void addGrain(float[] picture, int side, SplittableRandom random) {
		double amount = MOST_GRAIN * random.nextDouble();
		GaussianBlur size = GaussianBlur.of(LARGEST_GRAIN * random.nextDouble());
		float[] grain = new float[picture.length];
		for (int i = 0; i < grain.length; i++)
			grain[i] = (float) random.nextGaussian();
		size.blur(grain, side);
		double scale = amount / size.noiseGain();
		for (int i = 0; i < picture.length; i++) {
			double t = picture[i] / 100.0;
			picture[i] += (float) (scale * (1 + 8 * t * (1 - t)) / 3 * grain[i]);
		}
	}

	private static void fade(float[] picture, SplittableRandom random) {
		double black = MOST_FADE * random.nextDouble();
		double white = 100 - MOST_FADE * random.nextDouble();
		for (int i = 0; i < picture.length; i++)
			picture[i] = (float) Math.max(0, Math.min(100, black + (white - black) * picture[i] / 100));
	}
}
