package tintype.rectify;

import tintype.TintypeException;

/**
 * What a photograph tells of the camera that took it: a pinhole camera with square pixels.
 *
 * @param x           of the principal point, where the optical axis meets the picture, in pixels
 * @param y           of the principal point, in pixels
 * @param longSide    of the uncropped picture, in pixels, more than 0
 * @param focalLength in pixels, more than 0, or NaN where it is not known; from EXIF it is the
 *                    focal length in 35 mm equivalent times the picture's diagonal over 43.27 mm
 */
public record Camera(double x, double y, double longSide, double focalLength) {

	/** @throws TintypeException if a number is not what it must be */
	public Camera {
		if (!Double.isFinite(x) || !Double.isFinite(y) || !(longSide > 0) || focalLength <= 0) throw new TintypeException(
			"A camera with centre " + x + ", " + y + ", long side " + longSide + " and focal length " + focalLength + " cannot be: give lengths above 0.");
	}

	/** The camera of an uncropped photograph of this size, with the principal point in its middle and an unknown focal length. */
	public static Camera of(int width, int height) {
		return new Camera((width - 1) / 2.0, (height - 1) / 2.0, Math.max(width, height), Double.NaN);
	}

	/** The same camera with a known focal length in pixels, more than 0. */
	public Camera withFocalLength(double pixels) {
		return new Camera(x, y, longSide, pixels);
	}
}
