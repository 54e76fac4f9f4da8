package tintype.inspect.plain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import tintype.TintypeException;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Shapes;
import tintype.inspect.Tensor;

/**
 * What a layer demands of its inputs and its weights, and what is said when they do
 * not fit.
 *
 * @param inputs what it was given
 */
record Demands(Layer layer, List<DoubleTensor> inputs) {

	private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

	/** The only input. */
	DoubleTensor only() {
		if (inputs.size() != 1) throw refused("one input");
		return inputs.get(0);
	}

	/** The only input, with at least so many axes. @param names of its axes, for the user */
	DoubleTensor only(int axes, String names) {
		DoubleTensor x = only();
		if (x.shape().length < axes) throw refused(names);
		return x;
	}

	/** The only input as images. @param rank 1 for sequences, 2 for images */
	Image images(int rank) {
		DoubleTensor x = only();
		int[] shape = x.shape();
		if (shape.length != rank + 2) throw refused(rank == 1 ? "[sequence, time, channel]" : "[image, y, x, channel]");
		return new Image(shape[0], shape[1], rank == 1 ? 1 : shape[2], shape[shape.length - 1], x.values());
	}

	/** A weight of this shape; edges of 1 may be missing. */
	double[] weight(String key, int... shape) {
		Tensor tensor = tensor(key, shape);
		if (tensor == null) throw new TintypeException(name() + " has no weight " + key + " (" + Shapes.text(shape) + "): the file is not complete.");
		return DoubleTensor.of(tensor).values();
	}

	/** As {@link #weight}; where there is none, the same number throughout. */
	double[] weightOr(double number, String key, int... shape) {
		Tensor tensor = tensor(key, shape);
		if (tensor != null) return DoubleTensor.of(tensor).values();
		double[] same = new double[(int) Tensor.count(shape)];
		Arrays.fill(same, number);
		return same;
	}

	/** A weight that is left in single precision for its size. */
	float[] large(String key, int... shape) {
		Tensor tensor = tensor(key, shape);
		if (tensor == null) throw new TintypeException(name() + " has no weight " + key + " (" + Shapes.text(shape) + "): the file is not complete.");
		return tensor.values();
	}

	private Tensor tensor(String key, int... shape) {
		Tensor tensor = layer.weight(key);
		if (tensor != null && !Arrays.equals(withoutOnes(tensor.shape()), withoutOnes(shape))) throw new TintypeException(name() + " was given " + given() + //
			", which needs a " + key + " of " + Shapes.text(shape) + ", but has one of " + Shapes.text(tensor.shape()) + //
			": give the network an input of the size that it was made for.");
		return tensor;
	}

	/** Edges of 1 do not change the order of values. */
	private static int[] withoutOnes(int[] shape) {
		return Arrays.stream(shape).filter(size -> size != 1).toArray();
	}

	/** Zeros for what leaves the layer. */
	DoubleTensor zeros(int... shape) {
		for (int size : shape)
			if (size < 0) throw refused("larger edges");
		try {
			long count = Tensor.count(shape);
			if (count <= MOST_VALUES) return new DoubleTensor(shape, new double[(int) count]);
		}
		catch (ArithmeticException e) {
			throw tooMany(shape);
		}
		throw tooMany(shape);
	}

	/** Zeros for images that leave the layer. */
	Image zeroImages(int batch, int height, int width, int channels) {
		return new Image(batch, height, width, channels, zeros(batch, height, width, channels).values());
	}

	private TintypeException tooMany(int[] shape) {
		return new TintypeException(name() + " makes " + Shapes.text(shape) + ", more values than fit into one array: give the network a smaller input.");
	}

	/** That the input is of another shape. @param expected what it should be, for the user */
	TintypeException refused(String expected) {
		return new TintypeException(name() + " expects " + expected + ", but was given " + given() + ": give the network an input of the size that it was made for.");
	}

	private String name() {
		return "Layer " + layer.name() + " (" + layer.type() + ")";
	}

	private String given() {
		return inputs.stream().map(x -> "[" + Shapes.text(x.shape()) + "]").collect(Collectors.joining(" and "));
	}
}
