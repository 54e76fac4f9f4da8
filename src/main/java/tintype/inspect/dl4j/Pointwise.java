package tintype.inspect.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * A function of each value, for activations that ND4J lacks or has wrong.
 *
 * @param slope its derivative
 */
record Pointwise(DoubleUnaryOperator function, DoubleUnaryOperator slope) implements Kernel.OfOne {

	private static final int BLOCK = 1 << 12;

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		INDArray values = Plain.empty(x.shape());
		each(x, values, null, function);
		return values;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return scaled(x, ofOutput, slope);
	}

	/** The slope at x times what follows from it. */
	static INDArray scaled(INDArray x, INDArray ofOutput, DoubleUnaryOperator slope) {
		INDArray ofInput = Plain.empty(x.shape());
		each(x, ofInput, ofOutput, slope);
		return ofInput;
	}

	/** result = function(x), times factors unless they are null. */
	private static void each(INDArray x, INDArray result, INDArray factors, DoubleUnaryOperator function) {
		FloatBuffer from = Plain.buffer(x), to = Plain.buffer(result), times = factors == null ? null : Plain.buffer(factors);
		int length = from.capacity();
		IntStream.range(0, (length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
			int first = block * BLOCK, count = Math.min(BLOCK, length - first);
			float[] values = new float[count], scales = new float[count];
			from.get(first, values);
			if (times != null) times.get(first, scales);
			for (int i = 0; i < count; i++)
				values[i] = (float) (times == null ? function.applyAsDouble(values[i]) : function.applyAsDouble(values[i]) * scales[i]);
			to.put(first, values);
		});
		Reference.reachabilityFence(x);
		Reference.reachabilityFence(result);
		Reference.reachabilityFence(factors);
	}
}
