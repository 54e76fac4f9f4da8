package tintype.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.PReLUParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

import tintype.nn.Backend;
import tintype.nn.ChannelPReLU;
import tintype.nn.Tensors;

/**
 * A network of a study that learns step by step. A step depends on the weights,
 * the batch and the step's number alone. For one thread, the one that made it.
 * <p>
 * The means and variances that batch normalisation uses after training are moving
 * averages with the post's decay of 0.999, but with less, (1 + t) / (10 + t), in
 * early steps t: else a sixth of their values after two epochs of MNIST would
 * still be the 0 and 1 of the start.
 */
final class StudyLearner implements AutoCloseable {

	private static final double DECAY = 0.999;
	private static final double SHORTEST_AVERAGE = 10;

	private final MultiLayerNetwork network;
	private final AdamStep adam;
	private final double rate;
	private final long seed;
	private final List<BatchNormalization> normalisations = new ArrayList<>();

	/** Pairs of a moving average and its change. */
	private final List<INDArray[]> averages = new ArrayList<>();

	/** A network at its start. */
	StudyLearner(StudySettings settings, LabelledImages data, StudyActivation activation, boolean batchNorm, long seed) {
		Backend.start();
		this.seed = seed;
		rate = settings.learningRate();
		network = new MultiLayerNetwork(settings.network().configuration(data, activation, batchNorm));
		network.init();
		StartWeights.set(network, activation, seed);
		network.initGradientsView();
		List<AdamStep.Range> learned = new ArrayList<>();
		int start = 0;
		for (Layer layer : network.getLayers())
			start = add(Backend.accelerated(layer), start, learned);
		adam = new AdamStep(learned);
	}

	/** @return where the parameters of the next layer start */
	private int add(Layer layer, int start, List<AdamStep.Range> learned) {
		if (layer.numParams() == 0) return start;
		var settings = layer.conf().getLayer();
		int end = start + (int) layer.numParams(), learnedEnd = end;
		if (settings instanceof BatchNormalization normalisation) {
			normalisations.add(normalisation);
			learnedEnd = start + 2 * (int) normalisation.getNOut();
			INDArray changes = layer.getGradientsViewArray();
			averages.add(new INDArray[] { tail(layer.params(), learnedEnd - start), tail(changes, learnedEnd - start) });
		}
		learned.add(new AdamStep.Range(start, learnedEnd - start));
		return end;
	}

	private static INDArray tail(INDArray row, int from) {
		INDArray flat = row.reshape(row.length());
		return flat.get(NDArrayIndex.interval(from, row.length()));
	}

	/**
	 * One step of Adam.
	 *
	 * @param index of the step in the run, from 0; seeds what the activations draw
	 * @return mean cross entropy of the batch before the step, in nats
	 */
	double step(StudyBatches batch, long index) {
		Nd4j.getRandom().setSeed(Backend.seed(StudySeed.of(seed, -2, index)));
		double decay = Math.min(DECAY, (1 + index) / (SHORTEST_AVERAGE + index));
		normalisations.forEach(layer -> layer.setDecay(decay));
		network.setInput(batch.features());
		network.setLabels(batch.labels());
		network.computeGradientAndScore();
		averages.forEach(pair -> pair[0].subi(pair[1]));
		adam.step(network.params(), network.getFlattenedGradients(), (int) batch.labels().size(0), rate);
		return network.score();
	}

	/** Probabilities [picture, class], row by row. */
	float[] probabilities(StudyBatches batch) {
		try (INDArray output = network.output(batch.features(), false)) {
			return Tensors.toFloats(output);
		}
	}

	/** The mean alpha of each layer with PReLU, empty for other activations. */
	List<Double> slopes() {
		List<Double> means = new ArrayList<>();
		for (Layer layer : network.getLayers())
			slope(layer).ifPresent(means::add);
		return means;
	}

	private static Optional<Double> slope(Layer layer) {
		if (!(layer.conf().getLayer() instanceof ChannelPReLU)) return Optional.empty();
		return Optional.of(layer.getParam(PReLUParamInitializer.WEIGHT_KEY).meanNumber().doubleValue());
	}

	/** For gradient checks. */
	MultiLayerNetwork network() {
		return network;
	}

	@Override
	public void close() {
		network.close();
	}
}
