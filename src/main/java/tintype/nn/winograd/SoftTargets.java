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
	 * Replaces a row of logits of some patches by the gradient of their loss.
	 *
	 * @param row   [tile][patch][bin] four times; 0 afterwards beyond the width and for patches that there are not
	 * @param first of the patches
	 * @param count of patches side by side
	 * @return the loss, in nats
	 */
	double back(float[][] row, int y, int first, int count) {
		double loss = 0;
		float[] rowOfBin = new float[width], wanted = new float[width * bins];
		double[] image = new double[bins];
		clearBeyond(row, count * bins);
		for (int patch = 0; patch < count; patch++) {
			boolean real = first + patch < patches;
			if (real) read(first + patch, y, rowOfBin, wanted);
			for (int x = 0; x < width; x++) {
				float weight = real ? weights[((first + patch) * height + y) * width + x] : 0;
				loss += pixel(row[x % TILE], (x / TILE * count + patch) * bins, wanted, x * bins, weight, image);
			}
		}
		return loss;
	}

	private void clearBeyond(float[][] row, int step) {
		for (int k = 0; k < TILE; k++)
			Rows.clear(row[k], k, width, step);
	}

	private void read(int patch, int y, float[] rowOfBin, float[] wanted) {
		for (int bin = 0; bin < bins; bin++) {
			labels.get(((patch * bins + bin) * height + y) * width, rowOfBin);
			for (int x = 0; x < width; x++)
				wanted[x * bins + bin] = rowOfBin[x];
		}
	}

	private double pixel(float[] logits, int at, float[] wanted, int wantedAt, float weight, double[] image) {
		float highest = highest(logits, at);
		double dot = 0;
		for (int bin = 0; bin < bins; bin++) {
			double x = logits[at + bin] - highest;
			image[bin] = x;
			dot += wanted[wantedAt + bin] * x;
		}
		FastExp.replace(image, bins);
		double sum = 0;
		for (int bin = 0; bin < bins; bin++)
			sum += image[bin];
		double scale = weight / sum;
		for (int bin = 0; bin < bins; bin++)
			logits[at + bin] = (float) (image[bin] * scale) - weight * wanted[wantedAt + bin];
		return weight * (Math.log(sum) - dot);
	}

	private float highest(float[] logits, int at) {
		float highest = logits[at];
		for (int i = at + 1; i < at + bins; i++)
			if (logits[i] > highest) highest = logits[i];
		return highest;
	}
}
