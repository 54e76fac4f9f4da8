package tintype.nn;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.Maps;

/** What {@link SceneNet} makes of the mean over all places, added to every place. */
record SceneFeatures(FoldedConvolution first, FoldedConvolution second, Curve curve) {

	/** @param maps changed */
	void add(Maps maps, int threads) {
		float[] means = new float[maps.pictures() * maps.channels()];
		int size = maps.plane();
		maps.change(threads, (number, plane) -> means[number] = mean(plane, size));
		float[] features = product(second, hidden(means));
		maps.change(threads, (number, plane) -> {
			for (int i = 0; i < size; i++)
				plane[i] += features[number];
		});
	}

	private float[] hidden(float[] means) {
		float[] hidden = product(first, means);
		curve.apply(hidden, 0, hidden.length);
		return hidden;
	}

	private static float mean(float[] plane, int size) {
		double sum = 0;
		for (int i = 0; i < size; i++)
			sum += plane[i];
		return (float) (sum / size);
	}

	/** A 1x1 convolution of maps of one place, [picture, channel]. */
	private static float[] product(FoldedConvolution layer, float[] values) {
		int inputs = layer.inputs(), outputs = layer.biases().length, pictures = values.length / inputs;
		float[] product = new float[pictures * outputs];
		for (int i = 0; i < product.length; i++) {
			double sum = layer.biases()[i % outputs];
			for (int input = 0; input < inputs; input++)
				sum += layer.weights()[i % outputs * inputs + input] * values[i / outputs * inputs + input];
			product[i] = (float) sum;
		}
		return product;
	}
}
