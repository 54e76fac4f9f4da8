package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tintype.inspect.Layers.waves;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Operation.Cell;
import tintype.inspect.Tensor;

/** The numbers come from NumPy: all samples at once, each gate a matrix of its own. */
class RecurrentTest {

	private static final Tensor X = waves(0, 2, 3, 2);

	private static DoubleTensor walked(Cell cell, int gates, boolean sequences, boolean backwards, boolean resetAfter) {
		Tensor bias = resetAfter ? waves(3, 2, 2 * gates) : waves(3, 2 * gates);
		return Witness.before(layer(cell, gates, Curve.TANH, sequences, backwards, resetAfter, bias), X);
	}

	private static Layer layer(Cell cell, int gates, Activation activation, boolean sequences, boolean backwards, boolean resetAfter, Tensor bias) {
		return Layers.of(new Operation.Recurrent(cell, 2, activation, Curve.SIGMOID, sequences, backwards, resetAfter), //
			"kernel", waves(1, 2, 2 * gates), "recurrent_kernel", waves(2, 2, 2 * gates), "bias", bias);
	}

	@Test
	void simple() {
		Witness.assertGives(new int[] { 2, 3, 2 }, new double[] { 0.254172424088986, -0.883966927786862, 0.949461736741411, 0.689365406737598, //
			-0.281583480279254, -0.847244519440277, -0.001286066581468, -0.906598331804792, 0.937469387340976, 0.604433631550481, //
			-0.062692671857538, -0.736137422254311 }, walked(Cell.SIMPLE, 1, true, false, false));
	}

	@Test
	void longShortTermMemory() {
		Witness.assertGives(new int[] { 2, 3, 2 }, new double[] { 0.319502352998429, 0.066941582557564, -0.024590239272086, 0.24843901717173, //
			0.062554406693204, 0.085213113590527, 0.279756446793586, 0.050202143147473, -0.026236251748337, 0.251030247295407, //
			0.068634141110174, 0.096597740837911 }, walked(Cell.LSTM, 4, true, false, false));
	}

	@Test
	void backwardsTheLastIsTheFirst() {
		Witness.assertGives(new int[] { 2, 2 }, new double[] { 0.31517585172402, 0.082749058524233, 0.264032390487294, 0.072195688573656 }, //
			walked(Cell.LSTM, 4, false, true, false));
	}

	/** As Keras: the order is that of the computation. */
	@Test
	void backwardsSequencesEndWithTheLastState() {
		double[] all = walked(Cell.LSTM, 4, true, true, false).values(), last = walked(Cell.LSTM, 4, false, true, false).values();
		assertArrayEquals(Arrays.copyOfRange(last, 0, 2), Arrays.copyOfRange(all, 4, 6));
	}

	@Test
	void gatedResetAfter() {
		Witness.assertGives(new int[] { 2, 3, 2 }, new double[] { -0.028367177024292, 0.392218407686882, -0.070386099345855, 0.540611069250649, //
			0.519363223832925, 0.950879888761577, 0.102593619338303, 0.538844503028187, 0.037646033009505, 0.536826574628039, //
			0.505453609326184, 0.942637205389886 }, walked(Cell.GRU, 3, true, false, true));
	}

	@Test
	void gatedResetBefore() {
		Witness.assertGives(new int[] { 2, 3, 2 }, new double[] { -0.06077111085428, 0.23638233830031, -0.131846058235506, 0.384929819124838, //
			0.648067224634473, 0.893711575022349, 0.108972674730836, 0.361652149094647, -0.005101325576951, 0.403591186134612, //
			0.618337472754014, 0.883758569812205 }, walked(Cell.GRU, 3, true, false, false));
	}

	/** Two equal units share everything evenly. */
	@Test
	void softmaxStandsForAllUnits() {
		Layer layer = Layers.of(new Operation.Recurrent(Cell.SIMPLE, 2, new Activation.Softmax(-1, false), Curve.SIGMOID, false, false, false), //
			"kernel", Layers.filled(1, 2, 2), "recurrent_kernel", Layers.filled(1, 2, 2));
		Witness.assertGives(new int[] { 2, 2 }, new double[] { 0.5, 0.5, 0.5, 0.5 }, Witness.before(layer, X));
	}

	@Test
	void aBiasOfAnotherFormIsRefused() {
		Witness.assertRefused("Layer it (Recurrent) was given [2, 3, 2], which needs a bias of 2, 6, but has one of 6: " //
			+ "give the network an input of the size that it was made for.", layer(Cell.GRU, 3, Curve.TANH, true, false, true, waves(3, 6)), X);
	}
}
