package tintype.bench;

import java.io.IOException;
import java.nio.file.Path;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.Adam;

import tintype.nn.Nonlinearity;
import tintype.nn.SceneLogits;
import tintype.nn.SceneNet;
import tintype.nn.Architecture;

/** A new network of the default model's kind as {@link tintype.train.Training} trains it. Also sets the task. */
final class TintypeSceneTraining extends TintypeTraining {

	private final ComputationGraph network;

	private TintypeSceneTraining(ComputationGraph network, int bins, int patches) {
		super(network, bins, patches, TrainingTask.EDGE * SceneNet.CELL, 1);
		this.network = network;
	}

	/** Arguments: a file to write the task to, number of bins, patches per batch. */
	public static void main(String[] args) throws IOException {
		int bins = Integer.parseInt(args[1]), patches = Integer.parseInt(args[2]);
		ComputationGraph network = Architecture.SCENE_NET.create(bins, Nonlinearity.RELU, true, 1, new Adam(TrainingTask.LEARNING_RATE));
		TintypeSceneTraining training = new TintypeSceneTraining(network, bins, patches);
		training.task(patches).write(Path.of(args[0]));
		Turns.take(training);
	}

	@Override
	public float[][] parameters() {
		return SceneLogits.parameters(network).toArray(float[][]::new);
	}
}
