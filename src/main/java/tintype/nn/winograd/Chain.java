package tintype.nn.winograd;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Layers one after the other, the last one's outputs being logits, with their weights
 * made ready for the products. To be closed; may be used by several threads.
 */
public final class Chain implements AutoCloseable {

	private List<Layer> layers;
	private final List<Kernels> kernels;

	/** Of bands that are done. */
	private final Queue<BandMemory> memory = new ConcurrentLinkedQueue<>();

	/**
	 * @param layers each reads what the one before yields
	 * @throws OutOfMemoryError if there is no memory for 4 times the weights; nothing is left
	 *                          allocated
	 */
	public Chain(List<Layer> layers) {
		kernels = Closing.all(layers.size(), i -> new Kernels(layers.get(i).inputs(), layers.get(i).outputs()));
		set(layers);
	}

	/** Whether OpenBLAS is there to multiply matrices; ND4J must have been started. */
	public static boolean isPossible() {
		return Products.ARE_POSSIBLE;
	}

	/** @param layers of the same sizes as those before; nobody else uses this meanwhile */
	public void set(List<Layer> layers) {
		forget();
		this.layers = List.copyOf(layers);
		IntStream.range(0, layers.size()).parallel().forEach(i -> kernels.get(i).set(layers.get(i).weights()));
	}

	/** Pixels that the layers take from each edge. */
	int halo() {
		return layers.size();
	}

	int inputs() {
		return layers.get(0).inputs();
	}

	int bins() {
		return layers.get(layers.size() - 1).outputs();
	}

	/** Whether OpenBLAS copies no factor of any product first. */
	boolean hasSmallProducts() {
		return layers.stream().allMatch(layer -> Products.areSmall(layer.inputs(), layer.outputs()));
	}

	List<Layer> layers() {
		return layers;
	}

	List<Kernels> kernels() {
		return kernels;
	}

	/**
	 * The layers at work.
	 *
	 * @param width    of the logits in pixels
	 * @param tileRows of each layer, most at a time
	 */
	List<Convolution> convolutions(int width, int patches, IntUnaryOperator tileRows) {
		return IntStream.range(0, layers.size()) //
			.mapToObj(i -> new Convolution(layers.get(i), kernels.get(i), width + 2 * (layers.size() - 1 - i), patches, tileRows.applyAsInt(i))).toList();
	}

	/**
	 * Memory for a band of pictures of a width.
	 *
	 * @throws OutOfMemoryError if there is too little
	 */
	BandMemory takeMemory(int width, int tileRows) {
		for (BandMemory kept = memory.poll(); kept != null; kept = memory.poll()) {
			if (kept.fits(width, tileRows)) return kept;
			kept.close();
		}
		return new BandMemory(this, width, tileRows);
	}

	/** Keeps it for another picture; closed with this. */
	void keep(BandMemory done) {
		memory.add(done);
	}

	private void forget() {
		memory.forEach(BandMemory::close);
		memory.clear();
	}

	@Override
	public void close() {
		forget();
		kernels.forEach(Kernels::close);
	}
}
