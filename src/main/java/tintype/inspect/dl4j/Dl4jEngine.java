package tintype.inspect.dl4j;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.TintypeException;
import tintype.inspect.Engine;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.nn.Backend;
import tintype.nn.ColorModel;

/**
 * Computes layers with DeepLearning4J's own, one at a time and without their activation,
 * and with ND4J's operations where it has none. Values are float32 arrays [batch,
 * channel, y, x]: the channels of a tensor, its last axis, come second.
 * <p>
 * Layers are made when they are first computed, with copies of their weights, and kept
 * until {@link #close()}. What is drawn in training comes from
 * {@link tintype.inspect.Draws}, draw i for value i in the tensor's order. One thread at
 * a time.
 */
public final class Dl4jEngine implements Engine<INDArray> {

	/** By identity, as records compare all weights. */
	private final Map<Layer, Kernel> kernels = new IdentityHashMap<>();
	private final Map<Layer, Kernel.OfOne> activations = new IdentityHashMap<>();

	/** @throws TintypeException if the native libraries do not load */
	public Dl4jEngine() {
		Backend.start();
	}

	@Override
	public INDArray put(Tensor tensor) {
		return ChannelOrder.put(tensor);
	}

	@Override
	public Tensor take(INDArray values) {
		return ChannelOrder.take(values);
	}

	/** @throws OutOfMemoryError if the layer needs more native memory than there is */
	@Override
	public INDArray before(Layer layer, List<INDArray> inputs, Phase phase) {
		new InputCheck(layer, inputs.stream().map(ChannelOrder::channelsLast).toList()).run();
		return handsOn(layer, phase) ? inputs.get(0) : computed(layer, () -> kernel(layer).forward(inputs, phase));
	}

	private static boolean handsOn(Layer layer, Phase phase) {
		return layer.operation() instanceof Operation.Identity || layer.operation() instanceof Operation.Dropout && !phase.training();
	}

	/** @throws OutOfMemoryError if the layer needs more native memory than there is */
	@Override
	public INDArray after(Layer layer, INDArray before, Phase phase) {
		if (layer.activation().isLinear()) return before;
		return computed(layer, () -> activation(layer).forward(before, phase));
	}

	/**
	 * The derivatives by what a layer reads, as after training.
	 *
	 * @param inputs   what it read; they stay as they are
	 * @param ofBefore derivative by what left it before its activation; overwritten
	 */
	List<INDArray> ofInputs(Layer layer, List<INDArray> inputs, INDArray ofBefore) {
		return computed(layer, () -> kernel(layer).backward(inputs, ofBefore));
	}

	/**
	 * The derivative by what left a layer before its activation, as after training.
	 *
	 * @param before  stays as it is
	 * @param ofAfter derivative by what left it after that; overwritten
	 */
	INDArray ofBefore(Layer layer, INDArray before, INDArray ofAfter) {
		return computed(layer, () -> activation(layer).backward(before, ofAfter));
	}

	private Kernel kernel(Layer layer) {
		return kernels.computeIfAbsent(layer, Kernels::of);
	}

	private Kernel.OfOne activation(Layer layer) {
		return activations.computeIfAbsent(layer, Activations::of);
	}

	/** What ND4J and DeepLearning4J throw names neither the layer nor a way out. */
	private static <T> T computed(Layer layer, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (RuntimeException e) {
			if (ColorModel.isOutOfMemory(e)) throw (Error) new OutOfMemoryError("Layer " + layer.name() + " needs more native memory than there is").initCause(e);
			throw new TintypeException("Layer " + layer.name() + " could not be computed by DeepLearning4J (" + e.getMessage() + "): check the shape of the input.", e);
		}
	}

	@Override
	public void release(INDArray values) {
		values.close();
	}

	@Override
	public void close() {
		kernels.values().forEach(Kernel::close);
		activations.values().forEach(Kernel::close);
		kernels.clear();
		activations.clear();
	}
}
