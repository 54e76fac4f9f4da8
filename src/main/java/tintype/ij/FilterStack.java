package tintype.ij;

import ij.ImagePlus;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.Tensor;

/** The filters of a convolution as a stack: a frame for each filter, a channel for each map that it reads. */
final class FilterStack {

	private FilterStack() {}

	/** Whether a layer has filters that make pictures. */
	static boolean has(Layer layer) {
		return kernel(layer) != null;
	}

	/**
	 * @param layer that {@link #has} filters
	 * @return 32 bits, not shown, in the weights' own values; slices are labelled "conv #5 of 2", the filter and
	 *         the map it reads, both from 0
	 */
	static ImagePlus of(Layer layer) {
		Tensor kernel = kernel(layer);
		ImagePlus imp = TensorImages.stack("Filters of " + layer.name(), kernel, channel -> "");
		for (int slice = 1; slice <= imp.getStackSize(); slice++) {
			int[] position = imp.convertIndexToPosition(slice);
			imp.getStack().setSliceLabel(layer.name() + " #" + (position[2] - 1) + " of " + (position[0] - 1), slice);
		}
		TensorImages.setRange(imp);
		return imp;
	}

	/** As [filter, y, x, map], or null. */
	private static Tensor kernel(Layer layer) {
		Operation operation = layer.operation();
		if (operation instanceof Operation.Convolution convolution && convolution.rank() == 2) return turned(layer.weight("kernel"), false);
		if (operation instanceof Operation.TransposedConvolution convolution && convolution.rank() == 2) return turned(layer.weight("kernel"), true);
		boolean depthwise = operation instanceof Operation.DepthwiseConvolution || operation instanceof Operation.SeparableConvolution;
		return depthwise ? turned(layer.weight("depthwise_kernel"), false) : null;
	}

	/** [y, x, map, filter], or [y, x, filter, map] where the filter comes first, to [filter, y, x, map]. */
	private static Tensor turned(Tensor kernel, boolean filterFirst) {
		if (kernel == null || kernel.shape().length != 4) return null;
		int[] shape = kernel.shape();
		int filters = filterFirst ? shape[2] : shape[3], maps = filterFirst ? shape[3] : shape[2];
		Tensor turned = new Tensor(new int[] { filters, shape[0], shape[1], maps }, new float[kernel.values().length]);
		for (int f = 0; f < filters; f++)
			for (int y = 0; y < shape[0]; y++)
				for (int x = 0; x < shape[1]; x++)
					for (int m = 0; m < maps; m++)
						turned.values()[turned.index(f, y, x, m)] = filterFirst ? kernel.at(y, x, f, m) : kernel.at(y, x, m, f);
		return turned;
	}
}
