package tintype.pictures;

import java.util.List;

/**
 * Paints relief and plants slice by slice, from the farthest to the nearest, so
 * that what is near hides what is far. A slice is the ground's profile along
 * one distance; between two slices the ground is a strip of straight pieces.
 */
final class Painter {

	private final Relief relief;
	private final GroundCover cover;
	private final View[] views;
	private final int margin;
	private final int width;
	private final double[] dark;

	/** @param views cameras that differ in height and raster only, the upright one first */
	Painter(final Relief relief, final GroundCover cover, final View... views) {
		this.relief = relief;
		this.cover = cover;
		this.views = views;
		width = views[0].light().width;
		margin = width / 3;
		dark = new double[margin + width];
	}

	/**
	 * Paints the ground above the lake and the plants on it.
	 *
	 * @param far    distance of the first slice, metres
	 * @param near   distance of the last slice, metres
	 * @param stride how much nearer each slice is than the one before, a fraction
	 * @param plants from far to near
	 */
	void paint(final double far, final double near, final double stride, final List<Plant> plants) {
		int next = 0;
		double[] behind = profile(far);
		Rgb[] light = null;
		double zBehind = far;
		for (double z = far * (1 - stride); z > near; z *= 1 - stride) {
			final double[] here = profile(z);
			final Rgb[] lit = shade(here, behind, z, zBehind - z);
			for (final View view : views)
				for (int i = 0; light != null && i < width; i++)
					if (here[margin + i] > 0 || behind[margin + i] > 0)
						strip(view, i, view.row(behind[margin + i], zBehind), view.row(here[margin + i], z), light[i], lit[i]);
			for (; next < plants.size() && plants.get(next).z() >= z; next++)
				stand(plants.get(next));
			behind = here;
			light = lit;
			zBehind = z;
		}
	}

	private double[] profile(final double z) {
		final double[] h = new double[margin + width];
		for (int i = 0; i < h.length; i++)
			h[i] = Math.max(0, relief.height(across(i, z), z));
		return h;
	}

	private double across(final int i, final double z) {
		return (i - margin + 0.5 - views[0].column()) * z / views[0].focal();
	}

	/** Light from each column of a slice, and in {@link #dark} the height up to which shadow reaches. */
	private Rgb[] shade(final double[] here, final double[] behind, final double z, final double dz) {
		final double dx = across(1, z) - across(0, z);
		final Rgb[] light = new Rgb[width];
		final Haze haze = Haze.along(z);
		double shadow = 0;
		for (int i = 1; i < here.length; i++) {
			shadow = Math.max(here[i], shadow - dx * Daylight.DESCENT);
			dark[i] = shadow;
			if (i < margin)
				continue;
			final double sx = (here[i] - here[i - 1]) / dx, sz = (behind[i] - here[i]) / dz;
			final double n = 1 / Math.sqrt(1 + sx * sx + sz * sz);
			final double sun = n * (Daylight.Y - sx * Daylight.X - sz * Daylight.Z);
			final Rgb albedo = cover.albedo(across(i, z), z, here[i], n);
			light[i - margin] = haze.over(Daylight.shade(albedo, sun, lit(i, here[i], z), 0.5 + 0.5 * n));
		}
		return light;
	}

	private double lit(final int i, final double h, final double z) {
		return 1 - Noise.step(0.0006 * z, 0.004 * z + 0.3, dark[i] - h);
	}

	/** Paints one column between the rows of two slices, if it is not turned away. */
	private static void strip(final View view, final int column, final double far, final double near, final Rgb a,
		final Rgb b)
	{
		if (near <= far)
			return;
		final int first = Math.max(0, (int) Math.ceil(far - 0.5));
		for (int y = first; y + 0.5 < near && y < view.light().height; y++)
			view.light().set(column, y, a.mix(b, (y + 0.5 - far) / (near - far)));
	}

	private void stand(final Plant plant) {
		final double h = relief.height(plant.x(), plant.z());
		final int i = (int) (views[0].column(plant.x(), plant.z()) + margin);
		final double lit = i > 0 && i < dark.length ? lit(i, h, plant.z()) : 1;
		for (final View view : views)
			plant.paint(view, h, lit);
	}
}
