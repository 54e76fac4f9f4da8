package tintype.rectify;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/**
 * A flat thing on a table, photographed at a slant by a pinhole camera whose axis goes
 * through the middle of the picture. Where its corners appear is known exactly.
 *
 * @param thing   what lies there
 * @param light   in what light and by what camera
 * @param toPlane from pixels to millimetres of the thing
 * @param width   of the picture, pixels
 * @param height  of the picture, pixels
 * @param seed    of all that is random
 */
record SlantedScene(FlatThing thing, Light light, Homography toPlane, int width, int height, long seed) {

	/** Samples along each side of a pixel. */
	private static final int FINE = 3;

	/**
	 * @param blur    standard deviation of the lens's blur, pixels
	 * @param noise   standard deviation of the noise, lightness 0 to 100
	 * @param shading how much darker the far corner of the picture is, 0 to 1
	 * @param clutter true if other things lie about, one of them across a side
	 */
	record Light(double blur, double noise, double shading, boolean clutter) {

		static final Light CLEAN = new Light(0.6, 0.5, 0, false);
		static final Light NOISY = new Light(0.8, 8, 0, false);
		static final Light BLURRED = new Light(4, 1, 0, false);
		static final Light SHADED = new Light(0.8, 1, 0.65, false);
		static final Light CLUTTERED = new Light(0.8, 2, 0.2, true);

		static final Map<String, Light> ALL = Map.of("CLEAN", CLEAN, "NOISY", NOISY, "BLURRED", BLURRED, "SHADED", SHADED, "CLUTTERED", CLUTTERED);

		static Light of(String name) {
			return ALL.get(name);
		}
	}

	/** Turned by up to 40 degrees, tilted by up to 35, the whole outline in the picture. */
	static SlantedScene whole(FlatThing thing, Light light, int width, int height, long seed) {
		for (long draw = 0;; draw++) {
			SlantedScene scene = drawn(thing, light, width, height, seed, draw);
			double margin = 0.03 * height, nearest = Double.POSITIVE_INFINITY;
			for (double[] c : scene.corners())
				nearest = Math.min(nearest, Math.min(Math.min(c[0], width - 1 - c[0]), Math.min(c[1], height - 1 - c[1])));
			if (nearest > margin) return scene;
		}
	}

	/** As {@link #whole}, but with at least one corner well outside the picture and most of the thing inside. */
	static SlantedScene cutOff(FlatThing thing, Light light, int width, int height, long seed) {
		for (long draw = 0;; draw++) {
			SlantedScene scene = drawn(thing, light, width, height, seed, draw);
			double[][] c = scene.corners();
			int outside = 0;
			for (double[] corner : c)
				if (Math.max(Math.max(-corner[0], corner[0] - width), Math.max(-corner[1], corner[1] - height)) > 0.08 * height) outside++;
			double middleX = (c[0][0] + c[1][0] + c[2][0] + c[3][0]) / 4, middleY = (c[0][1] + c[1][1] + c[2][1] + c[3][1]) / 4;
			boolean inside = middleX > 0.2 * width && middleX < 0.8 * width && middleY > 0.2 * height && middleY < 0.8 * height;
			if (outside > 0 && outside < 3 && inside) return scene;
		}
	}

	private static SlantedScene drawn(FlatThing thing, Light light, int width, int height, long seed, long draw) {
		Hash hash = new Hash(seed * 1000 + draw);
		double roll = Math.toRadians(hash.between(-40, 40, 1, 0)), tilt = Math.toRadians(hash.between(0, 35, 2, 0));
		double towards = hash.between(0, 2 * Math.PI, 3, 0), focal = Math.max(width, height);
		double distance = hash.between(0.9, 2.2, 4, 0) * Math.max(thing.width, thing.height) * focal / height;
		double shiftX = hash.between(-0.12, 0.12, 5, 0) * width * distance / focal, shiftY = hash.between(-0.12, 0.12, 6, 0) * height * distance / focal;
		double[] across = tilted(Math.cos(roll), Math.sin(roll), towards, tilt), down = tilted(-Math.sin(roll), Math.cos(roll), towards, tilt);
		double x = width / 2.0 - 0.5, y = height / 2.0 - 0.5, u = thing.width / 2, v = thing.height / 2;
		double w = distance - u * across[2] - v * down[2];
		Homography toPicture = Homography.of( //
			focal * across[0] + x * across[2], focal * down[0] + x * down[2], focal * (shiftX - u * across[0] - v * down[0]) + x * w, //
			focal * across[1] + y * across[2], focal * down[1] + y * down[2], focal * (shiftY - u * across[1] - v * down[1]) + y * w, //
			across[2], down[2], w);
		return new SlantedScene(thing, light, toPicture.inverse(), width, height, seed);
	}

	/** The direction (x, y, 0) after the plane was tilted about the axis at the angle {@code towards}: right, down, ahead. */
	private static double[] tilted(double x, double y, double towards, double tilt) {
		double cos = Math.cos(towards), sin = Math.sin(towards);
		double along = x * cos + y * sin, beside = -x * sin + y * cos, seen = beside * Math.cos(tilt);
		return new double[] { along * cos - seen * sin, along * sin + seen * cos, beside * Math.sin(tilt) };
	}

	/** Where the corners appear: top left, top right, bottom right, bottom left of the thing, {x, y}. */
	double[][] corners() {
		Homography toPicture = toPlane.inverse();
		return new double[][] { toPicture.map(0, 0), toPicture.map(thing.width, 0), toPicture.map(thing.width, thing.height),
			toPicture.map(0, thing.height) };
	}

	/** The largest distance of a corner from where it is, pixels. */
	double error(double[][] corners) {
		double[][] truth = corners();
		double worst = 0;
		for (int i = 0; i < 4; i++)
			worst = Math.max(worst, Math.hypot(corners[i][0] - truth[i][0], corners[i][1] - truth[i][1]));
		return worst;
	}

	/** The photograph: lightness, about 0 to 100, row by row. */
	float[] photograph() {
		Hash hash = new Hash(seed);
		float[] picture = new float[width * height];
		for (int i = 0; i < picture.length; i++) {
			double sum = 0;
			for (int k = 0; k < FINE * FINE; k++) {
				double x = i % width + (k % FINE + 0.5) / FINE - 0.5, y = i / width + (k / FINE + 0.5) / FINE - 0.5;
				double[] p = toPlane.map(x, y);
				sum += lightness(p[0], p[1], hash);
			}
			double far = (i % width / (double) width + i / width / (double) height) / 2;
			picture[i] = (float) (sum / (FINE * FINE) * (1 - light.shading * far));
		}
		blur(picture);
		Random random = new Random(seed);
		for (int i = 0; i < picture.length; i++)
			picture[i] += (float) (light.noise * random.nextGaussian());
		return picture;
	}

	private double lightness(double u, double v, Hash hash) {
		double size = thing.height;
		if (light.clutter) {
			double penX = u - thing.width * hash.at(9, 1), penY = v - size * 0.95, lean = hash.between(-0.5, 0.5, 9, 2);
			if (Math.abs(penX - lean * penY) < 0.02 * size && Math.abs(penY) < 0.25 * size) return 12;
			if (Math.hypot(u + 0.25 * size, v - size * hash.at(9, 3)) < 0.17 * size) return 92;
			double noteX = u - thing.width * 1.12, noteY = v - size * hash.at(9, 4) * 0.5 - 0.1 * noteX;
			if (noteX > 0 && noteX < 0.3 * size && noteY > 0 && noteY < 0.25 * size) return 75;
		}
		if (thing.covers(u, v)) return thing.lightness(u, v, hash);
		double grain = Math.sin(v / size * 90 + 3 * Math.sin(u / size * 4 + v / size * 7));
		return thing.ground + (light.clutter ? 5 : 1.5) * grain;
	}

	private void blur(float[] picture) {
		int reach = (int) Math.ceil(3 * light.blur);
		double[] kernel = new double[2 * reach + 1];
		for (int k = -reach; k <= reach; k++)
			kernel[k + reach] = Math.exp(-k * k / (2 * light.blur * light.blur));
		double all = Arrays.stream(kernel).sum();
		float[] rows = new float[picture.length];
		for (int pass = 0; pass < 2; pass++) {
			for (int i = 0; i < picture.length; i++) {
				double sum = 0;
				for (int k = -reach; k <= reach; k++) {
					int x = i % width + (pass == 0 ? k : 0), y = i / width + (pass == 0 ? 0 : k);
					sum += kernel[k + reach] * picture[Math.max(0, Math.min(width - 1, x)) + width * Math.max(0, Math.min(height - 1, y))];
				}
				rows[i] = (float) (sum / all);
			}
			System.arraycopy(rows, 0, picture, 0, rows.length);
		}
	}
}
