package tintype.nn.winograd;

/** x for positive x, and otherwise x times a slope of the channel (He et al. 2015). */
final class ParametricRectifier implements Curve {

	/** Of each value's channel. */
	private final float[] slopes;

	/** @param slopes [channel]; copied */
	ParametricRectifier(float[] slopes, int length) {
		this.slopes = Layer.repeated(slopes, length);
	}

	@Override
	public void apply(float[] values, int from, int to) {
		for (int i = from; i < to; i++)
			values[i] = Math.max(values[i], 0) + slopes[i] * Math.min(values[i], 0);
	}

	@Override
	public boolean keepsSums() {
		return true;
	}

	@Override
	public void back(float[] kept, float[] gradient, float[] ofSlopes, int count) {
		for (int i = 0; i < count; i++)
			ofSlopes[i] += gradient[i] * Math.min(kept[i], 0);
		for (int i = 0; i < count; i++)
			gradient[i] *= slopes[i] + (1 - slopes[i]) * Math.max(0, Math.min(1, kept[i] * Rectifier.HUGE));
	}
}
