package tintype.nn.device;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.Conv2D;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/** A small convolution whose result is known, to see whether a device computes at all. */
final class FirstStep {

	private static final int EDGE = 5;
	private static final int KERNEL = 3;
	private static final int RESULT = EDGE - KERNEL + 1;

	private FirstStep() {}

	/**
	 * Convolves on ND4J's device, in float32.
	 *
	 * @return whether the numbers are right; whole ones, so to the last digit
	 */
	static boolean isRight() {
		try (INDArray image = Nd4j.create(counted(EDGE * EDGE), new long[] { 1, 1, EDGE, EDGE }, 'c');
			INDArray kernel = Nd4j.create(counted(KERNEL * KERNEL), new long[] { KERNEL, KERNEL, 1, 1 }, 'c');
			INDArray result = Nd4j.exec(new Conv2D(image, kernel, null, Conv2DConfig.builder().kH(KERNEL).kW(KERNEL).build()))[0])
		{
			boolean right = result.length() == RESULT * RESULT;
			for (int i = 0; right && i < RESULT * RESULT; i++)
				right = result.getDouble(0, 0, i / RESULT, i % RESULT) == expected(i % RESULT, i / RESULT);
			return right;
		}
	}

	/** 0, 1, 2 ... */
	private static float[] counted(int count) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++)
			values[i] = i;
		return values;
	}

	/** Of one place of the result, row by row. */
	private static double expected(int x, int y) {
		double sum = 0;
		for (int i = 0; i < KERNEL * KERNEL; i++)
			sum += i * ((y + i / KERNEL) * EDGE + x + i % KERNEL);
		return sum;
	}
}
