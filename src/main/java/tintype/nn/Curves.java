package tintype.nn;

import java.util.Optional;

import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.ExponentialUnit;
import tintype.nn.winograd.Rectifier;

/** Activations as {@link tintype.nn.winograd} computes them after training, when none draws. */
final class Curves {

	private Curves() {}

	/** Of an activation layer; none if each channel has a slope of its own, or the curve is unknown. */
	static Optional<Curve> of(Layer layer) {
		if (layer instanceof ActivationLayer activation) return of(activation.getActivationFn());
		if (layer instanceof RReLU random && random.testSlope() <= 1) return Optional.of(new Rectifier((float) random.testSlope()));
		return Optional.empty();
	}

	/** Of a function; none if it is unknown. */
	static Optional<Curve> of(IActivation function) {
		if (function instanceof ActivationReLU) return Optional.of(new Rectifier(0));
		if (function instanceof ActivationLReLU leaky && leaky.getAlpha() >= 0 && leaky.getAlpha() <= 1)
			return Optional.of(new Rectifier((float) leaky.getAlpha()));
		if (function instanceof ActivationELU unit && unit.getAlpha() == 1) return Optional.of(new ExponentialUnit());
		return Optional.empty();
	}
}
