package tintype.inspect.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Layer;
import tintype.inspect.Phase;

/** An activation inside a layer of DeepLearning4J, which expects that its values are overwritten. */
final class InPlace extends BaseActivationFunction {

	private static final long serialVersionUID = 1;

	private final transient Kernel.OfOne function;

	private InPlace(Kernel.OfOne function) {
		this.function = function;
	}

	/** @throws TintypeException if it has weights, or draws */
	static IActivation of(Layer layer, Activation activation) {
		if (activation.isLinear()) return new ActivationIdentity();
		if (activation instanceof Activation.Softmax softmax && !softmax.logarithmic()) return new ActivationSoftmax();
		if (activation instanceof Activation.PRelu || activation instanceof Activation.RandomRelu || activation instanceof Activation.Softmax)
			throw new TintypeException("Layer " + layer.name() + " has the activation " + activation.label() + " between its times, " + //
				"which can't be computed: begin after it.");
		Kernel.OfOne kernel = Activations.of(activation);
		return kernel instanceof Borrowed borrowed && borrowed.slope() == null ? borrowed.function() : new InPlace(kernel);
	}

	@Override
	public INDArray getActivation(INDArray in, boolean training) {
		try (INDArray copy = Plain.copy(in); INDArray values = function.forward(copy, Phase.TEST)) {
			return in.assign(values);
		}
	}

	@Override
	public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
		try (INDArray copy = Plain.copy(in); INDArray ofOutput = Plain.copy(epsilon); INDArray ofInput = function.backward(copy, ofOutput)) {
			return new Pair<>(in.assign(ofInput), null);
		}
	}
}
