package tintype.study;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * x W + b for tensors [batch, unit], at a third of the cost of DeepLearning4J's
 * dense layer: that one multiplies x W a second time on the way back, by a slower
 * routine, and the first layer also finds the gradient of the pixels, which nobody
 * asks for. Parameters "W" [in, out] and "b" [1, out], 0 at the start.
 */
final class Linear extends DenseLayer {

	private static final long serialVersionUID = 1;

	/** For reading a configuration. */
	Linear() {}

	/** @param bias whether there is b */
	Linear(long in, long out, boolean bias) {
		setNIn(in);
		setNOut(out);
		setHasBias(bias);
		setActivationFn(new ActivationIdentity());
		setWeightInitFn(new WeightInitConstant(0));
	}

	@Override
	public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int index, INDArray parameters,
		boolean initialize, DataType type)
	{
		LinearLayer layer = new LinearLayer(conf, type);
		layer.setListeners(listeners);
		layer.setIndex(index);
		layer.setParamsViewArray(parameters);
		layer.setParamTable(initializer().init(conf, parameters, initialize));
		return layer;
	}
}
