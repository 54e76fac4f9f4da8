package tintype.nn.winograd;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;

import tintype.color.FastExp;

/** {@link SoftTargets} of logits that lie as maps do. Has the arrays of one thread. */
public final class MapLoss implements IntConsumer {

	/** Worked on at a time, of all bins: they stay in the cache of a core. */
	private static final int PIXELS = 128;

	private final SoftTargets targets;
	private final Maps logits, gradient;
	private final double[] losses;
	private final float[] values = new float[PIXELS], wanted = new float[PIXELS], highest = new float[PIXELS];
	private final double[] sums = new double[PIXELS], dots = new double[PIXELS];
	private final double[][] images;

	/** @param losses of the blocks of pixels of each patch, filled */
	private MapLoss(SoftTargets targets, Maps logits, Maps gradient, double[] losses) {
		this.targets = targets;
		this.logits = logits;
		this.gradient = gradient;
		this.losses = losses;
		images = new double[targets.bins()][PIXELS];
	}

	private static int blocks(Maps logits) {
		return (logits.plane() + PIXELS - 1) / PIXELS;
	}

	/**
	 * The loss and its gradient, the same for any number of threads to the last bit.
	 *
	 * @param logits   [patch, bin, y, x]
	 * @param gradient filled; may be the logits
	 * @return the loss, in nats
	 */
	public static double of(SoftTargets targets, Maps logits, Maps gradient, int threads) {
		double[] losses = new double[logits.pictures() * blocks(logits)];
		Maps.share(losses.length, threads, () -> new MapLoss(targets, logits, gradient, losses));
		return DoubleStream.of(losses).sum();
	}

	@Override
	public void accept(int number) {
		int blocks = blocks(logits), patch = number / blocks, first = number % blocks * PIXELS, count = Math.min(PIXELS, logits.plane() - first);
		Arrays.fill(highest, Float.NEGATIVE_INFINITY);
		for (int bin = 0; bin < images.length; bin++) {
			logits.values().get(logits.at(patch, bin) + first, values, 0, count);
			raise(highest, values, count);
		}
		Arrays.fill(sums, 0);
		Arrays.fill(dots, 0);
		for (int bin = 0; bin < images.length; bin++) {
			logits.values().get(logits.at(patch, bin) + first, values, 0, count);
			targets.labels().get(logits.at(patch, bin) + first, wanted, 0, count);
			subtract(values, highest, images[bin], count);
			addProducts(wanted, images[bin], dots, count);
			FastExp.replace(images[bin], count);
			add(images[bin], sums, count);
		}
		losses[number] = loss(patch * logits.plane() + first, count);
		for (int bin = 0; bin < images.length; bin++) {
			targets.labels().get(logits.at(patch, bin) + first, wanted, 0, count);
			subtractWanted(images[bin], patch * logits.plane() + first, count);
			gradient.values().put(logits.at(patch, bin) + first, values, 0, count);
		}
	}

	/** @param at of the first pixel's weight */
	private double loss(int at, int count) {
		double loss = 0;
		for (int i = 0; i < count; i++)
			loss += targets.weights()[at + i] * (Math.log(sums[i]) - dots[i]);
		return loss;
	}

	/** The gradient of a bin. */
	private void subtractWanted(double[] images, int at, int count) {
		for (int i = 0; i < count; i++)
			values[i] = targets.weights()[at + i] * (float) (images[i] / sums[i] - wanted[i]);
	}

	private static void raise(float[] highest, float[] values, int count) {
		for (int i = 0; i < count; i++)
			highest[i] = Math.max(highest[i], values[i]);
	}

	private static void subtract(float[] values, float[] highest, double[] difference, int count) {
		for (int i = 0; i < count; i++)
			difference[i] = values[i] - highest[i];
	}

	private static void addProducts(float[] wanted, double[] values, double[] dots, int count) {
		for (int i = 0; i < count; i++)
			dots[i] += wanted[i] * values[i];
	}

	private static void add(double[] images, double[] sums, int count) {
		for (int i = 0; i < count; i++)
			sums[i] += images[i];
	}
}
