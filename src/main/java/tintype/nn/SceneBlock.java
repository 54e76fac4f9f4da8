package tintype.nn;

import java.util.Map;
import java.util.Optional;

import org.deeplearning4j.nn.api.Layer;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.MapConvolution;
import tintype.nn.winograd.MapMemory;
import tintype.nn.winograd.Maps;

/**
 * A convolution of {@link SceneNet} in training, with its normalisation, if there is one,
 * and the curve after it. Keeps what the way back needs, and that memory until closed.
 */
final class SceneBlock implements AutoCloseable {

	private final Layer layer;
	private final MapConvolution convolution;
	private final Optional<SceneNormalization> normalization;
	private final Curve curve;
	private final int outputs;
	private final MapMemory ofSums = new MapMemory(), ofOutput = new MapMemory(), ofGradient = new MapMemory();
	private Maps input;
	private Maps sums;
	private Maps output;

	/**
	 * @param layer         with the weights
	 * @param convolution   closed with this
	 * @param normalization applies the curve, too
	 */
	SceneBlock(Layer layer, MapConvolution convolution, Optional<SceneNormalization> normalization, Curve curve) {
		this.layer = layer;
		this.convolution = convolution;
		this.normalization = normalization;
		this.curve = curve;
		outputs = (int) layer.getParam("W").size(0);
	}

	/**
	 * @param maps not changed before the way back
	 * @return valid until the next way forward
	 */
	Maps forward(Maps maps, int threads) {
		input = maps;
		output = ofOutput.of(maps.pictures(), outputs, maps.height() / convolution.stride(), maps.width() / convolution.stride());
		convolution.set(Tensors.toFloats(layer.getParam("W")), threads);
		if (normalization.isEmpty()) convolution.forward(maps, biases(), curve, output, threads);
		else {
			sums = ofSums.like(output);
			convolution.forward(maps, biases(), Curve.IDENTITY, sums, threads);
			normalization.get().forward(sums, output);
		}
		return output;
	}

	private float[] biases() {
		return layer.getParam("b") == null ? new float[outputs] : Tensors.toFloats(layer.getParam("b"));
	}

	/** Where the gradient of the output can go: that itself, if the way back does not read it. */
	Maps gradient() {
		return readsOutput() ? ofGradient.like(output) : output;
	}

	private boolean readsOutput() {
		return normalization.isEmpty() && curve != Curve.IDENTITY;
	}

	/**
	 * Once after each way forward.
	 *
	 * @param gradient of the output; overwritten
	 * @param ofInput  filled; may be the input
	 */
	void back(Maps gradient, Maps ofInput, int threads, LayerGradients to) {
		if (normalization.isPresent()) normalization.get().back(sums, gradient, to);
		if (readsOutput())
			gradient.change(threads, (number, plane) -> curve.back(output.plane(number), plane, null, output.plane()));
		float[] ofBiases = new float[outputs];
		float[] ofWeights = convolution.back(input, gradient, ofBiases, ofInput, threads);
		to.put(layer, Map.of("W", ofWeights, "b", ofBiases));
	}

	@Override
	public void close() {
		convolution.close();
		ofSums.close();
		ofOutput.close();
		ofGradient.close();
	}
}
