package tintype.nn;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;

import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.Progress;
import tintype.color.AnnealedMean;
import tintype.nn.winograd.Chain;
import tintype.nn.winograd.Forward;

/**
 * A network with its card: reads lightness, yields for every pixel or cell of
 * pixels one logit per bin. One thread at a time.
 */
public final class ColorModel implements AutoCloseable {

	/** In messages of failures: C++'s, CUDA's and ND4J's words. */
	private static final List<String> OUT_OF_MEMORY = List.of("bad_alloc", "allocation failed", "Failed to allocate");

	private final ComputationGraph network;
	private final ModelCard card;

	/** The network's layers, if it is one that {@link Forward} computes. */
	private final Optional<ConvolutionStack> stack;

	/** The weights made ready for {@link #logits}, from its first call on. */
	private Chain chain;
	private WeightsMadeReady ofChain;

	/** The network ready for {@link #sceneLogits}, likewise. */
	private SceneForward scene;

	/** @param network of the card's architecture, with as many bins as the card names; not copied */
	public ColorModel(ComputationGraph network, ModelCard card) {
		this.network = network;
		this.card = card;
		stack = ConvolutionStack.of(network);
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
	public ComputationGraph copy(long seed, IUpdater updater) {
		ComputationGraph copy = card.network().create(card.grid().size(), card.activation(), card.batchNorm(), seed, updater);
		copy.setParams(network.params());
		return copy;
	}

	/** The same model with weights as exact as a precision allows; to be closed by the caller. */
	ColorModel rounded(DataType precision) {
		ColorModel rounded = new ColorModel(copy(1, new NoOp()), card);
		rounded.network.setParams(network.params().castTo(precision).castTo(DataType.FLOAT));
		return rounded;
	}

	/** A checksum of the weights. */
	public long checksum() {
		CRC32 crc = new CRC32();
		for (float weight : Tensors.toFloats(network.params()))
			crc.update(ByteBuffer.allocate(Float.BYTES).putFloat(0, weight));
		return crc.getValue();
	}

	ComputationGraph network() {
		return network;
	}

	/**
	 * Predicts a whole picture: of a network that sees the scene cell by cell, the
	 * mean of the picture's distributions and those of its mirror image; of another
	 * one pixel by pixel, or in a large picture by means over square cells, as
	 * {@link CellMeans} says.
	 *
	 * @param lightness L, 0 to 100, [x, y]; only read
	 * @param progress  asked now and then whether to go on
	 * @throws CancellationException when the caller cancels; nothing is left allocated
	 * @throws OutOfMemoryError if the picture is too large for the memory at hand
	 */
	public BinMap map(RandomAccessibleInterval<FloatType> lightness, Progress progress) {
		RandomAccessibleInterval<FloatType> picture = Views.zeroMin(lightness);
		if (!card.network().seesScene()) return CellMeans.of(this, picture, progress);
		SceneSize size = SceneSize.of(picture.dimension(0), picture.dimension(1), card.edge());
		float[] logits = sceneLogits(Tensors.ofMirrored(size.reduced(picture, progress), size.width(), size.height()), progress);
		return BinMap.mean(List.of(cells(size, logits, 0), cells(size, logits, 1).mirrored()));
	}

	/**
	 * Sends pictures of a size that fits through a network that sees the scene.
	 *
	 * @param pictures [picture, 1, y, x], scaled lightness; closed by this
	 * @return logits [picture, bin, y, x]
	 */
	float[] sceneLogits(INDArray pictures, Progress progress) {
		if (scene != null && !scene.isCurrent()) rest();
		if (scene == null) scene = SceneForward.of(network).orElse(null);
		if (scene == null) return logits(pictures, progress);
		try (pictures) {
			return scene.logits(pictures, progress);
		}
	}

	private BinMap cells(SceneSize size, float[] logits, int picture) {
		int width = size.width() / SceneNet.CELL, height = size.height() / SceneNet.CELL;
		int length = card.grid().size() * width * height;
		return new BinMap(card.grid(), width, height, Arrays.copyOfRange(logits, picture * length, (picture + 1) * length));
	}

	/**
	 * Predicts the pixels of a tile from their surroundings, with a network that
	 * reads pixels as they are.
	 *
	 * @param lightness L, 0 to 100, defined on the tile and the network's halo around
	 *                  it
	 * @param tile      two-dimensional
	 * @param progress  asked by several threads, again and again whether to go on
	 * @return logits [bin, y, x], x fastest
	 * @throws CancellationException when the caller cancels; nothing is left
	 *                          allocated
	 * @throws OutOfMemoryError if the tile is too large for the memory at hand;
	 *                          nothing is left allocated
	 */
	float[] logits(RandomAccessible<FloatType> lightness, Interval tile, Progress progress) {
		float[] logits = new float[Math.toIntExact(Math.multiplyExact(Intervals.numElements(tile), (long) card.grid().size()))];
		logits(lightness, tile, logits, progress);
		return logits;
	}

	/** As above, into an array of that size, as to fill a new one with zeros first takes a twentieth of the time. */
	void logits(RandomAccessible<FloatType> lightness, Interval tile, float[] logits, Progress progress) {
		if (!isFast()) {
			System.arraycopy(logits(Tensors.ofLightness(lightness, window(tile)), progress), 0, logits, 0, logits.length);
			return;
		}
		int width = Math.toIntExact(tile.dimension(0)), height = Math.toIntExact(tile.dimension(1)), threads = Backend.threadsAtPresent();
		try (SingleThreads alone = new SingleThreads()) {
			Forward.logits(ready(), Tensors.scaled(lightness, window(tile)), width, height, threads, check(progress), logits);
		}
	}

	/**
	 * The colours of a tile's pixels; see {@link #logits}. Where the network allows, no more
	 * than some rows of logits exist at a time.
	 *
	 * @param a written, row by row, as is b
	 */
	void colours(RandomAccessible<FloatType> lightness, Interval tile, AnnealedMean mean, float[] a, float[] b, Progress progress) {
		if (!isFast()) {
			mean.ofLogits(logits(lightness, tile, progress), a.length, a, b);
			return;
		}
		int width = Math.toIntExact(tile.dimension(0)), height = Math.toIntExact(tile.dimension(1)), threads = Backend.threadsAtPresent();
		try (SingleThreads alone = new SingleThreads()) {
			Forward.rows(ready(), Tensors.scaled(lightness, window(tile)), width, height, threads, check(progress), //
				(y, row) -> mean.ofLogits(row, width, a, b, y * width));
		}
	}

	private boolean isFast() {
		return stack.isPresent() && Backend.hasFastProducts();
	}

	private Interval window(Interval tile) {
		return Intervals.expand(tile, card.network().halo());
	}

	private static Runnable check(Progress progress) {
		return () -> {
			if (progress.canceled()) throw new CancellationException("Canceled");
		};
	}

	/** The network may have learned since the last time. */
	private Chain ready() {
		if (chain != null && !ofChain.areCurrent()) rest();
		if (ofChain == null) ofChain = new WeightsMadeReady(network);
		if (chain == null) chain = new Chain(stack.orElseThrow().layers());
		return chain;
	}

	private float[] logits(INDArray input, Progress progress) {
		try (INDArray logits = ForwardPass.logits(network, input, progress)) {
			return Tensors.toFloats(logits);
		}
		catch (RuntimeException e) {
			if (isOutOfMemory(e)) throw (Error) new OutOfMemoryError("The tile needs more native memory than there is").initCause(e);
			throw e;
		}
	}

	/**
	 * Whether something failed because memory has run out: Java's, or the native
	 * memory, which ND4J tells by a plain RuntimeException in C++'s words, or CUDA's.
	 */
	public static boolean isOutOfMemory(Throwable failure) {
		for (Throwable t = failure; t != null; t = t.getCause())
			if (t instanceof OutOfMemoryError || t.getMessage() != null && OUT_OF_MEMORY.stream().anyMatch(t.getMessage()::contains)) return true;
		return false;
	}

	/** Frees what predictions keep for the next one, which makes it anew. The weights stay, for whoever else uses the network. */
	public void rest() {
		if (chain != null) chain.close();
		if (ofChain != null) ofChain.close();
		if (scene != null) scene.close();
		chain = null;
		ofChain = null;
		scene = null;
	}

	/** Frees the weights, too. */
	@Override
	public void close() {
		rest();
		network.close();
	}
}
