package tintype.inspect.dl4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tintype.Progress;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Phase;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Tunnel.Side;
import tintype.inspect.plain.Recomputation;

/** Derivatives by central differences in double precision. */
final class Differences {

	private static final double STEP = 1e-5;
	private static final Recomputation WITNESS = new Recomputation(Progress.NONE);

	private Differences() {}

	/** By each value that is given at a tunnel's only beginning. */
	static double[] of(Tunnel tunnel, String from, Tensor x, Target target) {
		double[] slopes = new double[x.values().length];
		for (int i = 0; i < slopes.length; i++)
			slopes[i] = (number(tunnel, from, moved(x, i, STEP), target) - number(tunnel, from, moved(x, i, -STEP), target)) / (2 * STEP);
		return slopes;
	}

	private static DoubleTensor moved(Tensor x, int i, double step) {
		DoubleTensor moved = DoubleTensor.of(x);
		moved.values()[i] += step;
		return moved;
	}

	private static double number(Tunnel tunnel, String from, DoubleTensor x, Target target) {
		Map<String, DoubleTensor> left = new HashMap<>();
		for (Layer layer : tunnel.layers()) {
			Side side = layer.name().equals(from) ? tunnel.given().get(from) : null;
			List<DoubleTensor> read = side == null ? layer.inputs().stream().map(left::get).toList() : List.of(x);
			boolean given = side == Side.BEFORE || side == Side.AFTER || layer.isInput();
			DoubleTensor before = given ? x : WITNESS.before(layer, read, Phase.TEST);
			DoubleTensor after = side == Side.AFTER || layer.isInput() ? before : WITNESS.after(layer, before, Phase.TEST);
			left.put(layer.name(), after);
			if (layer.name().equals(target.layer())) return sum(target.side() == Side.BEFORE ? before : after, target);
		}
		throw new IllegalArgumentException(target.layer());
	}

	private static double sum(DoubleTensor values, Target target) {
		float[] ones = target.ones(values.shape()).values();
		double sum = 0;
		for (int i = 0; i < ones.length; i++)
			sum += ones[i] * values.values()[i];
		return sum;
	}
}
