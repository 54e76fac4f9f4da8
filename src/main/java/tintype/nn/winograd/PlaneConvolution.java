package tintype.nn.winograd;

import java.util.function.BiConsumer;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A 3x3 convolution by Winograd's short products. With zeros around the input where the
 * output is as large as that; otherwise it is smaller by two pixels.
 */
public final class PlaneConvolution implements MapConvolution {

	private static final int INPUTS_OF_BLOCK = 8;

	private final int inputs, outputs;
	private final Kernels kernels;
	private final PlaneMemory ofInput, ofOutput, ofKernels;

	/**
	 * @param inputs   maps it reads
	 * @param outputs  maps it yields
	 * @param ofInput  keeps what the way back needs; others may use it if there is no way back
	 * @param ofOutput used in each call; others may use it between calls
	 * @param ofKernels likewise, on the way back only
	 * @throws OutOfMemoryError if there is no memory for 4 times the weights
	 */
	public PlaneConvolution(int inputs, int outputs, PlaneMemory ofInput, PlaneMemory ofOutput, PlaneMemory ofKernels) {
		this.inputs = inputs;
		this.outputs = outputs;
		this.ofInput = ofInput;
		this.ofOutput = ofOutput;
		kernels = new Kernels(inputs, outputs);
		this.ofKernels = ofKernels;
	}

	@Override
	public void set(float[] weights, int threads) {
		blocks(threads, (first, end, scratch) -> kernels.set(weights, first, end, scratch));
	}

	private static Planes planes(Maps output, Maps input) {
		return new Planes(output.pictures(), output.height(), output.width(), (output.height() + 2 - input.height()) / 2);
	}

	@Override
	public void forward(Maps input, float[] biases, Curve curve, Maps output, int threads) {
		Planes planes = planes(output, input);
		int tiles = planes.tiles();
		Spectrum spectrum = ofInput.of((long) inputs * tiles), product = ofOutput.of((long) outputs * tiles);
		channels(planes, inputs, threads, (transforms, channel) -> transforms.input(input.values(), inputs, channel, spectrum));
		Maps.share(Spectrum.PAIRS, threads, () -> pair -> MatrixProducts.multiplyFirstTurned(kernels.spectrum().matrix(pair, 0), spectrum.matrix(pair, 0),
			product.matrix(pair, 0), outputs, inputs, tiles));
		channels(planes, outputs, threads, (transforms, channel) -> transforms.output(product, channel, biases[channel], curve, output.values(), outputs));
	}

	@Override
	public float[] back(Maps input, Maps gradient, float[] ofBiases, Maps back, int threads) {
		Planes planes = planes(gradient, input);
		int tiles = planes.tiles();
		Spectrum spectrum = ofInput.of((long) inputs * tiles), product = ofOutput.of((long) outputs * tiles);
		Kernels slopes = new Kernels(inputs, outputs, ofKernels.of((long) inputs * outputs));
		channels(planes, outputs, threads,
			(transforms, channel) -> ofBiases[channel] = (float) transforms.outputBack(gradient.values(), outputs, channel, product));
		Maps.share(Spectrum.PAIRS, threads, () -> pair -> {
			FloatPointer x = spectrum.matrix(pair, 0), y = product.matrix(pair, 0);
			MatrixProducts.multiplySecondTurned(x, y, slopes.spectrum().matrix(pair, 0), inputs, tiles, outputs);
			MatrixProducts.multiply(kernels.spectrum().matrix(pair, 0), y, x, inputs, outputs, tiles);
		});
		channels(planes, inputs, threads, (transforms, channel) -> transforms.inputBack(spectrum, channel, back.values(), inputs));
		float[] ofWeights = new float[outputs * inputs * Layer.TAPS];
		blocks(threads, (first, end, scratch) -> slopes.gradient(ofWeights, first, end, scratch));
		return ofWeights;
	}

	private interface KernelTask {

		void run(int first, int end, KernelScratch scratch);
	}

	/** Kernels of a few inputs at a time, which stay in the cache. */
	private void blocks(int threads, KernelTask task) {
		Maps.share((inputs + INPUTS_OF_BLOCK - 1) / INPUTS_OF_BLOCK, threads, () -> {
			KernelScratch scratch = new KernelScratch(Math.min(inputs, INPUTS_OF_BLOCK) * outputs);
			return block -> task.run(block * INPUTS_OF_BLOCK, Math.min(inputs, (block + 1) * INPUTS_OF_BLOCK), scratch);
		});
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
	}
}
