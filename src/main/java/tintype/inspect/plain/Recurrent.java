package tintype.inspect.plain;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;

/**
 * Layers that go through a sequence and remember. With x the input of a time, h what
 * left the time before (0 at first), W the kernel, U the recurrent kernel, b the bias,
 * f the activation and g that of the gates:
 *
 * <pre>
 * simple  h' = f(x W + h U + b)
 * LSTM    i, F, o = g(x W + h U + b), n = f(x W + h U + b), each with its own part of W, U and b
 *         c' = F c + i n, h' = o f(c')                            (Hochreiter &amp; Schmidhuber 1997)
 * GRU     z, r = g(x W + h U + b)
 *         n = f(x W + (r h) U + b), or f(x W + b + r (h U + b2)) with reset after
 *         h' = z h + (1 - z) n                                          (Cho et al. 2014)
 * </pre>
 */
final class Recurrent {

	private final Operation.Recurrent operation;
	private final int in, units, gates;
	private final float[] kernel, recurrent;
	private final double[] bias;

	/** Of a GRU that resets after; else zeros. */
	private final double[] recurrentBias;

	private Recurrent(Demands demands, Operation.Recurrent operation, int in) {
		this.operation = operation;
		this.in = in;
		units = operation.units();
		gates = units * switch (operation.cell()) {
			case SIMPLE -> 1;
			case LSTM -> 4;
			case GRU -> 3;
		};
		kernel = demands.large("kernel", in, gates);
		recurrent = demands.large("recurrent_kernel", units, gates);
		boolean two = operation.cell() == Cell.GRU && operation.resetAfter();
		double[] all = two ? demands.weightOr(0, "bias", 2, gates) : demands.weightOr(0, "bias", gates);
		bias = new double[gates];
		recurrentBias = new double[gates];
		System.arraycopy(all, 0, bias, 0, gates);
		if (two) System.arraycopy(all, gates, recurrentBias, 0, gates);
	}

	/** Backwards, what leaves stands in the order in which it was computed, as in Keras. */
	static DoubleTensor walked(Demands demands, Operation.Recurrent operation, Rows rows) {
		Image x = demands.images(1);
		Recurrent layer = new Recurrent(demands, operation, x.channels());
		int times = x.height(), units = operation.units();
		DoubleTensor left = operation.sequences() ? demands.zeros(x.batch(), times, units) : demands.zeros(x.batch(), units);
		rows.each(x.batch(), row -> {
			double[] state = new double[units], cell = new double[units];
			for (int time = 0; time < times; time++) {
				rows.ask();
				layer.step(x.values(), x.index(row, operation.backwards() ? times - 1 - time : time, 0), state, cell);
				if (operation.sequences()) System.arraycopy(state, 0, left.values(), (row * times + time) * units, units);
			}
			if (!operation.sequences()) System.arraycopy(state, 0, left.values(), row * units, units);
		});
		return left;
	}

	private void step(double[] x, int from, double[] state, double[] cell) {
		double[] ofInput = bias.clone(), ofState = recurrentBias.clone();
		Products.add(x, from, in, kernel, 0, ofInput, 0, gates);
		Products.add(state, 0, units, recurrent, 0, ofState, 0, gates);
		switch (operation.cell()) {
			case SIMPLE -> simple(ofInput, ofState, state);
			case LSTM -> longShortTerm(ofInput, ofState, state, cell);
			case GRU -> gated(ofInput, ofState, state);
		}
	}

	private void simple(double[] ofInput, double[] ofState, double[] state) {
		for (int unit = 0; unit < units; unit++)
			state[unit] = ofInput[unit] + ofState[unit];
		Activations.vector(operation.activation(), state, 0, units);
	}

	private void longShortTerm(double[] ofInput, double[] ofState, double[] state, double[] cell) {
		double[] gate = new double[gates];
		for (int i = 0; i < gates; i++)
			gate[i] = ofInput[i] + ofState[i];
		int forget = units, fresh = 2 * units, out = 3 * units;
		Activations.vector(operation.gates(), gate, 0, forget);
		Activations.vector(operation.gates(), gate, forget, fresh);
		Activations.vector(operation.activation(), gate, fresh, out);
		Activations.vector(operation.gates(), gate, out, gates);
		for (int unit = 0; unit < units; unit++)
			state[unit] = cell[unit] = gate[forget + unit] * cell[unit] + gate[unit] * gate[fresh + unit];
		Activations.vector(operation.activation(), state, 0, units);
		for (int unit = 0; unit < units; unit++)
			state[unit] *= gate[out + unit];
	}

	private void gated(double[] ofInput, double[] ofState, double[] state) {
		int reset = units, fresh = 2 * units;
		double[] gate = new double[gates];
		for (int i = 0; i < fresh; i++)
			gate[i] = ofInput[i] + ofState[i];
		Activations.vector(operation.gates(), gate, 0, reset);
		Activations.vector(operation.gates(), gate, reset, fresh);
		if (operation.resetAfter()) for (int unit = 0; unit < units; unit++)
			gate[fresh + unit] = ofInput[fresh + unit] + gate[reset + unit] * ofState[fresh + unit];
		else resetFirst(ofInput, state, gate);
		Activations.vector(operation.activation(), gate, fresh, gates);
		for (int unit = 0; unit < units; unit++)
			state[unit] = gate[unit] * state[unit] + (1 - gate[unit]) * gate[fresh + unit];
	}

	/** What is new, of a state that has been reset before it meets its weights. */
	private void resetFirst(double[] ofInput, double[] state, double[] gate) {
		double[] kept = new double[units], ofKept = new double[gates];
		for (int unit = 0; unit < units; unit++)
			kept[unit] = gate[units + unit] * state[unit];
		Products.add(kept, 0, units, recurrent, 0, ofKept, 0, gates);
		for (int i = 2 * units; i < gates; i++)
			gate[i] = ofInput[i] + ofKept[i];
	}
}
