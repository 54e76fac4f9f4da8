package tintype.nn;

import java.util.List;
import java.util.Objects;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;

/** What {@link SceneNet} yields and consists of, as programs outside this package ask for it. */
public final class SceneLogits {

	/** Of convolutions and normalisations, in the order of the network. */
	private static final List<String> NAMES = List.of("W", "b", "gamma", "beta", "mean", "var", "log10stdev");

	private SceneLogits() {}

	/**
	 * Logits of a picture and of its mirror image, as {@link ColorModel#map} asks for them.
	 *
	 * @param lightness L, row by row
	 * @return [picture, bin, y, x]
	 */
	public static float[] of(ColorModel model, float[] lightness, int width, int height) {
		return model.sceneLogits(Tensors.ofMirrored(lightness, width, height), Progress.NONE);
	}

	/** What the network reads of a picture and of its mirror image, [picture, y, x]. */
	public static float[] pictures(float[] lightness, int width, int height) {
		try (INDArray pictures = Tensors.ofMirrored(lightness, width, height)) {
			return Tensors.toFloats(pictures);
		}
	}

	/** Weights and biases, or gain, offset, running mean and running variance, layer by layer as they were built. */
	public static List<float[]> parameters(ComputationGraph network) {
		return network.getConfiguration().getVertices().keySet().stream().map(network::getLayer).filter(Objects::nonNull) //
			.flatMap(layer -> NAMES.stream().filter(layer.paramTable()::containsKey).map(name -> values(layer, name))).toList();
	}

	/** DeepLearning4J may keep logarithms of deviations. */
	private static float[] values(Layer layer, String name) {
		float[] values = Tensors.toFloats(layer.getParam(name));
		for (int i = 0; i < values.length && name.equals("log10stdev"); i++)
			values[i] = (float) Math.pow(10, 2 * values[i]);
		return values;
	}
}
