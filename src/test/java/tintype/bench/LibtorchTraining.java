package tintype.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
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

/** A network on libtorch, through DJL, in DJL's own way to train. */
final class LibtorchTraining implements Contender {

	private final Layout layout;
	private final List<Parameter> parameters;
	private final Trainer trainer;
	private final NDArray features;
	private final NDList labels;

	/**
	 * @param layout     of the network's parameters, too
	 * @param parameters the block's
	 * @param outer      edge of what the block reads, in pixels
	 * @param bins       maps that it yields
	 */
	LibtorchTraining(Block network, Layout layout, List<Parameter> parameters, TrainingTask task, int outer, int bins) {
		this.layout = layout;
		this.parameters = parameters;
		Model model = Model.newInstance("network", "PyTorch");
		model.setBlock(network);
		trainer = model.newTrainer(new DefaultTrainingConfig(new WeightedCrossEntropy()) //
			.optOptimizer(Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) TrainingTask.LEARNING_RATE)).build()));
		Shape input = new Shape(task.batch(), 1, outer, outer);
		trainer.initialize(input);
		NDManager manager = trainer.getManager();
		int edge = TrainingTask.EDGE;
		features = layout.create(manager, task.features(), input);
		labels = new NDList(layout.create(manager, task.labels(), new Shape(task.batch(), bins, edge, edge)),
			layout.create(manager, task.mask(), new Shape(task.batch(), 1, edge, edge)));
	}

	/** Trains the posts' network. Arguments: the file of the task, patches per batch, a layout. */
	public static void main(String[] args) throws IOException {
		TrainingTask task = TrainingTask.read(Path.of(args[0]), Integer.parseInt(args[1]));
		Layout layout = Layout.valueOf(args[2]);
		List<Parameter> parameters = new ArrayList<>();
		Block network = LibtorchNetwork.of(task.parameters(), layout, parameters);
		Turns.take(new LibtorchTraining(network, layout, parameters, task, task.outer(), task.bins()));
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
