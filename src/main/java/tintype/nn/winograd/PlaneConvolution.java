package tintype.nn.winograd;

import java.nio.FloatBuffer;
import java.util.function.BiConsumer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A 3x3 convolution of pictures that are stored plane by plane, forwards and
 * backwards. No result depends on the number of threads, to the last bit, as each number is
 * computed by one of them. To be closed. One call at a time.
 */
public final class PlaneConvolution implements AutoCloseable {

	private static final int INPUTS_OF_BLOCK = 8;

	private final int inputs, outputs;
	private final Kernels kernels;
	private final PlaneMemory ofInput, ofOutput, ofKernels;

	/**
	 * @param inputs   maps it reads
	 * @param outputs  maps it yields
	 * @param ofInput  keeps what {@link #back} needs of {@link #forward}; others may use it if there is no way back
	 * @param ofOutput used in each call; others may use it between calls
	 * @throws OutOfMemoryError if there is no memory for 4 times the weights
	 */
	public PlaneConvolution(int inputs, int outputs, PlaneMemory ofInput, PlaneMemory ofOutput) {
		this.inputs = inputs;
		this.outputs = outputs;
		this.ofInput = ofInput;
		this.ofOutput = ofOutput;
		kernels = new Kernels(inputs, outputs);
		ofKernels = new PlaneMemory();
	}

	/** @param weights [output, input, y, x] */
	public void set(float[] weights, int threads) {
		blocks(threads, (first, end) -> kernels.set(weights, first, end));
	}

	/**
	 * @param planes  of this batch
	 * @param input   [picture, input, y, x]
	 * @param biases  [output]
	 * @param curve   of all outputs
	 * @param output  [picture, output, y, x], filled
	 * @param threads most at a time
	 * @throws OutOfMemoryError if there is too little memory; nothing is left allocated but what is kept
	 */
	public void forward(Planes planes, FloatBuffer input, float[] biases, Curve curve, FloatBuffer output, int threads) {
		int tiles = planes.tiles();
		Spectrum spectrum = ofInput.of((long) inputs * tiles), product = ofOutput.of((long) outputs * tiles);
		channels(planes, inputs, threads, (transforms, channel) -> transforms.input(input, inputs, channel, spectrum));
		Maps.share(Spectrum.PAIRS, threads, () -> pair -> MatrixProducts.multiplyFirstTurned(kernels.spectrum().matrix(pair, 0), spectrum.matrix(pair, 0),
			product.matrix(pair, 0), outputs, inputs, tiles));
		channels(planes, outputs, threads, (transforms, channel) -> transforms.output(product, channel, biases[channel], curve, output, outputs));
	}

	/**
	 * The gradients, after {@link #forward} without a curve and with the same planes and weights; once.
	 *
	 * @param gradient of the output, [picture, output, y, x]
	 * @param ofBiases [output], filled
	 * @param back     [picture, input, y, x], filled with the gradient of the input
	 * @return the gradient of the weights, [output, input, y, x]
	 * @throws OutOfMemoryError as {@link #forward}
	 */
	public float[] back(Planes planes, FloatBuffer gradient, float[] ofBiases, FloatBuffer back, int threads) {
		int tiles = planes.tiles();
		Spectrum spectrum = ofInput.of((long) inputs * tiles), product = ofOutput.of((long) outputs * tiles);
		Kernels slopes = new Kernels(inputs, outputs, ofKernels.of((long) inputs * outputs));
		channels(planes, outputs, threads,
			(transforms, channel) -> ofBiases[channel] = (float) transforms.outputBack(gradient, outputs, channel, product));
		Maps.share(Spectrum.PAIRS, threads, () -> pair -> {
			FloatPointer x = spectrum.matrix(pair, 0), y = product.matrix(pair, 0);
			MatrixProducts.multiplySecondTurned(x, y, slopes.spectrum().matrix(pair, 0), inputs, tiles, outputs);
			MatrixProducts.multiply(kernels.spectrum().matrix(pair, 0), y, x, inputs, outputs, tiles);
		});
		channels(planes, inputs, threads, (transforms, channel) -> transforms.inputBack(spectrum, channel, back, inputs));
		float[] ofWeights = new float[outputs * inputs * Layer.TAPS];
		blocks(threads, (first, end) -> slopes.gradient(ofWeights, first, end));
		return ofWeights;
	}

	/** Kernels of a few inputs at a time, which stay in the cache. */
	private void blocks(int threads, BiConsumer<Integer, Integer> work) {
		Maps.share((inputs + INPUTS_OF_BLOCK - 1) / INPUTS_OF_BLOCK, threads,
			() -> block -> work.accept(block * INPUTS_OF_BLOCK, Math.min(inputs, (block + 1) * INPUTS_OF_BLOCK)));
	}

	private static void channels(Planes planes, int count, int threads, BiConsumer<PlaneTransforms, Integer> work) {
		Maps.share(count, threads, () -> {
			PlaneTransforms transforms = new PlaneTransforms(planes);
			return channel -> work.accept(transforms, channel);
		});
	}

	/** Frees its weights; the memory it was given is the giver's. */
	@Override
	public void close() {
		kernels.close();
		ofKernels.close();
	}
}
