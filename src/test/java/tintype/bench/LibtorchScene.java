package tintype.bench;

import ai.djl.ndarray.types.Shape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import tintype.nn.SceneNet;

/** A picture and its mirror image through the default model's network on libtorch. */
final class LibtorchScene {

	private LibtorchScene() {}

	/** Arguments: the file of input and parameters, width and height of the picture. */
	public static void main(String[] args) throws IOException {
		float[][] arrays = TrainingTask.readArrays(Path.of(args[0]));
		int width = Integer.parseInt(args[1]), height = Integer.parseInt(args[2]);
		int length = width * height, cells = length / (SceneNet.CELL * SceneNet.CELL);
		float[] pictures = LibtorchSceneNet.turned(arrays[0], length);
		List<float[]> parameters = Arrays.asList(arrays).subList(1, arrays.length);
		Turns.take(new LibtorchInference(LibtorchSceneNet.of(parameters), Layout.PLANES, pictures, new Shape(2, 1, height, width)) {

			@Override
			public float[][] parameters() {
				return new float[][] { LibtorchSceneNet.turned(super.parameters()[0], cells) };
			}
		});
	}
}
