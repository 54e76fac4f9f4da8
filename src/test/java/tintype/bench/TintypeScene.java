package tintype.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.NoOp;

import tintype.nn.Backend;
import tintype.nn.ColorModel;
import tintype.nn.ModelFile;
import tintype.nn.SceneLogits;

/** A picture and its mirror image through the default model as {@link ColorModel#map} sends them. Also sets the task. */
final class TintypeScene implements Contender {

	private final ColorModel model = ModelFile.open(ModelFile.DEFAULT);
	private final float[] lightness;
	private final int width, height;

	private TintypeScene(int width, int height) {
		this.width = width;
		this.height = height;
		lightness = new float[width * height];
		Random random = new Random(2);
		for (int i = 0; i < lightness.length; i++)
			lightness[i] = 100 * random.nextFloat();
	}

	/** Arguments: a file to write the network's input and parameters to, width and height of the picture. */
	public static void main(String[] args) throws IOException {
		TintypeScene scene = new TintypeScene(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
		ComputationGraph network = scene.model.copy(1, new NoOp());
		TrainingTask.writeArrays(Path.of(args[0]), Stream.concat(Stream.of(SceneLogits.pictures(scene.lightness, scene.width, scene.height)),
			SceneLogits.parameters(network).stream()).toArray(float[][]::new));
		network.close();
		Turns.take(scene);
	}

	@Override
	public String description() {
		return "Tintype on " + Backend.description();
	}

	@Override
	public double step() {
		return logits()[0];
	}

	private float[] logits() {
		return SceneLogits.of(model, lightness, width, height);
	}

	/** The logits [picture, bin, y, x]. */
	@Override
	public float[][] parameters() {
		return new float[][] { logits() };
	}
}
