package tintype.inspect.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Padding;
import tintype.inspect.Phase;

/**
 * More pixels at each edge of images, or fewer where negative.
 *
 * @param fill value of the pixels that are new
 */
record Border(int top, int bottom, int left, int right, double fill) implements Kernel.OfOne {

	/** Zeros around. */
	static Border around(Padding.Edges edges) {
		return new Border(edges.top(), edges.bottom(), edges.left(), edges.right(), 0);
	}

	/** What is cut off at each edge. */
	static Border within(Padding.Edges edges) {
		return new Border(-edges.top(), -edges.bottom(), -edges.left(), -edges.right(), 0);
	}

	/** What undoes this, as far as it can. */
	private Border reversed() {
		return new Border(-top, -bottom, -left, -right, 0);
	}

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		int height = (int) x.size(2), width = (int) x.size(3), wide = width + left + right, high = height + top + bottom;
		INDArray moved = Plain.filled(fill, x.size(0), x.size(1), high, wide);
		FloatBuffer from = Plain.buffer(x), to = Plain.buffer(moved);
		int firstRow = Math.max(0, -top), lastRow = Math.min(height, high - top);
		int first = Math.max(0, -left), count = Math.min(width, wide - left) - first;
		IntStream.range(0, (int) (x.size(0) * x.size(1))).parallel().forEach(plane -> {
			for (int y = firstRow; y < lastRow; y++)
				to.put((plane * high + y + top) * wide + first + left, from, (plane * height + y) * width + first, count);
		});
		Reference.reachabilityFence(x);
		Reference.reachabilityFence(moved);
		return moved;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		return reversed().forward(ofOutput, Phase.TEST);
	}
}
