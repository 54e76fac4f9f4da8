package tintype.nn.winograd;

import static tintype.nn.winograd.Transforms.TILE;

import java.util.ArrayList;
import java.util.List;

/**
 * Some patches on their way through a chain and back, side by side, with the memory
 * that one thread needs for it.
 */
final class PatchGroup implements AutoCloseable {

	private final Chain chain;
	private final int width, height, patches;

	/** Input and what each layer makes of it, on the way back its gradient; and the sums, where a curve wants them. */
	private final List<float[][][]> rows = new ArrayList<>(), sums = new ArrayList<>();

	private final List<Spectrum> memory;
	private final Spectrum product;
	private final List<Kernels> ofKernels;
	private final Scratch scratch;

	/**
	 * @param width   of the logits in pixels
	 * @param height  of the logits in pixels
	 * @param patches side by side
	 * @throws OutOfMemoryError if there is too little memory; nothing is left allocated
	 */
	PatchGroup(Chain chain, int width, int height, int patches) {
		this.chain = chain;
		this.width = width;
		this.height = height;
		this.patches = patches;
		List<Convolution> convolutions = convolutions();
		rows.add(Rows.zeros(rowsOf(0), Convolution.tiles(extent(width, 0)), patches * chain.inputs()));
		for (int i = 0; i < convolutions.size(); i++) {
			Convolution each = convolutions.get(i);
			rows.add(Rows.zeros(rowsOf(i + 1), each.tiles, each.step()));
			sums.add(each.curve().keepsSums() ? Rows.zeros(rowsOf(i + 1), each.tiles, each.step()) : null);
		}
		scratch = new Scratch(convolutions.stream().mapToInt(Convolution::longest).max().orElseThrow());
		long largest = convolutions.stream().mapToLong(Convolution::outputMatrix).max().orElseThrow();
		memory = Closing.all(convolutions.size() + 1, i -> new Spectrum(i == 0 ? largest : convolutions.get(i - 1).inputMatrix()));
		product = memory.get(0);
		ofKernels = kernels();
	}

	private List<Kernels> kernels() {
		try {
			return Closing.all(chain.layers().size(), i -> new Kernels(chain.layers().get(i).inputs(), chain.layers().get(i).outputs()));
		}
		catch (RuntimeException | Error e) {
			memory.forEach(Spectrum::close);
			throw e;
		}
	}

	private List<Convolution> convolutions() {
		return chain.convolutions(width, patches, layer -> Convolution.tiles(extent(height, layer + 1)));
	}

	/** Pixels along an axis of what a layer reads. */
	private int extent(int logits, int layer) {
		return logits + 2 * (chain.layers().size() - layer);
	}

	/** Rows written by the layer before and read by a layer, whole tiles each. */
	private int rowsOf(int layer) {
		int written = TILE * Convolution.tiles(extent(height, layer));
		return layer == chain.layers().size() ? written : Math.max(written, TILE * Convolution.tiles(extent(height, layer + 1)) + Stage.SHARED);
	}

	/**
	 * The gradient of the loss of some patches, and the loss.
	 *
	 * @param features of the whole batch, [patch, y, x]
	 * @param first    of the patches; beyond the last one nothing is added
	 * @param turned   the layers' kernels with inputs and outputs exchanged
	 */
	Gradients gradients(float[] features, SoftTargets targets, int first, List<Kernels> turned) {
		List<Convolution> convolutions = convolutions();
		read(features, targets.patches(), first);
		for (int i = 0; i < convolutions.size(); i++)
			forward(convolutions.get(i), i);
		Gradients gradients = new Gradients();
		gradients.loss = targets.back(rows.get(rows.size() - 1), first, patches);
		for (int i = convolutions.size() - 1; i >= 0; i--)
			back(convolutions, i, turned.get(i), gradients);
		return gradients;
	}

	private void read(float[] features, int count, int first) {
		int outerWidth = extent(width, 0), outerHeight = extent(height, 0);
		for (int patch = 0; patch < patches; patch++)
			for (int y = 0; y < outerHeight; y++)
				for (int x = 0; x < outerWidth; x++)
					rows.get(0)[y][x % TILE][x / TILE * patches + patch] = //
						first + patch < count ? features[((first + patch) * outerHeight + y) * outerWidth + x] : 0;
	}

	private void forward(Convolution convolution, int layer) {
		convolution.forward(Convolution.tiles(extent(height, layer + 1)), rows.get(layer), memory.get(layer + 1), product, sums.get(layer),
			rows.get(layer + 1), scratch);
	}

	/** From the gradient of a layer's sums to that of the sums of the layer before. */
	private void back(List<Convolution> convolutions, int layer, Kernels turned, Gradients gradients) {
		Convolution convolution = convolutions.get(layer);
		Spectrum spectrum = memory.get(layer + 1);
		float[] ofBiases = new float[convolution.tiles * convolution.step()];
		convolution.ofParameters(rows.get(layer + 1), spectrum, product, ofKernels.get(layer).spectrum(), ofBiases, scratch);
		gradients.ofWeights.add(0, ofKernels.get(layer).gradient());
		gradients.ofBiases.add(0, Gradients.folded(ofBiases, convolution.outputs));
		if (layer == 0) return;
		Convolution before = convolutions.get(layer - 1);
		float[] ofSlopes = new float[(convolution.tiles + 1) * before.step()];
		convolution.ofInputs(turned, product, spectrum, scratch, (y, row) -> ofSums(before, layer, y, row, ofSlopes));
		for (int y = extent(height, layer); y < rows.get(layer).length; y++)
			clear(rows.get(layer)[y]);
		gradients.ofSlopes.add(0, Gradients.folded(ofSlopes, before.outputs));
	}

	private void ofSums(Convolution before, int layer, int y, float[][] gradient, float[] ofSlopes) {
		if (y >= extent(height, layer)) return;
		float[][] row = rows.get(layer)[y], kept = before.curve().keepsSums() ? sums.get(layer - 1)[y] : row;
		for (int k = 0; k < TILE; k++) {
			Rows.clear(gradient[k], k, extent(width, layer), before.step());
			before.curve().back(kept[k], gradient[k], ofSlopes, ofSlopes.length);
			System.arraycopy(gradient[k], 0, row[k], 0, ofSlopes.length);
			Rows.clear(row[k], k, extent(width, layer), before.step());
		}
	}

	private static void clear(float[][] row) {
		for (int k = 0; k < TILE; k++)
			Rows.clear(row[k], k, 0, 1);
	}

	@Override
	public void close() {
		memory.forEach(Spectrum::close);
		ofKernels.forEach(Kernels::close);
	}
}
