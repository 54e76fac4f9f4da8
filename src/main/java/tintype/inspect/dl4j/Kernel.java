package tintype.inspect.dl4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * Computes one layer before its activation, there and back. Arrays are {@link Plain},
 * [batch, channel, y, x]; those given stay as they are, those returned belong to the
 * caller.
 */
interface Kernel extends AutoCloseable {

	/** @param inputs of shapes that fit, see {@link InputCheck} */
	INDArray forward(List<INDArray> inputs, Phase phase);

	/**
	 * The derivatives by each input, as after training.
	 *
	 * @param inputs   as they were on the way forward
	 * @param ofOutput derivative by what {@link #forward} gave, of its shape; may be
	 *                 overwritten
	 * @throws tintype.TintypeException if the layer has none
	 */
	List<INDArray> backward(List<INDArray> inputs, INDArray ofOutput);

	/** Frees weights. */
	@Override
	default void close() {}

	/** Of a layer that reads one other. */
	interface OfOne extends Kernel {

		/** As {@link Kernel#forward(List, Phase)}. */
		INDArray forward(INDArray x, Phase phase);

		/** As {@link Kernel#backward(List, INDArray)}. */
		INDArray backward(INDArray x, INDArray ofOutput);

		@Override
		default INDArray forward(List<INDArray> inputs, Phase phase) {
			return forward(inputs.get(0), phase);
		}

		@Override
		default List<INDArray> backward(List<INDArray> inputs, INDArray ofOutput) {
			return List.of(backward(inputs.get(0), ofOutput));
		}
	}
}
