package tintype.inspect;

import java.util.ArrayList;
import java.util.List;

import tintype.inspect.Activation.Curve;
import tintype.inspect.Activation.Softmax;
import tintype.inspect.Operation.Taken;

/**
 * The two networks of the source post, from jmlipman/LAID: all kernels 1, all biases
 * 0, and the digit that goes in.
 */
public final class PostsNetworks {

	/** What values come into. */
	public static final String INPUT = "conv2d_1_input";

	/** The first training digit of MNIST, ink where it is not 0. */
	private static final String DIGIT = """
		............................
		............................
		............................
		............................
		............................
		............############....
		........################....
		.......################.....
		.......###########..........
		........#######.##..........
		.........#####..............
		...........####.............
		...........####.............
		............######..........
		.............######.........
		..............######........
		...............#####........
		.................####.......
		..............#######.......
		............########........
		..........#########.........
		........##########..........
		......##########............
		....##########..............
		....########................
		............................
		............................
		............................
		""";

	private PostsNetworks() {}

	/** [1, 28, 28, 1], 166 ones. */
	public static Tensor digit() {
		String pixels = DIGIT.replaceAll("\\s", "");
		float[] values = new float[pixels.length()];
		for (int i = 0; i < values.length; i++)
			values[i] = pixels.charAt(i) == '#' ? 1 : 0;
		return new Tensor(new int[] { 1, 28, 28, 1 }, values);
	}

	/** Activations inside the layers. */
	public static LayerGraph debugging1() {
		return debugging1(Layers.filled(1, 3, 3, 1, 32));
	}

	/** With another kernel in the first layer, [3, 3, 1, 32]. */
	public static LayerGraph debugging1(Tensor kernel) {
		List<Layer> layers = beginning();
		add(layers, "conv2d_1", convolution(32), Activation.relu(), kernel);
		add(layers, "conv2d_2", convolution(64), Activation.relu(), Layers.filled(1, 3, 3, 32, 64));
		middle(layers);
		add(layers, "dense_1", new Operation.Dense(128), Activation.relu(), Layers.filled(1, 9216, 128));
		add(layers, "dense_2", new Operation.Dense(10), new Softmax(-1, false), Layers.filled(1, 128, 10));
		return new LayerGraph("debugging1", "Keras 2.0.6", layers, List.of("dense_2"), false);
	}

	/** Activations as layers of their own, all but one. */
	public static LayerGraph debugging2() {
		List<Layer> layers = beginning();
		add(layers, "conv2d_1", convolution(32), Curve.LINEAR, Layers.filled(1, 3, 3, 1, 32));
		add(layers, "activation_1", new Operation.Identity(), Curve.SIGMOID, null);
		add(layers, "conv2d_2", convolution(64), Activation.relu(), Layers.filled(1, 3, 3, 32, 64));
		middle(layers);
		add(layers, "dense_1", new Operation.Dense(128), Curve.LINEAR, Layers.filled(1, 9216, 128));
		add(layers, "activation_2", new Operation.Identity(), Curve.SIGMOID, null);
		add(layers, "dense_2", new Operation.Dense(10), Curve.LINEAR, Layers.filled(1, 128, 10));
		add(layers, "activation_3", new Operation.Identity(), new Softmax(-1, false), null);
		return new LayerGraph("debugging2", "Keras 2.0.6", layers, List.of("activation_3"), false);
	}

	private static List<Layer> beginning() {
		return new ArrayList<>(List.of(Layers.named(INPUT, new Operation.Input(28, 28, 1), Curve.LINEAR, List.of())));
	}

	private static Operation convolution(int filters) {
		return new Operation.Convolution(2, filters, new int[] { 3, 3 }, new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.Rule.VALID, 1);
	}

	private static void middle(List<Layer> layers) {
		add(layers, "max_pooling2d_1", new Operation.Pooling(2, Taken.MAX, new int[] { 2, 2 }, new int[] { 2, 2 }, Padding.Rule.VALID, false), Curve.LINEAR, null);
		add(layers, "flatten_1", new Operation.Flatten(), Curve.LINEAR, null);
	}

	/** After the last, with a bias of 0 where there is a kernel. */
	private static void add(List<Layer> layers, String name, Operation operation, Activation activation, Tensor kernel) {
		List<String> inputs = List.of(layers.get(layers.size() - 1).name());
		if (kernel == null) layers.add(Layers.named(name, operation, activation, inputs));
		else layers.add(Layers.named(name, operation, activation, inputs, "kernel", kernel, "bias", Layers.filled(0, kernel.shape()[kernel.shape().length - 1])));
	}
}
