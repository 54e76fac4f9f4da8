package tintype.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import tintype.nn.SceneNet;

/** Trains a network of the default model's kind on libtorch. */
final class LibtorchSceneTraining {

	private LibtorchSceneTraining() {}

	/** Arguments: the file of the task, number of bins, patches per batch. */
	public static void main(String[] args) throws IOException {
		int cells = TrainingTask.EDGE * TrainingTask.EDGE, outer = TrainingTask.EDGE * SceneNet.CELL;
		TrainingTask task = TrainingTask.read(Path.of(args[0]), Integer.parseInt(args[2]));
		TrainingTask turned = new TrainingTask(task.batch(), LibtorchSceneNet.turned(task.features(), outer * outer),
			LibtorchSceneNet.turned(task.labels(), cells), LibtorchSceneNet.turned(task.mask(), cells), task.parameters());
		Turns.take(new LibtorchTraining(LibtorchSceneNet.of(Arrays.asList(task.parameters())), Layout.PLANES, List.of(), turned, outer, Integer.parseInt(args[1])));
	}
}
