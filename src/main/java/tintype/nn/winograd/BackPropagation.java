package tintype.nn.winograd;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The gradient of a chain's loss over a batch of patches. The batch is cut into
 * groups, always in the same way, and the groups' gradients are added in their order: the
 * result does not depend on the number of threads, to the last bit. Keeps its memory from
 * batch to batch. One batch at a time.
 */
public final class BackPropagation implements AutoCloseable {

	/** Rows of a matrix with which products are fast, if there are enough patches: of large products, and of small ones. */
	private static final int TILES_OF_GROUP = 256, FEWER_TILES_OF_GROUP = 128;

	/** For so many threads there shall be work, if there are enough patches. */
	private static final int FEWEST_GROUPS = 8;

	private final Chain chain;
	private final int width, height, batch, patches;
	private final List<PatchGroup> workers;

	/** The chain's with inputs and outputs exchanged. */
	private final List<Kernels> turned;

	/**
	 * @param width   of the logits, in pixels
	 * @param height  of the logits, in pixels
	 * @param batch   number of patches
	 * @param threads most at a time
	 * @throws OutOfMemoryError if there is too little memory; nothing is left allocated
	 */
	public BackPropagation(Chain chain, int width, int height, int batch, int threads) {
		this.chain = chain;
		this.width = width;
		this.height = height;
		this.batch = batch;
		int tiles = Convolution.tiles(width) * Convolution.tiles(height), wanted = chain.hasSmallProducts() ? FEWER_TILES_OF_GROUP : TILES_OF_GROUP;
		patches = Math.max(1, Math.min((wanted + tiles - 1) / tiles, batch / FEWEST_GROUPS));
		workers = Closing.all(Math.min(threads, groups()), i -> new PatchGroup(chain, width, height, patches));
		turned = turned();
	}

	private List<Kernels> turned() {
		try {
			return Closing.all(chain.layers().size(), i -> new Kernels(chain.layers().get(i).outputs(), chain.layers().get(i).inputs()));
		}
		catch (RuntimeException | Error e) {
			workers.forEach(PatchGroup::close);
			throw e;
		}
	}

	private int groups() {
		return (batch + patches - 1) / patches;
	}

	/** Whether it is for batches of this size. */
	public boolean fits(int otherWidth, int otherHeight, int otherBatch) {
		return width == otherWidth && height == otherHeight && batch == otherBatch;
	}

	/**
	 * Gradients of the sum over the batch, [layer].
	 *
	 * @param loss    in nats
	 * @param weights [output, input, y, x]
	 * @param biases  [output]
	 * @param slopes  [output], of all layers but the last; 0 where they are no parameters
	 */
	public record Result(double loss, List<float[]> weights, List<double[]> biases, List<double[]> slopes) {}

	/** @param features [patch, y, x], with the chain's halo around the logits */
	public Result of(float[] features, SoftTargets targets) {
		// the first layer's input has no gradient
		IntStream.range(1, turned.size()).parallel().forEach(i -> turned.get(i).setTurned(chain.kernels().get(i)));
		OrderedSum sum = new OrderedSum();
		AtomicInteger next = new AtomicInteger();
		SideBySide.run(workers.size(), worker -> {
			int group = next.getAndIncrement();
			while (group < groups() && add(sum, group, workers.get(worker), features, targets))
				group = next.getAndIncrement();
		});
		Gradients all = sum.total();
		return new Result(all.loss, IntStream.range(0, all.ofWeights.size()) //
			.mapToObj(i -> chain.kernels().get(i).ordered(all.ofWeights.get(i))).toList(), all.ofBiases, all.ofSlopes);
	}

	private boolean add(OrderedSum sum, int group, PatchGroup worker, float[] features, SoftTargets targets) {
		try {
			return sum.add(group, worker.gradients(features, targets, group * patches, turned));
		}
		catch (RuntimeException | Error e) {
			sum.giveUp();
			throw e;
		}
	}

	@Override
	public void close() {
		workers.forEach(PatchGroup::close);
		turned.forEach(Kernels::close);
	}
}
