package tintype.nn;

import java.util.Collection;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parametric ReLU of He et al. 2015 with one alpha for each channel, so for
 * pictures of any size. DeepLearning4J's own has one for each element, or fails
 * to train where they are shared. Parameter "W": alpha [channel].
 */
public final class ChannelPReLU extends PReLULayer {

	/** Of alpha, as in the paper. */
	static final double START = 0.25;

	private static final long serialVersionUID = 1;

	/** For reading a configuration. */
	ChannelPReLU() {}

	ChannelPReLU(int channels) {
		setInputShape(new long[] { channels });
		setActivationFn(new ActivationIdentity());
		setWeightInitFn(new WeightInitConstant(START));
	}

	@Override
	public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int index, INDArray parameters,
		boolean initialize, DataType type)
	{
		ChannelPReLULayer layer = new ChannelPReLULayer(conf, type);
		layer.setListeners(listeners);
		layer.setIndex(index);
		layer.setParamsViewArray(parameters);
		layer.setParamTable(initializer().init(conf, parameters, initialize));
		return layer;
	}
}
