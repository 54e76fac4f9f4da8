package tintype.nn;

import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;

import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

import tintype.Progress;

/**
 * A network with its card: reads lightness, yields for every pixel one logit
 * per bin. One thread at a time.
 */
public final class ColorModel implements AutoCloseable {

	private final MultiLayerNetwork network;
	private final ModelCard card;

	/** @param network a {@link ColorNet} with as many bins as the card names; not copied */
	public ColorModel(MultiLayerNetwork network, ModelCard card) {
		this.network = network;
		this.card = card;
	}

	/** What the model is, and what its logits mean. */
	public ModelCard card() {
		return card;
	}

	/**
	 * A network of its own with these weights, to be trained further.
	 *
	 * @param updater how a training step changes the weights
	 * @param seed    of whatever the training draws
	 */
	public MultiLayerNetwork copy(long seed, IUpdater updater) {
		MultiLayerNetwork copy = ColorNet.create(card.grid().size(), card.activation(), card.batchNorm(), seed, updater);
		copy.setParams(network.params());
		return copy;
	}

	/** A checksum of the weights. */
	public long checksum() {
		CRC32 crc = new CRC32();
		for (float weight : Tensors.toFloats(network.params()))
			crc.update(ByteBuffer.allocate(Float.BYTES).putFloat(0, weight));
		return crc.getValue();
	}

	MultiLayerNetwork network() {
		return network;
	}

	/**
	 * Predicts the pixels of a tile from their surroundings.
	 *
	 * @param lightness L, 0 to 100, defined on the tile and {@link ColorNet#HALO}
	 *                  pixels around it
	 * @param tile      two-dimensional
	 * @param progress  asked before each layer whether to go on
	 * @return logits [bin, y, x], x fastest
	 * @throws CancellationException when the caller cancels; nothing is left
	 *                          allocated
	 * @throws OutOfMemoryError if the tile is too large for the memory at hand;
	 *                          nothing is left allocated
	 */
	public float[] logits(RandomAccessible<FloatType> lightness, Interval tile, Progress progress) {
		INDArray maps = Tensors.ofLightness(lightness, Intervals.expand(tile, ColorNet.HALO));
		try {
			for (int i = 0; i < network.getnLayers() - 1; i++) {
				if (progress.canceled()) throw new CancellationException("Canceled");
				maps = activated(network.getLayer(i), maps);
			}
			return Tensors.toFloats(maps);
		}
		catch (RuntimeException e) {
			if (isOutOfMemory(e)) throw (Error) new OutOfMemoryError("The tile needs more native memory than there is").initCause(e);
			throw e;
		}
		finally {
			maps.close();
		}
	}

	/**
	 * Whether something failed because memory has run out: Java's, or the native
	 * memory, which ND4J tells by a plain RuntimeException in C++'s words.
	 */
	public static boolean isOutOfMemory(Throwable failure) {
		for (Throwable t = failure; t != null; t = t.getCause())
			if (t instanceof OutOfMemoryError || t.getMessage() != null && t.getMessage().contains("bad_alloc")) return true;
		return false;
	}

	/**
	 * Runs one layer as after training and frees its input, so that two activations
	 * live at most. Some layers work in place; then the input is the output.
	 */
	private static INDArray activated(Layer layer, INDArray input) {
		INDArray output = null;
		try {
			output = layer.activate(input, false, LayerWorkspaceMgr.noWorkspaces());
			return output;
		}
		finally {
			layer.clear();
			if (output == null || output.data().address() != input.data().address()) input.close();
		}
	}

	/** Frees the weights. */
	@Override
	public void close() {
		network.close();
	}
}
