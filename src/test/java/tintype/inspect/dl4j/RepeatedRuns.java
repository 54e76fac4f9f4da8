package tintype.inspect.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Operation.Noise;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/**
 * Runs each kind of layer many times, there in both phases and back. Prints by how many
 * arrays of its input's size the process has grown for each run. See {@link NativeMemoryTest}.
 */
final class RepeatedRuns {

	private static final int RUNS = 40, FIRST = 10;

	/** 128 kB; the sequences 512 kB, as their many small views are freed by the collector only. */
	private static final Tensor IMAGE = Case.random(1, 64, 64, 8), SEQUENCE = Case.random(32, 16, 256), ROWS = Case.random(256, 128);

	private static final int[] TWO = { 2, 2 }, ONE = { 1, 1 }, THREE = { 3, 3 };

	static Stream<Case> cases() {
		List<Case> cases = new ArrayList<>(List.of( //
			convolution(ONE, Rule.SAME, 1), convolution(TWO, Rule.SAME, 1), convolution(ONE, Rule.VALID, 2), convolution(ONE, new Padding.Edges(0, 1, 0, 1), 1), //
			Case.of(new Operation.DepthwiseConvolution(2, 1, THREE, ONE, TWO, Rule.SAME), IMAGE, "depthwise_kernel", Case.random(3, 3, 8, 1)), //
			Case.of(new Operation.SeparableConvolution(2, 8, 1, THREE, ONE, ONE, Rule.SAME), IMAGE, "depthwise_kernel", Case.random(3, 3, 8, 1), //
				"pointwise_kernel", Case.random(1, 1, 8, 8)), //
			Case.of(new Operation.TransposedConvolution(2, 8, THREE, ONE, TWO, Rule.SAME, null), IMAGE, "kernel", Case.random(3, 3, 8, 8)), //
			Case.of(new Operation.Pooling(2, Taken.MAX, THREE, ONE, Rule.SAME, false), IMAGE), //
			Case.of(new Operation.Pooling(2, Taken.AVERAGE, THREE, ONE, new Padding.Edges(0, 1, 0, 1), false), IMAGE), //
			Case.of(new Operation.GlobalPooling(Taken.AVERAGE, true), IMAGE), //
			Case.of(new Operation.BatchNormalization(1e-3), IMAGE, "mean", Case.random(8), "variance", Case.positive(8)), //
			Case.of(new Operation.BatchNormalization(1e-3), ROWS, "mean", Case.random(128), "variance", Case.positive(128)), //
			Case.of(new Operation.LayerNormalization(1e-3, 1), IMAGE), //
			Case.of(new Operation.Dense(128), ROWS, "kernel", Case.random(128, 128)), //
			Case.of(new Operation.Dropout(Noise.DROPOUT, 0.5), IMAGE), //
			Case.of(new Operation.Flatten(), IMAGE), Case.of(new Operation.Permute(3, 1, 2), IMAGE), //
			Case.of(new Operation.Upsampling(2, TWO, false), IMAGE), Case.of(new Operation.Upsampling(2, TWO, true), IMAGE), //
			new Case(Case.layer(new Operation.Merge(Joined.MAXIMUM, -1), Curve.LINEAR), List.of(IMAGE, Case.random(1, 1, 1, 8), IMAGE)), //
			Case.of(new Activation.PRelu(), IMAGE, "alpha", Case.random(1, 1, 8))));
		for (Cell cell : Cell.values())
			cases.add(recurrent(cell));
		for (Activation activation : List.of(Activation.relu(), new Activation.Relu(0.2, 0.5, 1.5), new Activation.Elu(0.7), Curve.SILU, //
			Curve.GELU, Curve.SOFTPLUS, new Activation.Softmax(-1, false), new Activation.Softmax(-1, true)))
			cases.add(Case.of(activation, IMAGE));
		return cases.stream();
	}

	private static Case convolution(int[] stride, Padding padding, int dilation) {
		return Case.of(new Operation.Convolution(2, 8, THREE, stride, new int[] { dilation, dilation }, padding, 1), IMAGE, "kernel", Case.random(3, 3, 8, 8));
	}

	private static Case recurrent(Cell cell) {
		int gates = cell == Cell.SIMPLE ? 16 : cell == Cell.LSTM ? 64 : 48;
		return Case.of(new Operation.Recurrent(cell, 16, Curve.TANH, Curve.SIGMOID, true, false, false), SEQUENCE, //
			"kernel", Case.random(256, gates), "recurrent_kernel", Case.random(16, gates));
	}

	private RepeatedRuns() {}

	public static void main(String[] args) {
		cases().forEach(given -> {
			long early = 0;
			boolean back = !(given.layer().operation() instanceof Operation.Recurrent recurrent && recurrent.cell() == Cell.GRU);
			try (Dl4jEngine engine = new Dl4jEngine()) {
				List<INDArray> inputs = given.inputs().stream().map(engine::put).toList();
				for (int run = 0; run < FIRST + RUNS; run++) {
					if (run == FIRST) early = Pointer.physicalBytes();
					run(engine, given, inputs, Phase.training(run), false);
					run(engine, given, inputs, Phase.TEST, back);
				}
				System.out.println((double) (Pointer.physicalBytes() - early) / RUNS / Float.BYTES / given.inputs().get(0).values().length + " " + given);
				inputs.forEach(engine::release);
			}
		});
	}

	private static void run(Dl4jEngine engine, Case given, List<INDArray> inputs, Phase phase, boolean back) {
		INDArray before = engine.before(given.layer(), inputs, phase), after = engine.after(given.layer(), before, phase);
		if (back) {
			boolean linear = given.layer().activation().isLinear();
			INDArray ones = Plain.filled(1, after.shape()), ofBefore = linear ? ones : engine.ofBefore(given.layer(), before, ones);
			engine.ofInputs(given.layer(), inputs, ofBefore).forEach(engine::release);
			engine.release(ofBefore);
			if (!linear) engine.release(ones);
		}
		if (before != inputs.get(0)) engine.release(before);
		if (after != before) engine.release(after);
	}
}
