package tintype.inspect.plain;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import tintype.inspect.Activation;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Draws;
import tintype.inspect.Phase;

/** What an activation makes of a whole tensor. */
final class Activations {

	private Activations() {}

	static DoubleTensor after(Demands demands, Phase phase, Rows rows) {
		Activation activation = demands.layer().activation();
		DoubleTensor x = demands.only();
		if (activation instanceof Activation.Softmax softmax) return Softmaxes.along(demands, softmax, x, rows);
		if (activation instanceof Activation.PRelu) return parametric(demands, x, rows);
		if (activation instanceof Activation.RandomRelu random) return random(demands, random, x, phase, rows);
		DoubleUnaryOperator function = Nonlinearities.function(activation);
		DoubleTensor after = demands.zeros(x.shape());
		rows.blocks(x.values().length, (from, to) -> {
			for (int i = from; i < to; i++)
				after.values()[i] = function.applyAsDouble(x.values()[i]);
		});
		return after;
	}

	/** In a recurrent layer: on one sample's units. */
	static void vector(Activation activation, double[] values, int from, int to) {
		if (activation instanceof Activation.Softmax softmax) Softmaxes.line(values, values, from, 1, to - from, softmax.logarithmic());
		else {
			DoubleUnaryOperator function = Nonlinearities.function(activation);
			for (int i = from; i < to; i++)
				values[i] = function.applyAsDouble(values[i]);
		}
	}

	private static DoubleTensor parametric(Demands demands, DoubleTensor x, Rows rows) {
		int[] shape = x.shape(), edges = Arrays.copyOfRange(shape, 1, shape.length);
		int[] own = demands.layer().weight("alpha") == null ? edges : demands.layer().weight("alpha").shape();
		if (own.length != edges.length) throw demands.refused(own.length + 1 + " axes");
		int[] steps = new int[shape.length], strides = Reshaping.strides(own);
		for (int axis = 0; axis < own.length; axis++)
			if (own[axis] == 1) edges[axis] = 1;
			else steps[axis + 1] = strides[axis];
		double[] alpha = demands.weight("alpha", edges);
		DoubleTensor after = demands.zeros(shape);
		rows.blocks(x.values().length, (from, to) -> {
			for (int i = from; i < to; i++)
				after.values()[i] = bent(x.values()[i], alpha[Reshaping.place(i, shape, steps)]);
		});
		return after;
	}

	/** In training, of {@link Draws}, draw i makes the slope of value i, whatever its sign: lower + (upper - lower) draw. */
	private static DoubleTensor random(Demands demands, Activation.RandomRelu random, DoubleTensor x, Phase phase, Rows rows) {
		double[] draws = phase.training() ? Draws.uniform(phase, demands.layer().name(), x.values().length) : null;
		DoubleTensor after = demands.zeros(x.shape());
		rows.blocks(x.values().length, (from, to) -> {
			for (int i = from; i < to; i++) {
				double slope = random.testSlope();
				if (draws != null) {
					double drawn = random.lower() + (random.upper() - random.lower()) * draws[i];
					slope = random.dividing() ? 1 / drawn : drawn;
				}
				after.values()[i] = bent(x.values()[i], slope);
			}
		});
		return after;
	}

	private static double bent(double x, double slope) {
		return x > 0 ? x : slope * x;
	}
}
