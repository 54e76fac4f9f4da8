package tintype.nn;

import java.util.stream.IntStream;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.params.PReLUParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMin;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** {@link ChannelPReLU} at work. The input is left as it is. */
final class ChannelPReLULayer extends BaseLayer<ChannelPReLU> {

	private static final long serialVersionUID = 1;

	/** Of [batch, channel] and [batch, channel, y, x]. */
	private static final int CHANNEL = 1;

	ChannelPReLULayer(NeuralNetConfiguration conf, DataType type) {
		super(conf, type);
	}

	/** x + (alpha - 1) min(x, 0). */
	@Override
	public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
		assertInputSet(false);
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), input.shape(), 'c');
		Nd4j.getExecutioner().exec(new ScalarMin(input, null, output, 0));
		return timesAlphaLessOne(output).addi(input);
	}

	/**
	 * For alpha of a channel, the sum of epsilon min(x, 0) over batch, y and x; for
	 * x, epsilon (1 + (alpha - 1) [x &lt; 0]).
	 */
	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
		assertInputSet(true);
		INDArray work = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
		Nd4j.getExecutioner().exec(new ScalarMin(input, null, work, 0));
		INDArray ofAlpha = gradientViews.get(PReLUParamInitializer.WEIGHT_KEY);
		ofAlpha.assign(work.muli(epsilon).sum(allButChannel()));
		Gradient gradient = new DefaultGradient();
		gradient.gradientForVariable().put(PReLUParamInitializer.WEIGHT_KEY, ofAlpha);
		Nd4j.getExecutioner().exec(new Step(input.rsub(0, work), work, 0));
		return new Pair<>(gradient, timesAlphaLessOne(work).addi(1).muli(epsilon));
	}

	/** In place. */
	private INDArray timesAlphaLessOne(INDArray x) {
		INDArray alpha = getParam(PReLUParamInitializer.WEIGHT_KEY);
		return Nd4j.getExecutioner().exec(new BroadcastMulOp(x, alpha.sub(1), x, CHANNEL));
	}

	private int[] allButChannel() {
		return IntStream.range(0, input.rank()).filter(axis -> axis != CHANNEL).toArray();
	}

	@Override
	public boolean isPretrainLayer() {
		return false;
	}
}
