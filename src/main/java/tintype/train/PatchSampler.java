package tintype.train;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import org.nd4j.linalg.dataset.DataSet;

import tintype.color.Lab;
import tintype.nn.RebalancedCrossEntropy;

/**
 * Draws patches at random places of random pictures, half of them mirrored left
 * to right, afresh for every batch. The same seed draws the same patches.
 */
final class PatchSampler {

	private final List<Path> files;
	private final int edge;
	private final int halo;
	private final SplittableRandom random;

	/**
	 * @param files pictures of at least edge + 2 halo pixels each way
	 * @param edge  of the coloured part of a patch, in pixels
	 * @param halo  pixels around it of which only the lightness is used
	 */
	PatchSampler(List<Path> files, int edge, int halo, long seed) {
		this.files = files;
		this.edge = edge;
		this.halo = halo;
		this.random = new SplittableRandom(seed);
	}

	/** The next batch, as the loss wants it. */
	DataSet next(int patches, RebalancedCrossEntropy loss) {
		float[][] lightness = new float[patches][(edge + 2 * halo) * (edge + 2 * halo)];
		float[][] a = new float[patches][edge * edge];
		float[][] b = new float[patches][edge * edge];
		for (int i = 0; i < patches; i++)
			draw(lightness[i], a[i], b[i]);
		return loss.batch(lightness, a, b, edge, halo);
	}

	private void draw(float[] lightness, float[] a, float[] b) {
		Photo photo = PhotoReader.read(files.get(random.nextInt(files.size())));
		int outer = edge + 2 * halo;
		int left = random.nextInt(photo.width() - outer + 1);
		int top = random.nextInt(photo.height() - outer + 1);
		boolean mirrored = random.nextBoolean();
		double[] lab = new double[3];
		for (int y = 0; y < outer; y++)
			for (int x = 0; x < outer; x++) {
				int column = left + (mirrored ? outer - 1 - x : x);
				Lab.fromSrgb(photo.rgb()[(top + y) * photo.width() + column], lab);
				lightness[y * outer + x] = (float) lab[0];
				int innerX = x - halo, innerY = y - halo;
				if (innerX < 0 || innerY < 0 || innerX >= edge || innerY >= edge) continue;
				a[innerY * edge + innerX] = (float) lab[1];
				b[innerY * edge + innerX] = (float) lab[2];
			}
	}
}
