package tintype.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.Function;

/** Pictures through a network on libtorch; no gradients are kept. */
class LibtorchInference implements Contender {

	private final NDManager manager = NDManager.newBaseManager("PyTorch");
	private final Block network;
	private final Layout layout;
	private final NDArray pictures;

	/**
	 * @param layout of the network's parameters, too
	 * @param shape  of the pictures, [picture, channel, y, x]
	 */
	LibtorchInference(Block network, Layout layout, float[] pictures, Shape shape) {
		this.network = network;
		this.layout = layout;
		network.initialize(manager, DataType.FLOAT32, shape);
		this.pictures = layout.create(manager, pictures, shape);
	}

	/** Runs the posts' network on one tile. Arguments: a file of the tile, then weights and biases; a layout. */
	public static void main(String[] args) throws IOException {
		float[][] arrays = TrainingTask.readArrays(Path.of(args[0]));
		Layout layout = Layout.valueOf(args[1]);
		int outer = (int) Math.sqrt(arrays[0].length);
		Block network = LibtorchNetwork.of(Arrays.copyOfRange(arrays, 1, arrays.length), layout, new ArrayList<>());
		Turns.take(new LibtorchInference(network, layout, arrays[0], new Shape(1, 1, outer, outer)));
	}

	@Override
	public String description() {
		return LibtorchNetwork.description(layout);
	}

	/** Like Tintype's, copies the logits to Java. */
	@Override
	public double step() {
		return logits(layout::asStored)[0];
	}

	private float[] logits(Function<NDArray, float[]> copy) {
		try (NDManager scope = manager.newSubManager()) {
			scope.tempAttachAll(pictures);
			return copy.apply(network.forward(new ParameterStore(scope, false), new NDList(pictures), false).singletonOrThrow());
		}
	}

	/** The logits [picture, bin, y, x]. */
	@Override
	public float[][] parameters() {
		return new float[][] { logits(NDArray::toFloatArray) };
	}
}
