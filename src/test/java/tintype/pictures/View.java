package tintype.pictures;

/**
 * A level camera that looks along +z; x runs to the right, heights up, all in
 * metres, and pictures in pixels.
 *
 * @param focal   focal length, pixels
 * @param column  column of the straight ahead
 * @param horizon row of the horizon
 * @param eye     height of the camera above the lake; negative for the mirrored
 *                camera that sees what the lake reflects
 * @param light   what is painted on
 */
record View(double focal, double column, double horizon, double eye, LightField light) {

	double row(final double height, final double z) {
		return horizon - focal * (height - eye) / z;
	}

	double column(final double x, final double z) {
		return column + focal * x / z;
	}

	/** Pixels per metre at a distance. */
	double scale(final double z) {
		return focal / z;
	}
}
