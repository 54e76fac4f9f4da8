package tintype.rectify;

/**
 * What stands for the pixels beyond the edges of a picture.
 *
 * @param replicate whether the nearest pixel of the edge does; otherwise {@code fill}
 * @param fill      in the picture's own values, for RGB packed as 0xRRGGBB; rounded and
 *                  clamped to what its pixels can hold. Also with {@code replicate} what
 *                  lies at or beyond the horizon has this value, as no pixel is nearest
 */
public record Border(boolean replicate, double fill) {

	/** The nearest pixel of the edge; 0 beyond the horizon. */
	public static final Border REPLICATE = new Border(true, 0);

	/** One value all around. */
	public static Border fill(double value) {
		return new Border(false, value);
	}
}
