package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.params.LSTMParamInitializer;
import org.deeplearning4j.nn.params.SimpleRnnParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Recurrent layers by those of DeepLearning4J, which give all times, forwards. Backwards
 * what comes out is in the order of computation, the end of the sequence first. Inside
 * an LSTM of DeepLearning4J the order is new values, forget, output, input.
 */
record RecurrentKernel(Kernel.OfOne times, boolean sequences, boolean backwards) implements Kernel.OfOne {

	private static final int TIME = 2;

	static Kernel.OfOne of(Layer layer, Operation.Recurrent operation) {
		Kernel.OfOne times = switch (operation.cell()) {
			case SIMPLE -> simple(layer, operation);
			case LSTM -> longShortTerm(layer, operation);
			case GRU -> new GatedUnits(layer, operation);
		};
		return new RecurrentKernel(times, operation.sequences(), operation.backwards());
	}

	private static LayerKernel simple(Layer layer, Operation.Recurrent operation) {
		int units = operation.units();
		Tensor kernel = Weights.of(layer, "kernel", -1, units);
		var configuration = new SimpleRnn.Builder().nIn(kernel.shape()[0]).nOut(units).activation(InPlace.of(layer, operation.activation())).build();
		return new LayerKernel(configuration).with(SimpleRnnParamInitializer.WEIGHT_KEY, kernel) //
			.with(SimpleRnnParamInitializer.RECURRENT_WEIGHT_KEY, Weights.of(layer, "recurrent_kernel", units, units)) //
			.with(SimpleRnnParamInitializer.BIAS_KEY, Weights.orNull(layer, "bias", units));
	}

	private static LayerKernel longShortTerm(Layer layer, Operation.Recurrent operation) {
		int units = operation.units();
		Tensor kernel = Weights.of(layer, "kernel", -1, 4 * units);
		var configuration = new LSTM.Builder().nIn(kernel.shape()[0]).nOut(units).activation(InPlace.of(layer, operation.activation())) //
			.gateActivationFunction(InPlace.of(layer, operation.gates())).build();
		return new LayerKernel(configuration).with(LSTMParamInitializer.INPUT_WEIGHT_KEY, reordered(kernel)) //
			.with(LSTMParamInitializer.RECURRENT_WEIGHT_KEY, reordered(Weights.of(layer, "recurrent_kernel", units, 4 * units))) //
			.with(LSTMParamInitializer.BIAS_KEY, reordered(Weights.orElse(layer, "bias", 0, 4 * units)));
	}

	/** From input, forget, new, output to new, forget, output, input. */
	private static Tensor reordered(Tensor gates) {
		int[] order = { 2, 1, 3, 0 };
		int row = gates.shape()[gates.shape().length - 1], units = row / order.length;
		float[] values = new float[gates.values().length];
		for (int i = 0; i < values.length; i += units)
			System.arraycopy(gates.values(), i / row * row + order[i % row / units] * units, values, i, units);
		return new Tensor(gates.shape(), values);
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		try (INDArray input = backwards ? turned(x) : Plain.copy(x)) {
			INDArray all = times.forward(input, phase);
			if (sequences) return all;
			try (all) {
				INDArray last = Parts.of(all, TIME, all.size(TIME) - 1, 1);
				return Plain.shaped(last, last.size(0), last.size(1));
			}
		}
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		try (INDArray input = backwards ? turned(x) : Plain.copy(x); INDArray ofAll = sequences ? Plain.copy(ofOutput) : ofLast(ofOutput, x.size(TIME))) {
			INDArray ofInput = times.backward(input, ofAll);
			if (!backwards) return ofInput;
			try (ofInput) {
				return turned(ofInput);
			}
		}
	}

	private static INDArray ofLast(INDArray ofOutput, long times) {
		INDArray ofLast = Plain.shaped(ofOutput, ofOutput.size(0), ofOutput.size(1), 1, 1);
		INDArray all = new Border((int) times - 1, 0, 0, 0, 0).forward(ofLast, Phase.TEST);
		return Plain.shaped(all, all.size(0), all.size(1), times);
	}

	/** The last time first. */
	private static INDArray turned(INDArray x) {
		Tensor tensor = ChannelOrder.take(x);
		int times = tensor.shape()[1], channels = tensor.shape()[2];
		float[] turned = new float[tensor.values().length];
		for (int row = 0; row < turned.length / Math.max(1, channels); row++)
			System.arraycopy(tensor.values(), row * channels, turned, (row / times * times + times - 1 - row % times) * channels, channels);
		return ChannelOrder.put(new Tensor(tensor.shape(), turned));
	}

	@Override
	public void close() {
		times.close();
	}
}
