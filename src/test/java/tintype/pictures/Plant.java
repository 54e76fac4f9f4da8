package tintype.pictures;

/** Something that stands on the ground and hides what is behind it. */
interface Plant {

	/** Distance ahead of the camera, metres. */
	double z();

	/** Distance to the right, metres. */
	double x();

	/**
	 * Paints the plant.
	 *
	 * @param ground height of its foot, metres
	 * @param lit    0 where its place lies in shadow, 1 in the sun
	 */
	void paint(View view, double ground, double lit);
}
