package tintype.rectify;

import java.util.Arrays;

/**
 * The sinc function windowed by its own central lobe three times as wide, its weights
 * divided by their sum so that a flat picture stays flat: Duchon, Lanczos filtering in
 * one and two dimensions, J. Applied Meteorology 18 (1979).
 */
final class Lanczos3 implements Kernel {

	/** Nearer to a pixel than this, in pixels, its value is the place's. */
	private static final double NEAR = 1e-9;

	private static final double SIN_60 = Math.sqrt(0.75);

	@Override
	public int taps() {
		return 6;
	}

	/**
	 * The weight of a pixel at distance t is sin(pi t) sin(pi t / 3) / t^2 up to a factor.
	 * From pixel to pixel the first sine only changes its sign and the second turns by 60
	 * degrees, so that together they repeat after three pixels.
	 */
	@Override
	public void weigh(double fraction, double[] weights) {
		if (fraction < NEAR || fraction > 1 - NEAR) {
			Arrays.fill(weights, 0);
			weights[fraction < NEAR ? 2 : 3] = 1;
			return;
		}
		double sine = Math.sin(Math.PI / 3 * fraction), cosine = Math.cos(Math.PI / 3 * fraction);
		double before = SIN_60 * cosine - 0.5 * sine, after = -SIN_60 * cosine - 0.5 * sine;
		double sum = 0;
		for (int tap = 0; tap < weights.length; tap++) {
			double distance = fraction + 2 - tap;
			double sines = tap % 3 == 0 ? before : tap % 3 == 1 ? after : sine;
			weights[tap] = sines / (distance * distance);
			sum += weights[tap];
		}
		for (int tap = 0; tap < weights.length; tap++)
			weights[tap] /= sum;
	}
}
