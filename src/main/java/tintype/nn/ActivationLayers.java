package tintype.nn;

import java.util.Optional;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * Each {@link Nonlinearity} as DeepLearning4J builds it. Those that draw or learn
 * are layers of Tintype's own: DeepLearning4J 1.0.0-M2.1 gives its RReLU a wrong
 * gradient and shares one sample among layers, and its PReLU fails to train with
 * one alpha for each channel.
 */
public final class ActivationLayers {

	private ActivationLayers() {}

	/** A new layer, for tensors [batch, channel] or [batch, channel, y, x]. */
	public static Layer of(Nonlinearity activation, int channels) {
		return switch (activation) {
			case PRELU -> new ChannelPReLU(channels);
			case RRELU -> RReLU.dividing(3, 8);
			case RRELU_MULTIPLIED -> RReLU.multiplying(1 / 8.0, 1 / 3.0);
			default -> new ActivationLayer(function(activation).orElseThrow());
		};
	}

	/** The activation as a function without state, where it is one. */
	static Optional<IActivation> function(Nonlinearity activation) {
		return switch (activation) {
			case RELU -> Optional.of(new ActivationReLU());
			case LRELU -> Optional.of(new ActivationLReLU(1 / 100.0));
			case VERY_LEAKY -> Optional.of(new ActivationLReLU(1 / 5.5));
			case ELU -> Optional.of(new ActivationELU(1));
			case PRELU, RRELU, RRELU_MULTIPLIED -> Optional.empty();
		};
	}
}
