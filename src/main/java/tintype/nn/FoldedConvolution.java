package tintype.nn;

import java.util.Optional;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies of a convolution's parameters, with the normalisation after it folded in.
 *
 * @param inputs  maps it reads
 * @param weights [output, input, y, x]
 * @param biases  [output]
 */
record FoldedConvolution(int inputs, float[] weights, float[] biases) {

	/** Maps it yields. */
	int outputs() {
		return biases.length;
	}

	/** @param normalization by running moments, as after training */
	static FoldedConvolution of(Layer convolution, Optional<Layer> normalization) {
		INDArray w = convolution.getParam("W"), b = convolution.getParam("b");
		float[] weights = Tensors.toFloats(w), biases = b == null ? new float[(int) w.size(0)] : Tensors.toFloats(b);
		normalization.ifPresent(layer -> fold(layer, weights, biases));
		return new FoldedConvolution((int) w.size(1), weights, biases);
	}

	/** Normalises by running moments: gamma (x - mean) / deviation + beta, all of which is linear in x. */
	private static void fold(Layer normalization, float[] weights, float[] biases) {
		float[] gamma = Tensors.toFloats(normalization.getParam("gamma")), beta = Tensors.toFloats(normalization.getParam("beta"));
		float[] mean = Tensors.toFloats(normalization.getParam("mean"));
		BatchNormalization settings = (BatchNormalization) normalization.conf().getLayer();
		float[] spread = Tensors.toFloats(normalization.getParam(settings.isUseLogStd() ? "log10stdev" : "var"));
		int length = weights.length / biases.length;
		for (int output = 0; output < biases.length; output++) {
			double variance = settings.isUseLogStd() ? Math.pow(10, 2 * spread[output]) : spread[output];
			double scale = gamma[output] / Math.sqrt(variance + settings.getEps());
			for (int i = output * length; i < (output + 1) * length; i++)
				weights[i] *= (float) scale;
			biases[output] = (float) (beta[output] + (biases[output] - mean[output]) * scale);
		}
	}
}
