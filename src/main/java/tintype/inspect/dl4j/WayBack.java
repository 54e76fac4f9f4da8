package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;
import tintype.inspect.Layer;
import tintype.inspect.Phase;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Tunnel.Side;

/** One run through a tunnel to a target, and the derivatives on the way back. */
final class WayBack implements AutoCloseable {

	private final Dl4jEngine engine;
	private final Map<String, Side> given;
	private final Target target;
	private final Progress progress;

	/** Those that the target depends on, in order. */
	private final List<Layer> layers;

	/** What was given as the input of a layer, and what left each. */
	private final Map<String, INDArray> entered = new HashMap<>(), before = new HashMap<>(), after = new HashMap<>();

	/** Derivatives by what left each layer after its activation, so far. */
	private final Map<String, INDArray> derivatives = new HashMap<>();
	private final Set<INDArray> owned = Collections.newSetFromMap(new IdentityHashMap<>());
	private int steps;

	WayBack(Dl4jEngine engine, Tunnel tunnel, Target target, Progress progress) {
		this.engine = engine;
		given = tunnel.given();
		this.target = target;
		this.progress = progress;
		Set<String> wanted = new HashSet<>(Set.of(target.layer()));
		for (int i = tunnel.layers().size() - 1; i >= 0; i--) {
			Layer layer = tunnel.layers().get(i);
			if (wanted.contains(layer.name()) && !given.containsKey(layer.name())) wanted.addAll(layer.inputs());
		}
		layers = tunnel.layers().stream().filter(layer -> wanted.contains(layer.name())).toList();
	}

	void forward(Map<String, Tensor> inputs) {
		for (Layer layer : layers) {
			step(layer);
			String name = layer.name();
			Side side = given.get(name);
			if (side != null) entered.put(name, own(engine.put(inputs.get(name))));
			boolean entersBefore = side == Side.INPUT && !layer.isInput();
			before.put(name, side == null || entersBefore ? own(engine.before(layer, read(layer), Phase.TEST)) : entered.get(name));
			boolean whole = side == Side.AFTER || layer.isInput();
			after.put(name, whole ? before.get(name) : own(engine.after(layer, before.get(name), Phase.TEST)));
		}
	}

	/** What a layer read. */
	private List<INDArray> read(Layer layer) {
		if (given.containsKey(layer.name())) return List.of(entered.get(layer.name()));
		return layer.inputs().stream().map(after::get).toList();
	}

	Map<String, Tensor> backward(Map<String, Tensor> inputs) {
		Map<String, Tensor> results = new LinkedHashMap<>();
		given.keySet().forEach(name -> results.put(name, new Tensor(inputs.get(name).shape(), new float[inputs.get(name).values().length])));
		for (int i = layers.size() - 1; i >= 0; i--) {
			Layer layer = layers.get(i);
			step(layer);
			INDArray derivative = layer.name().equals(target.layer()) ? seed(layer) : beforeActivation(layer, derivatives.get(layer.name()));
			if (derivative == null) continue;
			Side side = given.get(layer.name());
			if (side == null) pass(layer, derivative);
			else {
				boolean further = side == Side.INPUT && !layer.isInput();
				results.put(layer.name(), engine.take(further ? own(engine.ofInputs(layer, read(layer), derivative)).get(0) : derivative));
			}
		}
		return results;
	}

	/** The derivative of the target by what left its layer before the activation. */
	private INDArray seed(Layer layer) {
		INDArray ones = own(engine.put(target.ones(ChannelOrder.channelsLast(after.get(layer.name())))));
		return target.side() == Side.AFTER ? beforeActivation(layer, ones) : ones;
	}

	/** By what left a layer before its activation, or as it was given after it. */
	private INDArray beforeActivation(Layer layer, INDArray derivative) {
		boolean none = derivative == null || layer.activation().isLinear() || layer.isInput() || given.get(layer.name()) == Side.AFTER;
		if (none) return derivative;
		INDArray ofBefore = own(engine.ofBefore(layer, before.get(layer.name()), derivative));
		release(derivative);
		return ofBefore;
	}

	/** Adds a layer's derivatives to those by what it read. */
	private void pass(Layer layer, INDArray derivative) {
		List<INDArray> read = read(layer), ofRead = own(engine.ofInputs(layer, read, derivative));
		for (int i = 0; i < read.size(); i++)
			derivatives.merge(layer.inputs().get(i), ofRead.get(i), INDArray::addi);
		release(derivative);
	}

	private void step(Layer layer) {
		if (progress.canceled()) throw new CancellationException("Canceled");
		progress.report(steps++, 2L * layers.size(), layer.name());
	}

	private INDArray own(INDArray array) {
		owned.add(array);
		return array;
	}

	private List<INDArray> own(List<INDArray> arrays) {
		owned.addAll(arrays);
		return arrays;
	}

	private void release(INDArray array) {
		if (owned.remove(array)) engine.release(array);
	}

	@Override
	public void close() {
		new ArrayList<>(owned).forEach(this::release);
	}
}
