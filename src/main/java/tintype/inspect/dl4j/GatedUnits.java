package tintype.inspect.dl4j;

import java.util.Arrays;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Gated recurrent units (Cho et al. 2014) by ND4J's matrix products, as DeepLearning4J
 * has none. With x the input of a time and h what left the time before:
 *
 * <pre>
 * z, r = g(x W + h U + b)
 * n    = f(x W + b + (r h) U), or f(x W + b + r (h U + b')) with reset after
 * h'   = z h + (1 - z) n
 * </pre>
 */
final class GatedUnits implements Kernel.OfOne {

	private static final int UPDATE = 0, RESET = 1, NEW = 2, GATES = 3;

	private final Layer layer;
	private final Operation.Recurrent operation;
	private final IActivation activation;
	private final IActivation gate;
	private final INDArray kernel;
	private final INDArray recurrent;

	/** [2, gates * units]: of the input, and of the state. */
	private final INDArray bias;

	GatedUnits(Layer layer, Operation.Recurrent operation) {
		this.layer = layer;
		this.operation = operation;
		int units = operation.units(), all = GATES * units;
		activation = InPlace.of(layer, operation.activation());
		gate = InPlace.of(layer, operation.gates());
		kernel = ChannelOrder.put(Weights.of(layer, "kernel", -1, all));
		recurrent = ChannelOrder.put(Weights.of(layer, "recurrent_kernel", units, all));
		bias = ChannelOrder.put(operation.resetAfter() ? Weights.orElse(layer, "bias", 0, 2, all) : twoRows(Weights.orElse(layer, "bias", 0, all)));
	}

	private static Tensor twoRows(Tensor bias) {
		return new Tensor(new int[] { 2, bias.values().length }, Arrays.copyOf(bias.values(), 2 * bias.values().length));
	}

	/** All times, [batch, unit, time]. */
	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray all = Plain.empty(x.size(0), operation.units(), x.size(2));
		try (Scratch scratch = new Scratch()) {
			INDArray state = Nd4j.zeros(x.dataType(), x.size(0), operation.units());
			for (long time = 0; time < x.size(2); time++) {
				INDArray now = x.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(time));
				state = next(now.dup('c'), state);
				all.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(time)).assign(state);
			}
		}
		return all;
	}

	private INDArray next(INDArray x, INDArray state) {
		INDArray ofInput = x.mmul(kernel).addiRowVector(bias.getRow(0)), ofState = state.mmul(recurrent).addiRowVector(bias.getRow(1));
		INDArray update = gate.getActivation(part(ofInput, UPDATE).addi(part(ofState, UPDATE)), false);
		INDArray reset = gate.getActivation(part(ofInput, RESET).addi(part(ofState, RESET)), false);
		INDArray kept = operation.resetAfter() ? reset.mul(part(ofState, NEW)) : part(reset.mul(state).mmul(recurrent), NEW);
		INDArray fresh = activation.getActivation(part(ofInput, NEW).addi(kept), false);
		return update.mul(state).addi(update.rsub(1).mul(fresh));
	}

	/** A copy of what belongs to one gate. */
	private INDArray part(INDArray gates, int which) {
		return gates.get(NDArrayIndex.all(), NDArrayIndex.interval(which * operation.units(), (which + 1) * operation.units())).dup('c');
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		throw new TintypeException("Layer " + layer.name() + " is a GRU, whose derivative can't be computed: begin after it.");
	}

	@Override
	public void close() {
		kernel.close();
		recurrent.close();
		bias.close();
	}
}
