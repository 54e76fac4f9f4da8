package tintype.nn;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The network once more, as its definition reads: loops over doubles, nothing of
 * the engine but the weights.
 */
final class PlainConvolutions {

	private final MultiLayerNetwork network;

	PlainConvolutions(MultiLayerNetwork network) {
		this.network = network;
	}

	/**
	 * @param input [y][x], scaled lightness
	 * @return logits [bin][y][x]
	 */
	double[][][] logits(double[][] input) {
		double[][][] maps = { input };
		for (int i = 0; i < ColorNet.CONVOLUTIONS; i++) {
			maps = convolved(maps, network.getLayer(i).getParam("W"), network.getLayer(i).getParam("b"));
			if (i < ColorNet.CONVOLUTIONS - 1) rectify(maps);
		}
		return maps;
	}

	/** Cross correlation without padding. */
	private static double[][][] convolved(double[][][] in, INDArray weights, INDArray bias) {
		int outputs = (int) weights.size(0);
		int height = in[0].length - 2, width = in[0][0].length - 2;
		double[][][] out = new double[outputs][height][width];
		for (int o = 0; o < outputs; o++)
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					out[o][y][x] = bias.getDouble(o) + window(in, weights, o, y, x);
		return out;
	}

	private static double window(double[][][] in, INDArray weights, int o, int y, int x) {
		double sum = 0;
		for (int c = 0; c < in.length; c++)
			for (int dy = 0; dy < 3; dy++)
				for (int dx = 0; dx < 3; dx++)
					sum += weights.getDouble(o, c, dy, dx) * in[c][y + dy][x + dx];
		return sum;
	}

	private static void rectify(double[][][] maps) {
		for (double[][] map : maps)
			for (double[] row : map)
				for (int x = 0; x < row.length; x++)
					row[x] = Math.max(0, row[x]);
	}
}
