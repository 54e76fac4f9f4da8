package tintype.inspect;

import java.util.List;

/** Carries receptive fields through a network. */
final class Fields {

	private static final int[] NONE = { 1, 1 };

	private Fields() {}

	/**
	 * @param before of the layers that it reads
	 * @param shapes that leave these layers, without the batch
	 * @param out    shape that leaves the layer, or null
	 */
	static ReceptiveField of(Layer layer, List<ReceptiveField> before, List<int[]> shapes, int[] out) {
		Operation operation = layer.operation();
		if (operation instanceof Operation.Input input) return input.shape().length > 1 ? ReceptiveField.PIXEL : ReceptiveField.NOWHERE;
		if (before.isEmpty() || out == null) return ReceptiveField.NOWHERE;
		ReceptiveField field = ReceptiveField.union(before);
		if (isRearranging(operation)) return field.isPlaced() ? ReceptiveField.SCATTERED : field;
		if (!field.isPlaced() && isElementwise(operation)) return field;
		return !field.isPlaced() || out.length < 2 ? ReceptiveField.NOWHERE : of(operation, field, shapes.get(0));
	}

	private static boolean isRearranging(Operation operation) {
		return operation instanceof Operation.Flatten || operation instanceof Operation.Reshape || operation instanceof Operation.Permute ||
			operation instanceof Operation.RepeatVector;
	}

	private static boolean isElementwise(Operation operation) {
		return operation instanceof Operation.Identity || operation instanceof Operation.Dropout || operation instanceof Operation.BatchNormalization ||
			operation instanceof Operation.Rescaling;
	}

	private static ReceptiveField of(Operation operation, ReceptiveField field, int[] in) {
		int height = in[0], width = in.length > 2 ? in[1] : 1;
		if (operation instanceof Operation.Convolution c) return slid(field, c.kernel(), c.stride(), c.dilation(), c.padding(), height, width);
		if (operation instanceof Operation.DepthwiseConvolution c) return slid(field, c.kernel(), c.stride(), c.dilation(), c.padding(), height, width);
		if (operation instanceof Operation.SeparableConvolution c) return slid(field, c.kernel(), c.stride(), c.dilation(), c.padding(), height, width);
		if (operation instanceof Operation.Pooling p) return slid(field, p.window(), p.stride(), NONE, p.padding(), height, width);
		if (operation instanceof Operation.TransposedConvolution c) return field.transposed( //
			Window.of(c.kernel(), c.stride(), c.dilation(), c.padding(), false), Window.of(c.kernel(), c.stride(), c.dilation(), c.padding(), true));
		if (operation instanceof Operation.Upsampling u) return field.upsampled(u.factor()[0], u.rank() == 1 ? 1 : u.factor()[1], u.bilinear());
		if (operation instanceof Operation.ZeroPadding p) return field.moved(p.edges().top(), p.edges().left());
		if (operation instanceof Operation.Cropping c) return field.moved(-c.edges().top(), -c.edges().left());
		if (operation instanceof Operation.Recurrent || operation instanceof Operation.LayerNormalization n && n.axes() > 1) return field.whole();
		return operation instanceof Operation.GlobalPooling ? ReceptiveField.NOWHERE : field;
	}

	private static ReceptiveField slid(ReceptiveField field, int[] kernel, int[] stride, int[] dilation, Padding padding, int height, int width) {
		return field.slid(Window.of(kernel, stride, dilation, padding, false), Window.of(kernel, stride, dilation, padding, true), height, width);
	}
}
