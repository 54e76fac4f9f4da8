package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Activation.Curve;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Padding.Rule;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

class BySizeTest {

	private static final int[] ONE = { 1, 1 };

	/** 4096 places of 64 x 64 products are the most of a small image. */
	static final Layer POINTS = Case.layer(new Operation.Convolution(2, 64, ONE, ONE, ONE, Rule.SAME, 1), Curve.LINEAR, "kernel", Case.random(1, 1, 64, 64));

	/** Twice its input there, three times in large images. */
	private static final BySize BY_SIZE = new BySize(new Scaling(2, 0), new Scaling(3, 0), 1 << 12);

	private static float factor(int batch, int height, int width) {
		try (INDArray x = Plain.filled(1, batch, 1, height, width); INDArray y = BY_SIZE.forward(x, Phase.TEST); INDArray back = BY_SIZE.backward(x, x)) {
			assertEquals(y.getFloat(0, 0, 0, 0), back.getFloat(0, 0, 0, 0));
			return y.getFloat(0, 0, 0, 0);
		}
	}

	@Test
	void theSizeOfAnImageDecides() {
		assertEquals(2, factor(1, 64, 64));
		assertEquals(2, factor(3, 64, 64));
		assertEquals(3, factor(1, 64, 65));
	}

	/** A sum of 64 at once is rounded otherwise than one in parts. */
	@Test
	void smallImagesAreSummedInParts() {
		try (Dl4jEngine engine = new Dl4jEngine()) {
			float[] small = engine.take(engine.before(POINTS, List.of(engine.put(Case.random(1, 1, 9, 64))), Phase.TEST)).values();
			assertFalse(Arrays.equals(small, alone(Case.random(1, 1, 9, 64))));
		}
	}

	private static float[] alone(Tensor x) {
		Operation.Convolution operation = (Operation.Convolution) POINTS.operation();
		try (Kernel.OfOne kernel = Convolutions.one(operation, POINTS.weight("kernel"), new Tensor(new int[] { 64 }, new float[64]))) {
			return ChannelOrder.take(kernel.forward(ChannelOrder.put(x), Phase.TEST)).values();
		}
	}

	@Test
	void theBatchMakesNoDifference() {
		Tensor two = Case.random(2, 64, 65, 64);
		float[] first = Arrays.copyOf(two.values(), two.values().length / 2);
		try (Dl4jEngine engine = new Dl4jEngine()) {
			float[] alone = engine.take(engine.before(POINTS, List.of(engine.put(new Tensor(new int[] { 1, 64, 65, 64 }, first))), Phase.TEST)).values();
			assertArrayEquals(alone, Arrays.copyOf(engine.take(engine.before(POINTS, List.of(engine.put(two)), Phase.TEST)).values(), alone.length));
		}
	}
}
