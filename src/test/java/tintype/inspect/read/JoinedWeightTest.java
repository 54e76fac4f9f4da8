package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import tintype.inspect.Operation.Cell;
import tintype.inspect.Tensor;

/** The gates of Keras 1, each with weights of its own. */
class JoinedWeightTest {

	/** Gate by gate a kernel [2, 3], a recurrent kernel [3, 3] and a bias, filled with the gate's number. */
	private static List<UnreadWeight> apart(int gates) {
		List<UnreadWeight> weights = new ArrayList<>();
		for (int gate = 0; gate < gates; gate++)
			for (int[] shape : new int[][] { { 2, 3 }, { 3, 3 }, { 3 } }) {
				float[] values = new float[(int) Tensor.count(shape)];
				Arrays.fill(values, gate);
				weights.add(new Known(new Tensor(shape, values)));
			}
		return weights;
	}

	private record Known(Tensor read) implements UnreadWeight {

		@Override
		public String name() {
			return "w";
		}

		@Override
		public int[] shape() {
			return read.shape().clone();
		}
	}

	/** Keras 1: input, cell, forget, output. Since then: input, forget, cell, output. */
	@Test
	void gatesOfAnLstmChangePlaces() {
		List<UnreadWeight> joined = JoinedWeight.ofGates(Cell.LSTM, apart(4));
		assertArrayEquals(new int[] { 2, 12 }, joined.get(0).shape());
		assertArrayEquals(new int[] { 3, 12 }, joined.get(1).read().shape());
		float[] row = { 0, 0, 0, 2, 2, 2, 1, 1, 1, 3, 3, 3 }, both = Arrays.copyOf(row, 24);
		System.arraycopy(row, 0, both, 12, 12);
		assertArrayEquals(both, joined.get(0).read().values());
		assertArrayEquals(row, joined.get(2).read().values());
	}

	@Test
	void gatesOfAGruStay() {
		assertArrayEquals(new float[] { 0, 0, 0, 1, 1, 1, 2, 2, 2 }, JoinedWeight.ofGates(Cell.GRU, apart(3)).get(2).read().values());
	}

	@Test
	void whatIsJoinedStays() {
		List<UnreadWeight> joined = apart(1);
		assertSame(joined, JoinedWeight.ofGates(Cell.LSTM, joined));
	}
}
