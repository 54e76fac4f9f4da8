package tintype.inspect;

import java.util.List;
import java.util.Map;

/**
 * One row of a network.
 *
 * @param name       unique in its network
 * @param type       what the file calls it, e.g. "Conv2D"
 * @param operation  what it computes before its activation
 * @param activation {@link Activation.Curve#LINEAR} where it has none
 * @param inputs     names of the layers that it reads, in order; none for an input
 * @param weights    by the names that its {@link Operation} states, in that order
 * @param note       what a user should know of it, e.g. that the file's order was another; or ""
 */
public record Layer(String name, String type, Operation operation, Activation activation, List<String> inputs,
	Map<String, Weight> weights, String note)
{

	/** Whether values come in here. */
	public boolean isInput() {
		return operation instanceof Operation.Input;
	}

	/** The values of a weight, or null if the layer has none of this name. */
	public Tensor weight(String key) {
		Weight weight = weights.get(key);
		return weight == null ? null : weight.tensor();
	}

	/** Number of parameters. */
	public long parameters() {
		return weights.values().stream().mapToLong(Weight::count).sum();
	}

	/** Number of parameters that training changes. */
	public long trainable() {
		return weights.values().stream().filter(Weight::trainable).mapToLong(Weight::count).sum();
	}
}
