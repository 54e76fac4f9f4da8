package tintype.nn.winograd;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The pixels under each tap of a 3x3 filter that steps by two pixels, as the rows of a
 * matrix [channel and tap, pixel of the output], for some rows of output. Beyond the right
 * and the lower edge there are zeros. Has the memory of one thread.
 */
final class Taps implements AutoCloseable {

	private static final int SIDE = 3;

	private final int channels, width;
	private final FloatPointer memory;
	private final FloatBuffer values;
	private final float[] plane;

	/** Of even and odd lines of a channel, [x of the tap][pixel]; there is one even line more. */
	private final float[][] even, odd;

	/**
	 * @param maps  of the input
	 * @param lines of output, most at a time
	 */
	Taps(Maps maps, int lines) {
		channels = maps.channels();
		width = maps.width() / 2;
		memory = new FloatPointer((long) channels * Layer.TAPS * lines * width);
		values = memory.asBuffer();
		plane = new float[(2 * lines + 1) * maps.width()];
		even = new float[SIDE][(lines + 1) * width];
		odd = new float[SIDE][lines * width];
	}

	FloatPointer matrix() {
		return memory;
	}

	/** Fills the matrix for some lines of output. */
	void read(Maps maps, int picture, int top, int bottom) {
		int pixels = (bottom - top) * width;
		for (int channel = 0, row = 0; channel < channels; channel++, row += Layer.TAPS) {
			part(maps, picture, channel, top, bottom);
			for (int x = 0; x < SIDE; x++) {
				values.put((row + x) * pixels, even[x], 0, pixels);
				values.put((row + SIDE + x) * pixels, odd[x], 0, pixels);
				values.put((row + 2 * SIDE + x) * pixels, even[x], width, pixels);
			}
		}
	}

	private void part(Maps maps, int picture, int channel, int top, int bottom) {
		int wide = maps.width(), lines = Math.min(maps.height(), 2 * bottom + 1) - 2 * top;
		maps.values().get(maps.at(picture, channel) + 2 * top * wide, plane, 0, lines * wide);
		for (int y = top; y <= bottom; y++) {
			int at = (y - top) * width, from = 2 * (y - top) * wide;
			if (2 * y < maps.height()) part(from, even, at);
			else for (float[] pixels : even)
				Arrays.fill(pixels, at, at + width, 0);
			if (y < bottom) part(from + wide, odd, at);
		}
	}

	/** The pixels under the three taps of a line. */
	private void part(int from, float[][] of, int at) {
		float[] left = of[0], middle = of[1], right = of[2];
		for (int x = at; x < at + width; x++, from += 2) {
			left[x] = plane[from];
			middle[x] = plane[from + 1];
		}
		System.arraycopy(left, at + 1, right, at, width - 1);
		right[at + width - 1] = 0;
	}

	/** The reverse for whole pictures: each pixel of the maps becomes the sum of what the matrix has for it. */
	void write(Maps maps, int picture) {
		int lines = maps.height() / 2, pixels = lines * width;
		float[] next = new float[pixels];
		for (int channel = 0, row = 0; channel < channels; channel++, row += Layer.TAPS) {
			for (int x = 0; x < SIDE; x++) {
				values.get((row + x) * pixels, even[x], 0, pixels);
				values.get((row + SIDE + x) * pixels, odd[x], 0, pixels);
				values.get((row + 2 * SIDE + x) * pixels, next, 0, pixels);
				for (int i = width; i < pixels; i++)
					even[x][i] += next[i - width];
			}
			for (int y = 0; y < lines; y++) {
				join(even, y * width, 2 * y * maps.width());
				join(odd, y * width, (2 * y + 1) * maps.width());
			}
			maps.values().put(maps.at(picture, channel), plane, 0, maps.plane());
		}
	}

	private void join(float[][] of, int at, int to) {
		float[] left = of[0], middle = of[1], right = of[2];
		float before = 0;
		for (int x = at; x < at + width; x++, to += 2) {
			plane[to] = left[x] + before;
			plane[to + 1] = middle[x];
			before = right[x];
		}
	}

	@Override
	public void close() {
		memory.close();
	}
}
