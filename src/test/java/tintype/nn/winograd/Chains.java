package tintype.nn.winograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.nd4j.linalg.factory.Nd4j;

/** Small chains with random weights, and what they mean, in doubles. */
final class Chains {

	private Chains() {}

	/** Layers of so many maps each after the first, ReLU between them. */
	static List<Layer> layers(int... maps) {
		Nd4j.scalar(0);
		Random random = new Random(5);
		List<Layer> layers = new ArrayList<>();
		for (int i = 1; i < maps.length; i++) {
			double deviation = Math.sqrt(2.0 / 9 / maps[i - 1]);
			layers.add(new Layer(maps[i - 1], maps[i], normal(random, maps[i] * maps[i - 1] * 9, deviation), normal(random, maps[i], 0.1), //
				i == maps.length - 1 ? Curve.IDENTITY : new Rectifier(0), null));
		}
		return layers;
	}

	private static float[] normal(Random random, int count, double deviation) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = (float) (deviation * random.nextGaussian());
		return values;
	}

	/** Between -1 and 1. */
	static float[] input(int count) {
		Random random = new Random(8);
		float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = 2 * random.nextFloat() - 1;
		return values;
	}

	/** The logits by definition. */
	static double[] logits(List<Layer> layers, float[] input, int width, int height) {
		double[] maps = new double[input.length];
		for (int i = 0; i < maps.length; i++)
			maps[i] = input[i];
		int w = width + 2 * layers.size(), h = height + 2 * layers.size();
		for (Layer layer : layers) {
			maps = convolved(layer, maps, w, h);
			w -= 2;
			h -= 2;
		}
		return maps;
	}

	private static double[] convolved(Layer layer, double[] maps, int width, int height) {
		double[] out = new double[layer.outputs() * (width - 2) * (height - 2)];
		for (int i = 0; i < out.length; i++) {
			int x = i % (width - 2), y = i / (width - 2) % (height - 2), output = i / (width - 2) / (height - 2);
			double sum = layer.biases()[output];
			for (int tap = 0; tap < 9 * layer.inputs(); tap++)
				sum += layer.weights()[output * layer.inputs() * 9 + tap] * maps[(tap / 9 * height + y + tap % 9 / 3) * width + x + tap % 3];
			out[i] = layer.curve() == Curve.IDENTITY ? sum : Math.max(0, sum);
		}
		return out;
	}
}
