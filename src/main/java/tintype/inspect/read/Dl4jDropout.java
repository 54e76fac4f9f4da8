package tintype.inspect.read;

import java.util.Set;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Noise;

/**
 * What DeepLearning4J drops of a layer's input in training. It counts what is
 * retained where the graph counts what is dropped.
 */
final class Dl4jDropout {

	/** Layers with such a setting that nothing comes of. */
	private static final Set<String> DEAF = Set.of("ActivationLayer", "BatchNormalization", "LossLayer", "CnnLossLayer", "RnnLossLayer",
		"GlobalPoolingLayer", "SubsamplingLayer", "Subsampling1DLayer", "ZeroPaddingLayer", "ZeroPadding1DLayer", "Cropping1D", "Cropping2D",
		"EmbeddingLayer", "EmbeddingSequenceLayer", "LocalResponseNormalization", "RReLU", "ChannelPReLU");

	private Dl4jDropout() {}

	/** Whether a layer drops of its input. */
	static boolean drops(Fields layer) {
		return layer.has("idropout") && !DEAF.contains(layer.kind()) && !layer.kind().equals("DropoutLayer");
	}

	/** The setting of a layer, as a row. */
	static Part of(Fields layer, Layout in) {
		Fields dropout = layer.inner("idropout");
		String kind = dropout.kind();
		if (dropout.has("pschedule") || dropout.has("rateSchedule") || dropout.has("stddevSchedule")) return Part.of(new Operation.Identity(), in) //
			.noted("How much is dropped follows a schedule, which is not read: nothing is dropped.");
		return switch (kind) {
			case "Dropout" -> part(layer, Noise.DROPOUT, 1 - dropout.number("p"), in);
			case "AlphaDropout" -> part(layer, Noise.ALPHA_DROPOUT, 1 - dropout.number("p"), in);
			case "SpatialDropout" -> part(layer, Noise.SPATIAL_DROPOUT, 1 - dropout.number("p"), in) //
				.noted(in.channelsFirst() ? "" : "DeepLearning4J itself drops whole rows or times of data in this order, not whole maps.");
			case "GaussianDropout" -> part(layer, Noise.GAUSSIAN_DROPOUT, dropout.number("rate"), in);
			case "GaussianNoise" -> part(layer, Noise.GAUSSIAN_NOISE, dropout.number("stddev"), in);
			default -> Part.of(new Operation.Identity(), in).noted("The dropout " + Names.legible(kind) + " of its training is not known: nothing is dropped.");
		};
	}

	private static Part part(Fields layer, Noise noise, double rate, Layout in) {
		if (rate < 0 || rate >= 1 && noise != Noise.GAUSSIAN_NOISE) throw layer.wrong("idropout");
		return Part.of(new Operation.Dropout(noise, rate), in);
	}
}
