package tintype.nn.winograd;

/**
 * x for positive x, and otherwise x times a slope, from 0 to 1.
 *
 * @param slope 0 for the ReLU
 */
public record Rectifier(float slope) implements Curve {

	/** Makes any positive float but the very smallest at least 1. */
	static final float HUGE = 1e38f;

	@Override
	public void apply(float[] values, int from, int to) {
		if (slope == 0) cut(values, from, to);
		else lean(values, slope, from, to);
	}

	/** A loop to a method: HotSpot makes vectors of either then. */
	private static void cut(float[] values, int from, int to) {
		for (int i = from; i < to; i++)
			values[i] = Math.max(values[i], 0);
	}

	private static void lean(float[] values, float slope, int from, int to) {
		for (int i = from; i < to; i++)
			values[i] = Math.max(values[i], values[i] * slope);
	}

	/** The images of a ReLU are never below 0. Without a branch, which would be neither foreseeable nor a vector instruction. */
	@Override
	public void back(float[] kept, float[] gradient, float[] ofSlopes, int count) {
		float rise = 1 - slope;
		if (slope == 0) for (int i = 0; i < count; i++)
			gradient[i] *= Math.min(1, kept[i] * HUGE);
		else for (int i = 0; i < count; i++)
			gradient[i] *= slope + rise * Math.max(0, Math.min(1, kept[i] * HUGE));
	}
}
