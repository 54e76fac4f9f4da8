package tintype.nn.winograd;

import tintype.color.FastExp;

/** x for positive x, and otherwise exp(x) - 1 (Clevert et al. 2016). */
public record ExponentialUnit() implements Curve {

	/** Below it, exp(x) - 1 is -1 in float32. */
	private static final float LEAST = -80;

	/** Above it, the difference keeps too few digits. */
	private static final float NEAR = -1e-3f;

	@Override
	public void apply(float[] values, int from, int to) {
		for (int i = from; i < to; i++)
			if (values[i] < 0) values[i] = (float) image(values[i]);
	}

	private static double image(float x) {
		return x > NEAR ? Math.expm1(x) : FastExp.of(Math.max(x, LEAST)) - 1;
	}

	@Override
	public void back(float[] kept, float[] gradient, float[] ofSlopes, int count) {
		for (int i = 0; i < count; i++)
			gradient[i] *= 1 + Math.min(kept[i], 0);
	}
}
