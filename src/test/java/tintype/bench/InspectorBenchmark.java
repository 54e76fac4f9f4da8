package tintype.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.Inspector;
import tintype.Progress;
import tintype.inspect.LayerGraph;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.nn.Backend;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;

/**
 * How long all activations of the default model take for an image of 512 x 512, each layer
 * before and after its activation and copied for showing, beside one pass of DeepLearning4J's
 * ComputationGraph through the same weights. The two take turns. Argument: rounds, 15 if
 * there is none.
 */
public final class InspectorBenchmark {

	private static final int EDGE = 512, WARM_UP = 5;

	private InspectorBenchmark() {}

	public static void main(String[] args) throws IOException {
		int rounds = args.length == 0 ? 15 : Integer.parseInt(args[0]);
		Tensor image = image();
		double[] inspected = new double[rounds], computed = new double[rounds], plain = new double[rounds];
		try (ColorModel model = ModelFile.open(ModelFile.DEFAULT); Inspector inspector = Inspector.open(ModelFile.DEFAULT)) {
			ComputationGraph network = model.copy(1, new NoOp());
			Map<String, Tensor> inputs = inspector.given(image);
			for (int round = -WARM_UP; round < rounds; round++) {
				double both = seconds(() -> run(inspector, inputs, true));
				double alone = seconds(() -> run(inspector, inputs, false));
				double once = seconds(() -> pass(network, image));
				if (round < 0) continue;
				inspected[round] = both;
				computed[round] = alone;
				plain[round] = once;
			}
			network.close();
			LayerGraph graph = inspector.graph();
			System.out.printf("%s, %d x %d, %d layers, %s%n", graph.title(), EDGE, EDGE, graph.layers().size(), Backend.description());
		}
		double all = median(inspected), only = median(computed), pass = median(plain);
		System.out.printf("all activations taken %.0f ms, computed only %.0f ms, one pass %.0f ms: ratio %.2f (of the best %.2f), computed only %.2f%n", //
			1e3 * all, 1e3 * only, 1e3 * pass, all / pass, best(inspected) / best(plain), only / pass);
	}

	/** Smooth with some noise, -1 to 1. */
	private static Tensor image() {
		Random random = new Random(7);
		float[] values = new float[EDGE * EDGE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (0.8 * Math.sin(i % EDGE * 0.05) * Math.cos(i / EDGE * 0.03) + 0.1 * random.nextGaussian());
		return new Tensor(new int[] { 1, EDGE, EDGE, 1 }, values);
	}

	/** As {@link tintype.ij.InspectionRun} looks on. */
	private static void run(Inspector network, Map<String, Tensor> inputs, boolean taking) {
		network.run(Tunnel.whole(network.graph()), inputs, Phase.TEST, (layer, before, after) -> {
			if (!taking) return;
			before.get();
			if (!layer.activation().isLinear()) after.get();
		}, Progress.NONE);
	}

	private static void pass(ComputationGraph network, Tensor image) {
		try (INDArray input = Nd4j.create(image.values(), new long[] { 1, 1, EDGE, EDGE }, 'c')) {
			network.outputSingle(false, input).close();
		}
	}

	private static double seconds(Runnable work) {
		long start = System.nanoTime();
		work.run();
		return (System.nanoTime() - start) * 1e-9;
	}

	private static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static double best(double[] values) {
		return Arrays.stream(values).min().orElseThrow();
	}
}
