package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Operation.Noise;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;
import tintype.inspect.Tensor;

/** Layers without a window, over values, sequences, images and more. */
final class ValueCases {

	private static final int[][] SHAPES = { { 2, 5 }, { 2, 6, 5 }, { 2, 6, 7, 5 }, { 2, 3, 4, 2, 5 } };

	private ValueCases() {}

	static List<Case> operations() {
		List<Case> cases = new ArrayList<>();
		for (int[] shape : SHAPES)
			anywhere(cases, Case.random(shape));
		large(cases);
		moved(cases);
		merged(cases);
		recurrent(cases);
		return cases;
	}

	private static void anywhere(List<Case> cases, Tensor x) {
		int rank = x.shape().length, channels = x.shape()[rank - 1];
		cases.add(Case.of(new Operation.Identity(), x));
		cases.add(Case.of(new Operation.Dense(4), x, "kernel", Case.random(channels, 4), "bias", Case.random(4)));
		cases.add(Case.of(new Operation.Dense(3), x, "kernel", Case.random(channels, 3)));
		cases.add(Case.of(new Operation.BatchNormalization(1e-3), x, "gamma", Case.random(channels), "beta", Case.positive(channels), //
			"mean", Case.random(channels), "variance", Case.positive(channels)));
		cases.add(Case.of(new Operation.BatchNormalization(1e-5), x, "mean", Case.random(channels), "variance", Case.positive(channels)));
		for (int axes = 1; axes < Math.min(rank, 3); axes++) {
			int[] own = Arrays.copyOfRange(x.shape(), rank - axes, rank);
			cases.add(Case.of(new Operation.LayerNormalization(1e-3, axes), x, "gamma", Case.random(own), "beta", Case.random(own)));
		}
		cases.add(Case.of(new Operation.LayerNormalization(1e-6, 1), x));
		for (Noise noise : Noise.values())
			cases.add(Case.of(new Operation.Dropout(noise, 0.3), x));
		cases.add(Case.of(new Operation.Flatten(), x));
		cases.add(Case.of(new Operation.Rescaling(1 / 127.5, -1), x));
		for (Taken taken : Taken.values())
			if (rank > 2) for (boolean keep : new boolean[] { false, true })
				cases.add(Case.of(new Operation.GlobalPooling(taken, keep), x));
	}

	/** Sums of so many values that single precision tells. */
	private static void large(List<Case> cases) {
		Tensor x = Case.positive(1, 300, 301, 2);
		for (Taken taken : Taken.values())
			cases.add(Case.of(new Operation.GlobalPooling(taken, false), x));
		cases.add(Case.of(new Operation.BatchNormalization(1e-3), x, "mean", Case.random(2), "variance", Case.positive(2)));
		cases.add(Case.of(new Operation.Dense(3), Case.positive(2, 20000), "kernel", Case.positive(20000, 3)));
		cases.add(Case.of(new Operation.Convolution(2, 3, new int[] { 5, 5 }, new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.Rule.SAME, 1), //
			Case.positive(1, 9, 9, 60), "kernel", Case.positive(5, 5, 60, 3)));
		cases.add(Case.of(new Operation.Pooling(2, Taken.SUM, new int[] { 20, 20 }, new int[] { 20, 20 }, Padding.Rule.VALID, false), x));
	}

	private static void moved(List<Case> cases) {
		Tensor image = Case.random(2, 6, 7, 5), sequence = Case.random(2, 6, 5);
		cases.add(Case.of(new Operation.Reshape(7, 30), image));
		cases.add(Case.of(new Operation.Reshape(-1, 2, 3, 5), image));
		cases.add(Case.of(new Operation.Reshape(30), sequence));
		cases.add(Case.of(new Operation.Permute(3, 1, 2), image));
		cases.add(Case.of(new Operation.Permute(2, 3, 1), image));
		cases.add(Case.of(new Operation.Permute(2, 1), sequence));
		cases.add(Case.of(new Operation.RepeatVector(4), Case.random(2, 5)));
		cases.add(Case.of(new Operation.ZeroPadding(2, new Padding.Edges(1, 2, 3, 0)), image));
		cases.add(Case.of(new Operation.ZeroPadding(1, new Padding.Edges(1, 2, 0, 0)), sequence));
		cases.add(Case.of(new Operation.Cropping(2, new Padding.Edges(1, 2, 3, 0)), image));
		cases.add(Case.of(new Operation.Cropping(1, new Padding.Edges(1, 2, 0, 0)), sequence));
		cases.add(Case.of(new Operation.Upsampling(1, new int[] { 3, 1 }, false), sequence));
		for (boolean bilinear : new boolean[] { false, true }) {
			cases.add(Case.of(new Operation.Upsampling(2, new int[] { 2, 2 }, bilinear), image));
			cases.add(Case.of(new Operation.Upsampling(2, new int[] { 3, 1 }, bilinear), image));
		}
		Tensor words = new Tensor(new int[] { 2, 3 }, new float[] { 0, 6, 3, 3, 1, 5 });
		cases.add(Case.of(new Operation.Embedding(7, 4), words, "embeddings", Case.random(7, 4)));
	}

	private static void merged(List<Case> cases) {
		Tensor a = Case.random(2, 6, 7, 5), b = Case.positive(2, 6, 7, 5), c = Case.random(2, 1, 1, 5), d = Case.random(2, 6, 7, 1), one = Case.random(1, 6, 7, 5);
		for (Joined joined : Joined.values()) {
			Operation merge = new Operation.Merge(joined, -1);
			cases.add(new Case(Case.layer(merge, Curve.LINEAR), List.of(a, b)));
			if (joined == Joined.CONCATENATE) continue;
			cases.add(new Case(Case.layer(merge, Curve.LINEAR), List.of(a, c)));
			cases.add(new Case(Case.layer(merge, Curve.LINEAR), List.of(c, d)));
			cases.add(new Case(Case.layer(merge, Curve.LINEAR), List.of(a, one)));
			if (joined != Joined.SUBTRACT) cases.add(new Case(Case.layer(merge, Curve.LINEAR), List.of(d, a, b)));
		}
		cases.add(new Case(Case.layer(new Operation.Merge(Joined.CONCATENATE, -1), Curve.LINEAR), List.of(a, d, b)));
		cases.add(new Case(Case.layer(new Operation.Merge(Joined.CONCATENATE, 1), Curve.LINEAR), List.of(a, Case.random(2, 2, 7, 5))));
		cases.add(new Case(Case.layer(new Operation.Merge(Joined.CONCATENATE, 2), Curve.LINEAR), List.of(a, Case.random(2, 6, 1, 5))));
		cases.add(new Case(Case.layer(new Operation.Merge(Joined.CONCATENATE, -1), Curve.LINEAR), List.of(Case.random(2, 5), Case.random(2, 3))));
	}

	private static void recurrent(List<Case> cases) {
		Tensor x = Case.random(2, 6, 5);
		Activation tanh = Curve.TANH, sigmoid = Curve.SIGMOID;
		for (Cell cell : Cell.values())
			for (boolean sequences : new boolean[] { false, true })
				for (boolean backwards : new boolean[] { false, true })
					for (boolean after : cell == Cell.GRU ? new boolean[] { false, true } : new boolean[] { false }) {
						recurrent(cases, x, new Operation.Recurrent(cell, 4, tanh, sigmoid, sequences, backwards, after), true);
						recurrent(cases, x, new Operation.Recurrent(cell, 4, Activation.relu(), Curve.HARD_SIGMOID_6, sequences, backwards, after), false);
						recurrent(cases, x, new Operation.Recurrent(cell, 4, Curve.SILU, Curve.HARD_SIGMOID, sequences, backwards, after), false);
					}
	}

	private static void recurrent(List<Case> cases, Tensor x, Operation.Recurrent operation, boolean biased) {
		int gates = 4 * (operation.cell() == Cell.SIMPLE ? 1 : operation.cell() == Cell.LSTM ? 4 : 3);
		Tensor bias = operation.resetAfter() ? Case.random(2, gates) : Case.random(gates);
		cases.add(Case.of(operation, x, "kernel", Case.random(5, gates), "recurrent_kernel", Case.random(4, gates), "bias", biased ? bias : null));
	}

	static List<Case> activations() {
		List<Activation> all = new ArrayList<>(List.of(Curve.values()));
		all.addAll(List.of(Activation.relu(), Activation.leaky(0.3), new Activation.Relu(0, 0, 6), new Activation.Relu(0.2, 0.5, 1.5),
			new Activation.Relu(0, -0.5, 1), new Activation.Relu(0, 0.7, Double.POSITIVE_INFINITY), new Activation.Elu(1), new Activation.Elu(0.7),
			new Activation.Celu(1.3), new Activation.Shrink(0.5, false), new Activation.Shrink(0.5, true), new Activation.RandomRelu(3, 8, true, 1 / 5.5),
			new Activation.RandomRelu(0.125, 1 / 3.0, false, 0.229), new Activation.Softmax(-1, false), new Activation.Softmax(1, false),
			new Activation.Softmax(-1, true)));
		List<Case> cases = new ArrayList<>();
		for (int[] shape : SHAPES)
			for (Activation activation : all)
				cases.add(Case.of(activation, Case.random(shape)));
		Tensor far = new Tensor(new int[] { 1, 8 }, new float[] { -1000, -100, -60, -30, 30, 60, 100, 1000 });
		for (Activation activation : all)
			if (activation != Curve.EXPONENTIAL) cases.add(Case.of(activation, far));
		cases.add(Case.of(new Activation.Softmax(2, true), Case.random(2, 6, 7, 5)));
		int[][] slopes = { { 6, 7, 5 }, { 1, 1, 5 }, { 6, 7, 1 }, { 1, 7, 5 }, { 1, 1, 1 } };
		for (int[] slope : slopes)
			cases.add(Case.of(new Activation.PRelu(), Case.random(2, 6, 7, 5), "alpha", Case.random(slope)));
		cases.add(Case.of(new Activation.PRelu(), Case.random(2, 5), "alpha", Case.random(5)));
		return cases;
	}

	/** Values at which a function bends: there it has a value, but no slope. */
	static List<Case> corners() {
		Tensor x = new Tensor(new int[] { 1, 5 }, new float[] { 0.5f, 1.5f, 0, -0.5f, -1 });
		return List.of(Case.of(new Activation.Relu(0.2, 0.5, 1.5), x), Case.of(new Activation.Relu(0, 0.5, Double.POSITIVE_INFINITY), x), //
			Case.of(Curve.SPARSE_PLUS, x), Case.of(new Activation.Shrink(0.5, false), x), Case.of(new Activation.Shrink(0.5, true), x), //
			Case.of(new Activation.PRelu(), x, "alpha", Case.random(5)));
	}
}
