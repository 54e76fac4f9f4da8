package tintype.inspect.plain;

import static tintype.inspect.Layers.tensor;

import org.junit.jupiter.api.Test;

import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Tensor;

class EnlargementTest {

	private static final Tensor PAIR = tensor(new int[] { 1, 1, 2, 2 }, 0, 1, 4, 3);

	@Test
	void repeatsPixels() {
		Witness.assertGives(new int[] { 1, 2, 4, 2 }, new double[] { 0, 1, 0, 1, 4, 3, 4, 3, 0, 1, 0, 1, 4, 3, 4, 3 }, //
			Witness.before(Layers.of(new Operation.Upsampling(2, new int[] { 2, 2 }, false)), PAIR));
		Witness.assertGives(new int[] { 1, 4, 1 }, new double[] { 5, 5, 7, 7 }, //
			Witness.before(Layers.of(new Operation.Upsampling(1, new int[] { 2, 1 }, false)), tensor(new int[] { 1, 2, 1 }, 5, 7)));
	}

	/** tf.image.resize of 0, 4 to four pixels: centres at -0.25, 0.25, 0.75 and 1.25. */
	@Test
	void bilinearHasCentresAtHalves() {
		Witness.assertGives(new int[] { 1, 1, 4, 2 }, new double[] { 0, 1, 1, 1.5, 3, 2.5, 4, 3 }, //
			Witness.before(Layers.of(new Operation.Upsampling(2, new int[] { 1, 2 }, true)), PAIR));
	}

	/** The plane x + 10 y stays a plane between the outermost centres. */
	@Test
	void bilinearInBoth() {
		Tensor plane = tensor(new int[] { 1, 2, 2, 1 }, 0, 1, 10, 11);
		Witness.assertGives(new int[] { 1, 4, 6, 1 }, new double[] { //
			0, 0, 1 / 3.0, 2 / 3.0, 1, 1, //
			2.5, 2.5, 2.5 + 1 / 3.0, 2.5 + 2 / 3.0, 3.5, 3.5, //
			7.5, 7.5, 7.5 + 1 / 3.0, 7.5 + 2 / 3.0, 8.5, 8.5, //
			10, 10, 10 + 1 / 3.0, 10 + 2 / 3.0, 11, 11 }, Witness.before(Layers.of(new Operation.Upsampling(2, new int[] { 2, 3 }, true)), plane));
	}
}
