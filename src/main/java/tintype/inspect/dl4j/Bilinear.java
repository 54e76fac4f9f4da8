package tintype.inspect.dl4j;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.inspect.Phase;

/**
 * Images made larger by whole factors, bilinear, with the centres of pixels at halves
 * and the outermost pixels going on: out = A in B', with one row of A for each row that
 * comes out. The way back is A' out B.
 */
record Bilinear(int factorY, int factorX) implements Kernel.OfOne {

	@Override
	public INDArray forward(INDArray x, Phase phase) {
		int height = (int) x.size(2), width = (int) x.size(3);
		INDArray large = Plain.filled(0, x.size(0), x.size(1), height * factorY, width * factorX);
		each(x, large, (plane, values, larger, y, column, share) -> {
			int to = (plane * height * factorY + y.place) * width * factorX + column.place;
			larger.put(to, larger.get(to) + share * values.get((plane * height + y.pixel) * width + column.pixel));
		}, height, width);
		return large;
	}

	@Override
	public INDArray backward(INDArray x, INDArray ofOutput) {
		int height = (int) x.size(2), width = (int) x.size(3);
		INDArray ofInput = Plain.filled(0, x.shape());
		each(ofInput, ofOutput, (plane, small, values, y, column, share) -> {
			int to = (plane * height + y.pixel) * width + column.pixel;
			small.put(to, small.get(to) + share * values.get((plane * height * factorY + y.place) * width * factorX + column.place));
		}, height, width);
		return ofInput;
	}

	/** How much of a pixel a place of the larger image gets. */
	private record Share(int place, int pixel, float weight) {

		/** Two for each place. */
		static Share[] along(int size, int factor) {
			Share[] shares = new Share[2 * size * factor];
			for (int place = 0; place < size * factor; place++) {
				double centre = (place + 0.5) / factor - 0.5;
				int first = (int) Math.floor(centre);
				for (int i = 0; i < 2; i++)
					shares[2 * place + i] = new Share(place, Math.max(0, Math.min(size - 1, first + i)), (float) (1 - Math.abs(centre - first - i)));
			}
			return shares;
		}
	}

	private interface Step {

		void run(int plane, FloatBuffer small, FloatBuffer large, Share y, Share x, float share);
	}

	private void each(INDArray small, INDArray large, Step step, int height, int width) {
		Share[] down = Share.along(height, factorY), across = Share.along(width, factorX);
		FloatBuffer smallValues = Plain.buffer(small), largeValues = Plain.buffer(large);
		IntStream.range(0, (int) (small.size(0) * small.size(1))).parallel().forEach(plane -> {
			for (Share y : down)
				for (Share x : across)
					step.run(plane, smallValues, largeValues, y, x, y.weight * x.weight);
		});
		Reference.reachabilityFence(small);
		Reference.reachabilityFence(large);
	}
}
