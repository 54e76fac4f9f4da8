package tintype.nn;

import java.lang.ref.Reference;
import java.util.Map;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;

/** Where the gradients of a network's layers go. */
record LayerGradients(Gradient gradient) {

	/** Copies a layer's into its part of the network's gradient, which is on the CPU and in single precision. */
	void put(Layer layer, Map<String, float[]> values) {
		layer.conf().getLayer().initializer().getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray()).forEach((name, view) -> {
			Tensors.memory(view).put(0, values.get(name));
			Reference.reachabilityFence(view);
			gradient.setGradientFor(layer.conf().getLayer().getLayerName() + "_" + name, view);
		});
	}

	/** Sums that were taken in double precision, as they go there. */
	static float[] floats(double[] values) {
		float[] floats = new float[values.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) values[i];
		return floats;
	}
}
