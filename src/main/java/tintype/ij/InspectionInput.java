package tintype.ij;

import java.util.Map;

import ij.ImagePlus;
import ij.gui.Roi;
import tintype.Inspector;
import tintype.TintypeException;
import tintype.ij.InspectionRequest.Way;
import tintype.inspect.Layer;
import tintype.inspect.Operation;
import tintype.inspect.ReceptiveField;
import tintype.inspect.Summary;
import tintype.inspect.SummaryRow;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;

/**
 * What is sent through which part of a network.
 *
 * @param tunnel the part
 * @param given  values by the names of {@link Tunnel#given()}
 * @param source image that they came from; null if they came from a file
 * @param image  the same, as large as the network read it
 * @param words  what they were, for an Info
 */
record InspectionInput(Tunnel tunnel, Map<String, Tensor> given, ImagePlus source, ImagePlus image, String words) {

	/**
	 * @param imp may be null if the way names data
	 * @throws TintypeException if there is no such part, or what is given does not fit
	 */
	static InspectionInput of(Inspector network, Way way, String to, ImagePlus imp) {
		Layer first = way.isWhole() ? input(network) : network.graph().layer(network.name(way.from()));
		Tunnel tunnel = way.isWhole() ? network.to(to) : Tunnel.of(network.graph(), first.name(), way.asSide(), to);
		if (!way.data().getPath().isBlank()) return new InspectionInput(tunnel, Map.of(first.name(), TensorFile.read(way.data())), null, null, way.data().getName());
		Operation.Input shape = first.isInput() ? (Operation.Input) first.operation() : new Operation.Input(shape(network, first, way));
		InputRange range = first.isInput() ? way.range().resolved(imp, network.isTintype()) : way.range() == InputRange.AUTO ? InputRange.AS_THEY_ARE : way.range();
		ImagePlus fitting = way.fit() && isOpen(shape) ? cropped(imp, network) : imp;
		NetworkInput read = NetworkInput.of(fitting, shape, range, way.fit());
		return new InspectionInput(tunnel, Map.of(first.name(), read.tensor()), fitting, read.image(), imp.getTitle() + ", values " + range.label());
	}

	/** A field on the input as it lies on the source. */
	ReceptiveField onSource(ReceptiveField field) {
		return field.enlarged((double) source.getWidth() / image.getWidth(), (double) source.getHeight() / image.getHeight());
	}

	private static Layer input(Inspector network) {
		if (network.graph().inputs().size() != 1) throw new TintypeException(network.graph().title() + " reads " + network.graph().inputs().size() + //
			" inputs: choose the layer to begin from.");
		return network.graph().inputs().get(0);
	}

	/** What is given at a hidden layer. */
	private static int[] shape(Inspector network, Layer layer, Way way) {
		Summary summary = network.summary();
		String of = way.asSide() == Tunnel.Side.INPUT ? layer.inputs().get(0) : layer.name();
		SummaryRow row = summary.row(of);
		int[] shape = row == null ? ((Operation.Input) network.graph().layer(of).operation()).shape() : row.shape();
		if (shape == null) throw new TintypeException("It is not known what " + layer.name() + " reads: give its values as a .npy file.");
		return shape;
	}

	private static boolean isOpen(Operation.Input shape) {
		return shape.shape().length == 3 && shape.shape()[0] < 0 && shape.shape()[1] < 0;
	}

	/** To edges that the network's largest stride divides, or the image itself. */
	private static ImagePlus cropped(ImagePlus imp, Inspector network) {
		Images.requirePixels(imp);
		int step = 1;
		for (SummaryRow row : network.summary().rows()) {
			ReceptiveField field = row.field();
			if (field.isPlaced()) step = (int) Math.max(step, Math.max(field.strideX(), field.strideY()));
		}
		int width = imp.getWidth() / step * step, height = imp.getHeight() / step * step;
		if (width == 0 || height == 0 || width == imp.getWidth() && height == imp.getHeight()) return imp;
		ImagePlus whole = NetworkInput.unselected(imp);
		whole.setRoi(new Roi(0, 0, width, height));
		return NetworkInput.named(whole.crop("stack"), imp);
	}
}
