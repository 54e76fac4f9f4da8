package tintype.inspect.dl4j;

import java.util.Map;

import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;

/**
 * How much a number within a network changes with each number of its input: the
 * derivative as after training, backwards layer by layer (Simonyan, Vedaldi &amp;
 * Zisserman 2014 call it an image-specific saliency map). Nothing is drawn, and batch
 * normalisation keeps its running statistics.
 */
public final class InputGradient {

	private InputGradient() {}

	/**
	 * The derivatives by what is given at the tunnel's beginning. Where a function has a
	 * corner, such as a ReLU at 0, it is that of one side. All values up to the target are
	 * kept while this runs.
	 *
	 * @param inputs   for each name of {@link Tunnel#given()} its values, batch first, channels last
	 * @param target   in the tunnel
	 * @param progress asked before each layer whether to go on
	 * @return for each given name the derivative by its values, of their shape; 0 where
	 *         the target does not depend on them
	 * @throws TintypeException      if inputs do not fit, the target is not among the
	 *                               values, or a layer has no derivative
	 * @throws java.util.concurrent.CancellationException when the caller cancels
	 */
	public static Map<String, Tensor> of(Dl4jEngine engine, Tunnel tunnel, Map<String, Tensor> inputs, Target target, Progress progress) {
		for (String name : tunnel.given().keySet())
			if (!inputs.containsKey(name)) throw new TintypeException("No values were given for " + name + ": give one tensor for each input.");
		if (tunnel.layers().stream().noneMatch(layer -> layer.name().equals(target.layer())))
			throw new TintypeException("Layer " + target.layer() + " is not on the way: choose one that follows from where values are given.");
		try (WayBack way = new WayBack(engine, tunnel, target, progress)) {
			way.forward(inputs);
			return way.backward(inputs);
		}
	}
}
