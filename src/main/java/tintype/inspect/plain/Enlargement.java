package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;

/** More pixels by whole factors. */
final class Enlargement {

	private Enlargement() {}

	static DoubleTensor enlarged(Demands demands, Operation.Upsampling operation, Rows rows) {
		Image x = demands.images(operation.rank());
		int factorY = operation.factor()[0], factorX = operation.factor()[1];
		Image large = demands.zeroImages(x.batch(), Math.multiplyExact(x.height(), factorY), Math.multiplyExact(x.width(), factorX), x.channels());
		rows.each(large.batch() * large.height(), row -> {
			int image = row / large.height(), y = row % large.height();
			for (int column = 0; column < large.width(); column++) {
				int to = large.index(image, y, column);
				if (operation.bilinear()) bilinear(x, image, centre(y, factorY), centre(column, factorX), large.values(), to);
				else System.arraycopy(x.values(), x.index(image, y / factorY, column / factorX), large.values(), to, x.channels());
			}
		});
		return large.tensor(operation.rank());
	}

	/** Where the centre of a pixel of the large image lies in the small one, whose pixel 0 has its centre at 0. */
	private static double centre(int pixel, int factor) {
		return (pixel + 0.5) / factor - 0.5;
	}

	/** Mean of the four pixels around, by their nearness; the outermost pixels go on for ever. */
	private static void bilinear(Image x, int image, double centreY, double centreX, double[] large, int to) {
		int top = (int) Math.floor(centreY), left = (int) Math.floor(centreX);
		for (int dy = 0; dy < 2; dy++)
			for (int dx = 0; dx < 2; dx++) {
				double share = (1 - Math.abs(centreY - top - dy)) * (1 - Math.abs(centreX - left - dx));
				int from = x.index(image, held(top + dy, x.height()), held(left + dx, x.width()));
				for (int channel = 0; channel < x.channels(); channel++)
					large[to + channel] += share * x.values()[from + channel];
			}
	}

	private static int held(int pixel, int size) {
		return Math.max(0, Math.min(size - 1, pixel));
	}
}
