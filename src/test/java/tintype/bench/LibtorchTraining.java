package tintype.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same network on libtorch, through DJL, in DJL's own way to train. */
final class LibtorchTraining implements Contender {

	private final Layout layout;
	private final List<Parameter> parameters = new ArrayList<>();
	private final Trainer trainer;
	private final NDArray features;
	private final NDList labels;

	private LibtorchTraining(TrainingTask task, Layout layout) {
		this.layout = layout;
		Model model = Model.newInstance("ColorNet", "PyTorch");
		model.setBlock(LibtorchNetwork.of(task.parameters(), layout, parameters));
		trainer = model.newTrainer(new DefaultTrainingConfig(new WeightedCrossEntropy()) //
			.optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) TrainingTask.LEARNING_RATE)).build()));
		Shape input = new Shape(task.batch(), 1, task.outer(), task.outer());
		trainer.initialize(input);
		NDManager manager = trainer.getManager();
		int edge = TrainingTask.EDGE;
		features = layout.create(manager, task.features(), input);
		labels = new NDList(layout.create(manager, task.labels(), new Shape(task.batch(), task.bins(), edge, edge)),
			layout.create(manager, task.mask(), new Shape(task.batch(), 1, edge, edge)));
	}

	/** Arguments: the file of the task, patches per batch, a layout. */
	public static void main(String[] args) throws IOException {
		Turns.take(new LibtorchTraining(TrainingTask.read(Path.of(args[0]), Integer.parseInt(args[1])), Layout.valueOf(args[2])));
	}

	@Override
	public String description() {
		return LibtorchNetwork.description(layout);
	}

	/** What the step computes lives in a manager of its own, else it would pile up until the end. */
	@Override
	public double step() {
		try (NDManager scope = trainer.getManager().newSubManager()) {
			scope.tempAttachAll(features);
			float value;
			try (GradientCollector collector = trainer.newGradientCollector()) {
				NDArray loss = trainer.getLoss().evaluate(labels, trainer.forward(new NDList(features)));
				collector.backward(loss);
				value = loss.getFloat();
			}
			trainer.step();
			return value;
		}
	}

	@Override
	public float[][] parameters() {
		return parameters.stream().map(parameter -> parameter.getArray().toFloatArray()).toArray(float[][]::new);
	}

	/** The mean over the batch of what the mask's weights make of each pixel's cross entropy. */
	private static final class WeightedCrossEntropy extends Loss {

		WeightedCrossEntropy() {
			super("weighted cross entropy");
		}

		/** Labels: soft code [batch, Q, y, x] and mask [batch, 1, y, x]; predictions: logits. */
		@Override
		public NDArray evaluate(NDList labels, NDList predictions) {
			NDArray logits = predictions.singletonOrThrow();
			NDArray entropy = logits.logSoftmax(1).mul(labels.get(0)).sum(new int[] { 1 }, true);
			return entropy.mul(labels.get(1)).sum().mul(-1f / logits.getShape().get(0));
		}
	}
}
