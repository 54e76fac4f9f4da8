package tintype.study;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link Linear} at work. The input is left as it is. */
final class LinearLayer extends BaseLayer<Linear> {

	private static final long serialVersionUID = 1;

	private static final String WEIGHT = DefaultParamInitializer.WEIGHT_KEY;
	private static final String BIAS = DefaultParamInitializer.BIAS_KEY;

	LinearLayer(NeuralNetConfiguration conf, DataType type) {
		super(conf, type);
	}

	@Override
	public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
		assertInputSet(false);
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), new long[] { input.size(0), layerConf().getNOut() }, 'c');
		Nd4j.gemm(input, getParam(WEIGHT), output, false, false, 1, 0);
		return hasBias() ? output.addiRowVector(getParam(BIAS)) : output;
	}

	/** @return no gradient of the input if this is the first layer */
	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
		assertInputSet(true);
		Gradient gradient = new DefaultGradient();
		INDArray ofWeights = gradientViews.get(WEIGHT);
		Nd4j.gemm(input, epsilon, ofWeights, true, false, 1, 0);
		gradient.setGradientFor(WEIGHT, ofWeights);
		if (hasBias()) gradient.setGradientFor(BIAS, epsilon.sum(gradientViews.get(BIAS), 0));
		if (getIndex() == 0) return new Pair<>(gradient, null);
		INDArray ofInput = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), input.shape(), 'c');
		Nd4j.gemm(epsilon, getParam(WEIGHT), ofInput, false, true, 1, 0);
		return new Pair<>(gradient, ofInput);
	}

	@Override
	public boolean hasBias() {
		return layerConf().hasBias();
	}

	@Override
	public boolean isPretrainLayer() {
		return false;
	}
}
