package tintype.inspect.dl4j;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tintype.inspect.Activation;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Tensor;
import tintype.inspect.Weight;

/** One layer with random weights, and random inputs that fit. */
record Case(Layer layer, List<Tensor> inputs) {

	/** Without an activation. @param weights in pairs of name and {@link Tensor} */
	static Case of(Operation operation, Tensor input, Object... weights) {
		return new Case(layer(operation, Activation.Curve.LINEAR, weights), List.of(input));
	}

	/** An activation alone. */
	static Case of(Activation activation, Tensor input, Object... weights) {
		return new Case(layer(new Operation.Identity(), activation, weights), List.of(input));
	}

	static Layer layer(Operation operation, Activation activation, Object... weights) {
		Map<String, Weight> named = new LinkedHashMap<>();
		for (int i = 0; i < weights.length; i += 2)
			if (weights[i + 1] != null) named.put((String) weights[i], new Weight((Tensor) weights[i + 1], true));
		return new Layer("it", operation.getClass().getSimpleName(), operation, activation, List.of("x"), named, "");
	}

	/** Normal numbers that follow from the shape. */
	static Tensor random(int... shape) {
		Random random = new Random(Arrays.hashCode(shape));
		float[] values = new float[(int) Tensor.count(shape)];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) random.nextGaussian();
		return new Tensor(shape, values);
	}

	/** Between 0.5 and 1.5. */
	static Tensor positive(int... shape) {
		Tensor tensor = random(shape);
		for (int i = 0; i < tensor.values().length; i++)
			tensor.values()[i] = (float) (1 + 0.5 * Math.tanh(tensor.values()[i]));
		return tensor;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		text.append(layer.operation() instanceof Operation.Identity ? layer.activation().toString() : layer.operation().getClass().getSimpleName());
		for (var part : layer.operation().getClass().getRecordComponents())
			text.append(' ').append(part.getName()).append(' ').append(shown(part));
		return text + " of " + inputs.stream().map(input -> Arrays.toString(input.shape())).toList() + " with " + layer.weights().keySet();
	}

	private String shown(RecordComponent part) {
		try {
			part.getAccessor().setAccessible(true);
			Object value = part.getAccessor().invoke(layer.operation());
			return value instanceof int[] numbers ? Arrays.toString(numbers) : String.valueOf(value);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
