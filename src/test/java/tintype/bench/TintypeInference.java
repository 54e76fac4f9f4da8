package tintype.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.nd4j.linalg.learning.config.NoOp;

import tintype.nn.Backend;
import tintype.nn.ColorNet;
import tintype.nn.Nonlinearity;
import tintype.nn.TileLogits;

/** One tile through the network, into the array of the tile before. Also sets the task. */
final class TintypeInference implements Contender {

	private final TileLogits network;
	private final float[] tile;
	private final int edge;

	private TintypeInference(int bins, int edge) {
		this.edge = edge;
		network = new TileLogits(ColorNet.create(bins, Nonlinearity.RELU, false, 1, new NoOp()));
		int outer = edge + 2 * ColorNet.HALO;
		tile = new float[outer * outer];
		Random random = new Random(2);
		for (int i = 0; i < tile.length; i++)
			tile[i] = 2 * random.nextFloat() - 1;
	}

	/** Arguments: a file to write the tile and the parameters to, number of bins, edge of the tile's logits. */
	public static void main(String[] args) throws IOException {
		TintypeInference inference = new TintypeInference(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		TrainingTask.writeArrays(Path.of(args[0]), //
			Stream.concat(Stream.of(inference.tile), inference.network.parameters().stream()).toArray(float[][]::new));
		Turns.take(inference);
	}

	@Override
	public String description() {
		return "Tintype on " + Backend.description();
	}

	@Override
	public double step() {
		return network.of(tile, edge)[0];
	}

	/** The logits [bin, y, x]. */
	@Override
	public float[][] parameters() {
		return new float[][] { network.of(tile, edge) };
	}
}
