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

/** One tile through the network on libtorch; no gradients are kept. */
final class LibtorchInference implements Contender {

	private final NDManager manager = NDManager.newBaseManager("PyTorch");
	private final Block network;
	private final Layout layout;
	private final NDArray tile;

	/** @param arrays the tile, then weights and biases */
	private LibtorchInference(float[][] arrays, Layout layout) {
		this.layout = layout;
		int outer = (int) Math.sqrt(arrays[0].length);
		Shape shape = new Shape(1, 1, outer, outer);
		network = LibtorchNetwork.of(Arrays.copyOfRange(arrays, 1, arrays.length), layout, new ArrayList<>());
		network.initialize(manager, DataType.FLOAT32, shape);
		tile = layout.create(manager, arrays[0], shape);
	}

	/** Arguments: the file of the arrays, a layout. */
	public static void main(String[] args) throws IOException {
		Turns.take(new LibtorchInference(TrainingTask.readArrays(Path.of(args[0])), Layout.valueOf(args[1])));
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
			scope.tempAttachAll(tile);
			return copy.apply(network.forward(new ParameterStore(scope, false), new NDList(tile), false).singletonOrThrow());
		}
	}

	/** The logits [bin, y, x]. */
	@Override
	public float[][] parameters() {
		return new float[][] { logits(NDArray::toFloatArray) };
	}
}
