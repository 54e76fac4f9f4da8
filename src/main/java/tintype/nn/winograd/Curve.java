package tintype.nn.winograd;

/** What a layer makes of each sum, for sums of either sign; the values lie channel by channel, tile by tile. */
public interface Curve {

	/** Replaces sums by their images, from an index to before another. */
	void apply(float[] values, int from, int to);

	/** Whether {@link #back} wants the sums; otherwise it wants their images. */
	default boolean keepsSums() {
		return false;
	}

	/**
	 * Replaces the gradient of images by that of sums.
	 *
	 * @param kept     sums or images
	 * @param ofSlopes a channel's parameter, for each value apart; added to, if there are such
	 */
	void back(float[] kept, float[] gradient, float[] ofSlopes, int count);

	/** Changes nothing. */
	Curve IDENTITY = new Curve() {

		@Override
		public void apply(float[] values, int from, int to) {}

		@Override
		public void back(float[] kept, float[] gradient, float[] ofSlopes, int count) {}
	};
}
