package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

import java.nio.FloatBuffer;

import tintype.color.FastExp;

/**
 * What the logits of a batch should be: cross entropy between their softmax and a
 * distribution per pixel, times a weight per pixel.
 *
 * @param labels  [patch, bin, y, x]; those of a pixel sum to 1
 * @param weights [patch, y, x]
 */
public record SoftTargets(FloatBuffer labels, float[] weights, int patches, int bins, int width, int height) {

	/**
	 * Replaces logits of some patches by the gradient of their loss.
	 *
	 * @param rows  from the top, each [tile][patch][bin] four times; 0 afterwards beyond height and width and for patches that there are not
	 * @param first of the patches
	 * @param count of patches side by side
	 * @return the loss, in nats
	 */
	double back(float[][][] rows, int first, int count) {
		for (int y = 0; y < rows.length; y++)
			for (int k = 0; k < TILE; k++)
				Rows.clear(rows[y][k], k, y < height ? width : 0, count * bins);
		double loss = 0;
		float[] wanted = new float[bins * height * width], ofRow = new float[width * bins];
		double[] image = new double[bins];
		for (int patch = 0; patch < count; patch++) {
			boolean real = first + patch < patches;
			if (real) labels.get((first + patch) * wanted.length, wanted);
			for (int y = 0; y < height; y++) {
				if (real) binsTogether(wanted, y, ofRow);
				for (int x = 0; x < width; x++) {
					float weight = real ? weights[((first + patch) * height + y) * width + x] : 0;
					loss += pixel(rows[y][x % TILE], (x / TILE * count + patch) * bins, ofRow, x * bins, weight, image);
				}
			}
		}
		return loss;
	}

	/** A row of [bin, y, x] as [x, bin]. */
	private void binsTogether(float[] wanted, int y, float[] ofRow) {
		for (int bin = 0; bin < bins; bin++)
			for (int x = 0, from = (bin * height + y) * width; x < width; x++)
				ofRow[x * bins + bin] = wanted[from + x];
	}

	private double pixel(float[] logits, int at, float[] wanted, int wantedAt, float weight, double[] image) {
		float highest = highest(logits, at);
		for (int bin = 0; bin < bins; bin++)
			image[bin] = logits[at + bin] - highest;
		double dot = dot(wanted, wantedAt, image);
		FastExp.replace(image, bins);
		double sum = Loops.total(image, bins), scale = weight / sum;
		for (int bin = 0; bin < bins; bin++)
			logits[at + bin] = (float) (image[bin] * scale) - weight * wanted[wantedAt + bin];
		return weight * (Math.log(sum) - dot);
	}

	/** By four, as one would wait for itself. */
	private float highest(float[] logits, int at) {
		float a = logits[at], b = a, c = a, d = a;
		int i = at, end = at + bins;
		for (; i + 4 <= end; i += 4) {
			if (logits[i] > a) a = logits[i];
			if (logits[i + 1] > b) b = logits[i + 1];
			if (logits[i + 2] > c) c = logits[i + 2];
			if (logits[i + 3] > d) d = logits[i + 3];
		}
		for (; i < end; i++)
			if (logits[i] > a) a = logits[i];
		return Math.max(Math.max(a, b), Math.max(c, d));
	}

	/** By four, likewise. */
	private double dot(float[] wanted, int at, double[] image) {
		double a = 0, b = 0, c = 0, d = 0;
		int i = 0;
		for (; i + 4 <= bins; i += 4) {
			a += wanted[at + i] * image[i];
			b += wanted[at + i + 1] * image[i + 1];
			c += wanted[at + i + 2] * image[i + 2];
			d += wanted[at + i + 3] * image[i + 3];
		}
		for (; i < bins; i++)
			a += wanted[at + i] * image[i];
		return a + b + (c + d);
	}
}
