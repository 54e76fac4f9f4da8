package tintype.inspect.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tintype.Progress;
import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Padding;
import tintype.inspect.Phase;
import tintype.inspect.Tunnel;

/** Prints how long a network of the default model's size takes for an image of 512 x 512. */
final class RecomputationBenchmark {

	private static final int EDGE = 512;

	private RecomputationBenchmark() {}

	public static void main(String[] args) {
		for (int round = 0; round < 2; round++)
			Tunnel.whole(network()).run(new Recomputation(Progress.NONE), Map.of("x", Layers.waves(0, 1, EDGE, EDGE, 1)), Phase.TEST, new Clock(), Progress.NONE);
	}

	/** The way down and up again, without the join of the scene. */
	private static LayerGraph network() {
		List<Layer> layers = new ArrayList<>(List.of(Layers.named("x", new Operation.Input(EDGE, EDGE, 1), Curve.LINEAR, List.of())));
		int[][] maps = { { 32, 2 }, { 64, 2 }, { 64, 1 }, { 128, 2 }, { 128, 1 }, { 128, 1 }, { 256, 2 }, { 256, 1 }, { 256, 1 } };
		int in = 1;
		for (int[] map : maps) {
			add(layers, in, map[0], map[1]);
			in = map[0];
		}
		for (int out : new int[] { 128, 64, 64 }) {
			if (out < in) layers.add(Layers.named("up_" + layers.size(), new Operation.Upsampling(2, new int[] { 2, 2 }, false), Curve.LINEAR, //
				List.of(layers.get(layers.size() - 1).name())));
			add(layers, in, out, 1);
			in = out;
		}
		add(layers, in, 313, 1);
		return new LayerGraph("benchmark", "none", layers, List.of(layers.get(layers.size() - 1).name()), false);
	}

	private static void add(List<Layer> layers, int in, int out, int stride) {
		layers.add(Layers.named("conv_" + layers.size(), new Operation.Convolution(2, out, new int[] { 3, 3 }, new int[] { stride, stride }, new int[] { 1, 1 }, //
			Padding.Rule.SAME, 1), Activation.relu(), List.of(layers.get(layers.size() - 1).name()), "kernel", Layers.waves(1, 3, 3, in, out)));
	}

	private static final class Clock implements Tunnel.Visitor<DoubleTensor> {

		private final long start = System.nanoTime();

		@Override
		public void visit(Layer layer, DoubleTensor before, DoubleTensor after) {
			System.out.printf("%s %s %d ms%n", layer.name(), after, (System.nanoTime() - start) / 1_000_000);
		}
	}
}
