package tintype.inspect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers, weights and values for tests. */
public final class Layers {

	private Layers() {}

	/** A layer that reads others. Its weights are in pairs of name and {@link Tensor}. */
	public static Layer named(String name, Operation operation, Activation activation, List<String> inputs, Object... weights) {
		Map<String, Weight> named = new LinkedHashMap<>();
		for (int i = 0; i < weights.length; i += 2)
			named.put((String) weights[i], new Weight((Tensor) weights[i + 1], true));
		return new Layer(name, operation.getClass().getSimpleName(), operation, activation, inputs, named, "");
	}

	/** A layer called "it" that reads "x", without an activation. */
	public static Layer of(Operation operation, Object... weights) {
		return named("it", operation, Activation.Curve.LINEAR, List.of("x"), weights);
	}

	/** A layer called "it" that is only an activation. */
	public static Layer of(Activation activation, Object... weights) {
		return named("it", new Operation.Identity(), activation, List.of("x"), weights);
	}

	/** All values the same. */
	public static Tensor filled(double value, int... shape) {
		float[] values = new float[(int) Tensor.count(shape)];
		Arrays.fill(values, (float) value);
		return new Tensor(shape, values);
	}

	/** Value i is sin(phase + i), rounded to single precision. */
	public static Tensor waves(double phase, int... shape) {
		Tensor waves = filled(0, shape);
		for (int i = 0; i < waves.values().length; i++)
			waves.values()[i] = (float) Math.sin(phase + i);
		return waves;
	}

	/** These values. */
	public static Tensor tensor(int[] shape, double... values) {
		Tensor tensor = filled(0, shape);
		for (int i = 0; i < values.length; i++)
			tensor.values()[i] = (float) values[i];
		if (values.length != tensor.values().length) throw new IllegalArgumentException(values.length + " values for " + tensor);
		return tensor;
	}
}
