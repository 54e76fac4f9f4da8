package tintype.nn;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.Maps;

/** Where {@link SceneNet} adds maps made twice as large to those of the way down, and the curve after it. */
final class SceneJoint {

	private SceneJoint() {}

	/** @param sum the larger maps; replaced by what the curve makes of the sum */
	static void forward(Maps small, Maps sum, Curve curve, int threads) {
		sum.change(threads, (number, plane) -> {
			addTwice(small, number, plane);
			curve.apply(plane, 0, sum.plane());
		});
	}

	/** Adds a plane made twice as large. */
	private static void addTwice(Maps small, int number, float[] plane) {
		int width = small.width();
		float[] line = new float[width];
		for (int y = 0, to = 0; y < 2 * small.height(); y++) {
			if (y % 2 == 0) small.values().get(number * small.plane() + y / 2 * width, line);
			for (int x = 0; x < width; x++, to += 2) {
				plane[to] += line[x];
				plane[to + 1] += line[x];
			}
		}
	}

	/**
	 * The way back.
	 *
	 * @param images   what the curve made of the sum
	 * @param gradient of these; replaced by that of the sum, and so of the larger maps
	 * @param ofSmall  filled with the gradient of the smaller maps
	 */
	static void back(Maps images, Curve curve, Maps gradient, Maps ofSmall, int threads) {
		int size = images.plane();
		Maps.share(images.pictures() * images.channels(), threads, () -> {
			float[] kept = new float[size], plane = new float[size], sums = new float[ofSmall.plane()];
			return number -> {
				images.values().get(number * size, kept);
				gradient.values().get(number * size, plane);
				curve.back(kept, plane, null, size);
				gradient.values().put(number * size, plane);
				halve(plane, images.width(), sums);
				ofSmall.values().put(number * sums.length, sums);
			};
		});
	}

	/** Sums of two by two pixels. */
	private static void halve(float[] plane, int width, float[] sums) {
		for (int y = 0, to = 0; to < sums.length; y += 2)
			for (int x = y * width; x < (y + 1) * width; x += 2)
				sums[to++] = plane[x] + plane[x + 1] + (plane[x + width] + plane[x + width + 1]);
	}
}
