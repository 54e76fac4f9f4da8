package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Taken;
import tintype.inspect.Padding;

/** Pooling by DeepLearning4J's layers. */
final class Pools {

	private static final int[] DENSE = { 1, 1 };

	private Pools() {}

	/**
	 * A maximum or a mean is DeepLearning4J's own. It has no sums, which are means times
	 * the size of the window, and its means over padding of explicit edges are made of
	 * such sums.
	 */
	static Kernel.OfOne of(Operation.Pooling operation) {
		int[] window = operation.window();
		boolean counting = operation.taken() == Taken.SUM || operation.countPadding();
		if (operation.taken() == Taken.MAX) return pool(operation, PoolingType.MAX, false, Slide.of(operation.padding(), window, -Float.MAX_VALUE));
		if (operation.taken() == Taken.AVERAGE && operation.padding() instanceof Padding.Rule && operation.padding() != Padding.Rule.CAUSAL)
			return pool(operation, PoolingType.AVG, counting, Slide.of(operation.padding(), window, 0));
		return new PaddedMean(operation);
	}

	/** @param counting whether a mean counts padding that the layer lays */
	static Kernel.OfOne pool(Operation.Pooling operation, PoolingType type, boolean counting, Slide slide) {
		var configuration = new SubsamplingLayer.Builder(type).kernelSize(operation.window()).stride(operation.stride()).padding(slide.edges()) //
			.dilation(DENSE).convolutionMode(slide.mode()).avgPoolIncludePadInDivisor(counting).build();
		return new AsImages(slide.before(new LayerKernel(configuration)));
	}

	static Kernel.OfOne of(Operation.GlobalPooling operation) {
		PoolingType type = switch (operation.taken()) {
			case MAX -> PoolingType.MAX;
			case AVERAGE -> PoolingType.AVG;
			case SUM -> PoolingType.SUM;
		};
		return new LayerKernel(new GlobalPoolingLayer.Builder(type).collapseDimensions(!operation.keepEdges()).build());
	}
}
