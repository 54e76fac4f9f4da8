package tintype;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import tintype.inspect.Copies;
import tintype.inspect.Engine;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Phase;
import tintype.inspect.Summary;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Verification;
import tintype.inspect.Verified;
import tintype.inspect.dl4j.Dl4jEngine;
import tintype.inspect.dl4j.InputGradient;
import tintype.inspect.plain.Recomputation;
import tintype.inspect.read.Dl4jFile;
import tintype.inspect.read.NetworkFile;
import tintype.nn.ModelFile;
import tintype.nn.Tensors;

/**
 * Opens a network and looks into it:
 *
 * <pre>
 * try (Inspector network = Inspector.open("digits.h5")) {
 * 	String table = SummaryText.lines(network.summary());
 * 	Tensor sums = network.before("conv2d_1", digit), maps = network.after("conv2d_1", digit);
 * 	List&lt;Verified&gt; differences = network.verify(digit);
 * }
 * </pre>
 *
 * Tensors are channels last, [image, y, x, channel], whatever the file's order. One
 * thread at a time.
 */
public final class Inspector implements AutoCloseable {

	/**
	 * Sees what leaves each layer; values are fetched only when asked for, and only while it
	 * looks. Where a layer or its activation changes nothing, the same tensor may come again.
	 */
	public interface Watcher {

		/** @param before what leaves the layer before its activation; after: after it */
		void passed(Layer layer, Supplier<Tensor> before, Supplier<Tensor> after);

		/** Told of a layer that cannot be computed. @param reason one sentence */
		default void skipped(Layer layer, String reason) {}
	}

	private final LayerGraph graph;

	/** Made when first needed: a summary needs no native libraries. */
	private Dl4jEngine engine;

	private Inspector(LayerGraph graph) {
		this.graph = graph;
	}

	/**
	 * Opens a network.
	 *
	 * @param model {@code default} or {@code colornet}, which come with Tintype, or a file:
	 *              a model of Tintype, another DeepLearning4J zip, or Keras's .h5 or .keras
	 * @throws TintypeException if it is missing, damaged, or no network that can be read
	 */
	public static Inspector open(String model) {
		if (!ModelFile.isReady(model)) return new Inspector(NetworkFile.open(path(model)));
		try (InputStream stream = ModelFile.ready(model)) {
			return new Inspector(Dl4jFile.read(stream, model));
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path path(String model) {
		try {
			return Path.of(model);
		}
		catch (InvalidPathException e) {
			throw new TintypeException("There is no model file " + model + ": choose a model file, or \"default\" or \"colornet\".", e);
		}
	}

	/** The network's layers and weights. */
	public LayerGraph graph() {
		return graph;
	}

	/** Whether it is one of Tintype's models, which read lightness. */
	public boolean isTintype() {
		return graph.format().startsWith("Tintype");
	}

	/** What Tintype's models read for a lightness: -1 for black, 1 for white. @param lightness L, 0 to 100 */
	public static float scaledLightness(float lightness) {
		return Tensors.scaled(lightness);
	}

	/** Its layers in figures, with the edges that the file states. */
	public Summary summary() {
		return Summary.of(graph);
	}

	/**
	 * Its layers in figures, for this input.
	 *
	 * @throws TintypeException if it does not fit
	 */
	public Summary summary(Map<String, Tensor> inputs) {
		Map<String, int[]> edges = new HashMap<>();
		inputs.forEach((name, tensor) -> {
			int[] shape = tensor.shape();
			edges.put(name, Arrays.copyOfRange(shape, 1, shape.length));
		});
		return Summary.of(graph, edges);
	}

	/**
	 * The name of a layer.
	 *
	 * @param text its name, or its row in the summary, from 1
	 * @throws TintypeException if there is none
	 */
	public String name(String text) {
		String wanted = text.strip();
		if (graph.layers().stream().anyMatch(layer -> layer.name().equals(wanted))) return wanted;
		List<Layer> rows = graph.layers().stream().filter(layer -> !layer.isInput()).toList();
		int row = wanted.matches("\\d{1,6}") ? Integer.parseInt(wanted) : 0;
		return row >= 1 && row <= rows.size() ? rows.get(row - 1).name() : graph.layer(wanted).name();
	}

	/** The network from its inputs to a layer. */
	public Tunnel to(String layer) {
		List<Layer> inputs = graph.inputs();
		return inputs.size() == 1 ? Tunnel.of(graph, inputs.get(0).name(), Tunnel.Side.INPUT, layer) : Tunnel.whole(graph);
	}

	/**
	 * Runs a part of the network.
	 *
	 * @param inputs for each name of {@link Tunnel#given()} its values
	 * @throws TintypeException      if values are missing or do not fit
	 * @throws CancellationException when the caller cancels
	 */
	public void run(Tunnel tunnel, Map<String, Tensor> inputs, Phase phase, Watcher watcher, Progress progress) {
		run(engine(), tunnel, inputs, phase, watcher, progress);
	}

	private static <A> void run(Engine<A> engine, Tunnel tunnel, Map<String, Tensor> inputs, Phase phase, Watcher watcher, Progress progress) {
		Copies<A> copies = new Copies<>(engine);
		tunnel.run(engine, inputs, phase, new Tunnel.Visitor<A>() {

			@Override
			public void visit(Layer layer, A before, A after) {
				watcher.passed(layer, () -> copies.of(before), () -> copies.of(after));
			}

			@Override
			public void skipped(Layer layer, String reason) {
				watcher.skipped(layer, reason);
			}
		}, progress);
	}

	/**
	 * What leaves a layer before its activation, after training.
	 *
	 * @param layer name or row
	 * @param input of the network, batch first
	 * @throws TintypeException if the layer cannot be computed, or the input does not fit
	 */
	public Tensor before(String layer, Tensor input) {
		return value(name(layer), input, true);
	}

	/** What leaves a layer after its activation; the rest as {@link #before}. */
	public Tensor after(String layer, Tensor input) {
		return value(name(layer), input, false);
	}

	private Tensor value(String name, Tensor input, boolean before) {
		AtomicReference<Tensor> value = new AtomicReference<>();
		run(to(name), given(input), Phase.TEST, new Watcher() {

			@Override
			public void passed(Layer layer, Supplier<Tensor> early, Supplier<Tensor> late) {
				if (layer.name().equals(name)) value.set((before ? early : late).get());
			}

			@Override
			public void skipped(Layer layer, String reason) {
				if (layer.name().equals(name)) throw new TintypeException(reason);
			}
		}, Progress.NONE);
		return value.get();
	}

	/** One tensor for the one input of the network. */
	public Map<String, Tensor> given(Tensor input) {
		List<Layer> inputs = graph.inputs();
		if (inputs.size() != 1) throw new TintypeException(graph.title() + " reads " + inputs.size() + " inputs, but one was given: begin behind them.");
		return Map.of(inputs.get(0).name(), input);
	}

	/** Computes every layer a second time, in double precision and without DeepLearning4J, and compares. */
	public List<Verified> verify(Tensor input) {
		return verify(Tunnel.whole(graph), given(input), Phase.TEST, Progress.NONE);
	}

	/**
	 * The same for a part of the network.
	 *
	 * @throws TintypeException      if values are missing or do not fit
	 * @throws CancellationException when the caller cancels
	 */
	public List<Verified> verify(Tunnel tunnel, Map<String, Tensor> inputs, Phase phase, Progress progress) {
		try (Recomputation witness = new Recomputation(progress)) {
			List<Verified> rows = Verification.of(tunnel, inputs, phase, engine(), witness, progress);
			return rows.stream().filter(row -> !graph.layer(row.layer()).isInput()).toList();
		}
	}

	/**
	 * How much a number changes with each number of the input, as after training
	 * (Simonyan, Vedaldi &amp; Zisserman 2014); see {@link InputGradient}.
	 *
	 * @param target in the tunnel
	 * @return for each given name the derivatives by its values, of their shape
	 * @throws TintypeException      if there is no such number, or a layer has no derivative
	 * @throws CancellationException when the caller cancels
	 */
	public Map<String, Tensor> gradient(Tunnel tunnel, Map<String, Tensor> inputs, Target target, Progress progress) {
		return InputGradient.of(engine(), tunnel, inputs, target, progress);
	}

	private Dl4jEngine engine() {
		if (engine == null) engine = new Dl4jEngine();
		return engine;
	}

	@Override
	public void close() {
		if (engine != null) engine.close();
	}
}
