package tintype.inspect.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Phase;

/** Several inputs as one, by ND4J's operations. */
record Merging(Operation.Merge operation) implements Kernel {

	@Override
	public INDArray forward(List<INDArray> inputs, Phase phase) {
		INDArray first = inputs.get(0);
		if (operation.joined() == Joined.CONCATENATE) return Parts.joined(inputs, ChannelOrder.axis(operation.axis(), first.rank()));
		INDArray merged = inputs.size() == 1 ? Plain.copy(first) : computed(name(), first, inputs.get(1));
		for (int i = 2; i < inputs.size(); i++)
			try (INDArray before = merged) {
				merged = computed(name(), before, inputs.get(i));
			}
		return operation.joined() == Joined.AVERAGE ? merged.divi(inputs.size()) : merged;
	}

	/** As ND4J calls it. */
	private String name() {
		return switch (operation.joined()) {
			case SUBTRACT -> "subtract";
			case MULTIPLY -> "multiply";
			case MAXIMUM -> "maximum";
			case MINIMUM -> "minimum";
			default -> "add";
		};
	}

	/** Edges of 1 are repeated. */
	private static INDArray computed(String name, INDArray a, INDArray b) {
		INDArray result = Plain.empty(IntStream.range(0, a.rank()).mapToLong(axis -> a.size(axis) == 1 ? b.size(axis) : a.size(axis)).toArray());
		Nd4j.exec(DynamicCustomOp.builder(name).addInputs(a, b).addOutputs(result).build());
		return result;
	}

	@Override
	public List<INDArray> backward(List<INDArray> inputs, INDArray ofOutput) {
		if (operation.joined() == Joined.CONCATENATE) return cut(inputs, ofOutput);
		List<INDArray> ofInputs = new ArrayList<>();
		for (int i = 0; i < inputs.size(); i++)
			try (INDArray repeated = ofRepeated(inputs, i, ofOutput)) {
				ofInputs.add(summed(repeated, inputs.get(i)));
			}
		return ofInputs;
	}

	private List<INDArray> cut(List<INDArray> inputs, INDArray ofOutput) {
		int axis = ChannelOrder.axis(operation.axis(), ofOutput.rank());
		List<INDArray> ofInputs = new ArrayList<>();
		long from = 0;
		for (INDArray input : inputs) {
			ofInputs.add(Parts.of(ofOutput, axis, from, input.size(axis)));
			from += input.size(axis);
		}
		return ofInputs;
	}

	/** The derivative by an input whose edges were all as long as those of the output. */
	private INDArray ofRepeated(List<INDArray> inputs, int which, INDArray ofOutput) {
		return switch (operation.joined()) {
			case AVERAGE -> Plain.copy(ofOutput).divi(inputs.size());
			case SUBTRACT -> which == 0 ? Plain.copy(ofOutput) : Plain.copy(ofOutput).negi();
			case MULTIPLY -> ofFactor(inputs, which, ofOutput);
			case MAXIMUM, MINIMUM -> ofChosen(inputs, which, ofOutput);
			default -> Plain.copy(ofOutput);
		};
	}

	private static INDArray ofFactor(List<INDArray> inputs, int which, INDArray ofOutput) {
		INDArray product = Plain.copy(ofOutput);
		for (int i = 0; i < inputs.size(); i++)
			if (i != which) try (INDArray before = product) {
				product = computed("multiply", before, inputs.get(i));
			}
		return product;
	}

	/** Where several are the largest, the first of them is what was taken. */
	private INDArray ofChosen(List<INDArray> inputs, int which, INDArray ofOutput) {
		float sign = operation.joined() == Joined.MAXIMUM ? 1 : -1;
		List<float[]> values = inputs.stream().map(input -> repeated(input, ofOutput)).toList();
		INDArray chosen = Plain.copy(ofOutput);
		FloatBuffer derivatives = Plain.buffer(chosen);
		for (int i = 0; i < derivatives.capacity(); i++) {
			int largest = 0;
			for (int input = 1; input < values.size(); input++)
				if (sign * values.get(input)[i] > sign * values.get(largest)[i]) largest = input;
			if (largest != which) derivatives.put(i, 0);
		}
		Reference.reachabilityFence(chosen);
		return chosen;
	}

	private static float[] repeated(INDArray input, INDArray like) {
		float[] values = new float[(int) like.length()];
		try (INDArray zeros = Plain.filled(0, like.shape()); INDArray repeated = computed("add", input, zeros)) {
			Plain.buffer(repeated).get(values);
		}
		return values;
	}

	/** Summed over the edges that were repeated. */
	private static INDArray summed(INDArray ofRepeated, INDArray input) {
		int[] axes = IntStream.range(0, input.rank()).filter(axis -> input.size(axis) < ofRepeated.size(axis)).toArray();
		if (axes.length == 0) return Plain.copy(ofRepeated);
		try (Scratch scratch = new Scratch()) {
			return Plain.own(ofRepeated.sum(true, axes));
		}
	}
}
