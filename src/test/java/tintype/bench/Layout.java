package tintype.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * How the values of tensors [batch, channel, y, x] lie in memory. libtorch's convolutions
 * keep to the layout of what they are given, so input and weights decide for all that
 * is between them.
 */
enum Layout {

	/** Channel after channel, libtorch's usual one. */
	PLANES {

		@Override
		NDArray create(NDManager manager, float[] values, Shape shape) {
			return manager.create(values, shape);
		}

		@Override
		float[] asStored(NDArray tensor) {
			return tensor.toFloatArray();
		}
	},

	/** All channels of a pixel together: what libtorch calls channels_last, said to be its fastest on a CPU. */
	PIXELS {

		/** A view of a tensor [batch, y, x, channel] has the strides that libtorch goes by. */
		@Override
		NDArray create(NDManager manager, float[] values, Shape shape) {
			NDArray planes = manager.create(values, shape);
			if (shape.dimension() < 4) return planes;
			NDArray pixels = planes.transpose(0, 2, 3, 1).flatten().reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
			return pixels.transpose(0, 3, 1, 2);
		}

		@Override
		float[] asStored(NDArray tensor) {
			return tensor.transpose(0, 2, 3, 1).toFloatArray();
		}
	};

	/** @param values [batch, channel, y, x] for four dimensions, else as they are */
	abstract NDArray create(NDManager manager, float[] values, Shape shape);

	/** The values [batch, channel, y, x] in the order of this layout, which takes no more than a copy. */
	abstract float[] asStored(NDArray tensor);
}
