package tintype.pictures;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A lake below mountains on a summer morning, 640 x 480 pixels, computed from
 * noise alone. It is the project's sample photograph.
 */
final class Landscape {

	private static final int WIDTH = 640, HEIGHT = 480, FINE = 2;
	private static final double FOCAL = 690, HORIZON = 262, ABOVE_GROUND = 3.6;
	/** A distance at which there is only water. */
	private static final double BEHIND_LAKE = 300;

	private Landscape() {}

	/** The scene in colour. */
	static BufferedImage color() {
		final Relief relief = new Relief(11);
		final GroundCover cover = new GroundCover(5);
		final double eye = relief.height(0, 0) + ABOVE_GROUND;
		final View view = view(eye), mirrored = view(-eye);
		new Sky(21).paint(view, FINE);
		mirrored.light().copy(view.light());
		final List<Plant> plants = new Planting(relief, cover, 3).everything(0.5 * WIDTH / FOCAL);
		final List<Plant> far = plants.stream().filter(p -> p.z() > BEHIND_LAKE).toList();
		new Painter(relief, cover, view, mirrored).paint(15500, BEHIND_LAKE, 0.0011, far);
		new Lake(relief, 8).paint(view, mirrored.light());
		new Painter(relief, cover, view).paint(BEHIND_LAKE, 9, 0.0025, plants.subList(far.size(), plants.size()));
		return Film.develop(view.light().shrink(FINE), 77);
	}

	private static View view(final double eye) {
		return new View(FOCAL * FINE, WIDTH * FINE / 2.0, HORIZON * FINE, eye, new LightField(WIDTH * FINE, HEIGHT * FINE));
	}
}
