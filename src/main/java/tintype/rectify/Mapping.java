package tintype.rectify;

/**
 * How a photograph was laid flat: everything that it takes to do the same to another
 * picture, or to find the way back. Immutable.
 *
 * @param toFlat       from pixels of the photograph to pixels of the flat picture
 * @param sourceWidth  of the photograph, in pixels
 * @param sourceHeight of the photograph, in pixels
 * @param width        of the flat picture, in pixels
 * @param height       of the flat picture, in pixels
 * @param pixelSize    side of a pixel of the flat picture, in units; 1 if the size of the
 *                     object is not known
 * @param unit         such as {@code mm}; {@code pixel} if the size is not known
 * @param left         position of the flat picture's left edge, in units; less than 0 where
 *                     there is a margin
 * @param top          position of its top edge, in units
 */
public record Mapping(Homography toFlat, int sourceWidth, int sourceHeight, int width, int height, double pixelSize, String unit, double left,
	double top) {

	/** The unit of what has no known size. */
	public static final String NO_UNIT = "pixel";

	/** Whether the size of the flat object is known, so that lengths can be measured. */
	public boolean isCalibrated() {
		return !unit.equals(NO_UNIT);
	}
}
