package tintype.nn;

import java.util.Locale;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Whether convolutions really go through oneDNN, which ND4J does not tell: oneDNN takes
 * on one thread about as long for one as OpenBLAS for the matrix product of as many multiplications (0.3
 * to 0.8 times was measured), ND4J's own way several times as long (4 to 10).
 */
public final class ConvolutionProof {

	private static final double MOST_TIMES = 2;

	private static final int EDGE = 64;
	private static final int MAPS = 64;
	private static final int SIDE = 3;
	private static final int TURNS = 5;

	private ConvolutionProof() {}

	/** In words, after some tens of milliseconds. */
	public static String inWords() {
		if (!Backend.hasOneDnn()) return "not used";
		return inWords(times());
	}

	static String inWords(double times) {
		return String.format(Locale.ROOT, times <= MOST_TIMES ? "used for convolutions: one takes %.1f times as long as a matrix product of its size" : //
			"there, but not used: a convolution takes %.1f times as long as a matrix product of its size", times);
	}

	/** Time of a convolution over that of a matrix product with as many multiplications; the best of some turns each. */
	static double times() {
		int taps = MAPS * SIDE * SIDE;
		try (INDArray maps = Nd4j.ones(DataType.FLOAT, 1, MAPS, EDGE, EDGE); INDArray filters = Nd4j.ones(DataType.FLOAT, MAPS, MAPS, SIDE, SIDE);
			INDArray sums = Nd4j.zeros(DataType.FLOAT, 1, MAPS, EDGE, EDGE); INDArray rows = Nd4j.ones(DataType.FLOAT, EDGE * EDGE, taps);
			INDArray columns = Nd4j.ones(DataType.FLOAT, taps, MAPS); INDArray product = Nd4j.zeros(DataType.FLOAT, EDGE * EDGE, MAPS))
		{
			CustomOp convolution = DynamicCustomOp.builder("conv2d").addInputs(maps, filters).addOutputs(sums)
				// sides, strides, padding, dilation; the edge stays; maps first, filters [output, input, y, x]
				.addIntegerArguments(SIDE, SIDE, 1, 1, 0, 0, 1, 1, 1, 0, 1).build();
			double[] nanoseconds = { Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY };
			try (SingleThreads single = new SingleThreads()) {
				single.run(() -> {
					for (int turn = 0; turn < TURNS; turn++) {
						time(nanoseconds, 0, () -> Nd4j.exec(convolution));
						time(nanoseconds, 1, () -> Nd4j.gemm(rows, columns, product, false, false, 1, 0));
					}
				});
			}
			return nanoseconds[0] / nanoseconds[1];
		}
	}

	private static void time(double[] least, int index, Runnable work) {
		long start = System.nanoTime();
		work.run();
		least[index] = Math.min(least[index], System.nanoTime() - start);
	}
}
