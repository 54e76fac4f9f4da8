package tintype.nn;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@link RReLU} at work. Holds the slopes of its own last training pass until the
 * way back, the next pass or {@link #clear()}.
 * <p>
 * The slopes come from {@code Nd4j.getRandom()}: seed it before each step, and a
 * training can be repeated. The input is left as it is.
 */
final class RReLULayer extends AbstractLayer<RReLU> {

	private static final long serialVersionUID = 1;

	/** For each element 1 or the slope drawn; null when no training pass came before. */
	private transient INDArray factors;

	RReLULayer(NeuralNetConfiguration conf, DataType type) {
		super(conf, type);
	}

	@Override
	public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
		assertInputSet(false);
		forget();
		INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), input.shape(), 'c');
		if (!training) return Nd4j.getExecutioner().exec(new LeakyReLU(input, output, layerConf().testSlope()));
		factors = factors(output);
		return input.mul(factors, output);
	}

	/**
	 * Outside any workspace, as those of the way forward end before the way back
	 * begins.
	 *
	 * @param scratch of the input's shape, overwritten
	 */
	private INDArray factors(INDArray scratch) {
		try (MemoryWorkspace none = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
			INDArray slopes = Nd4j.createUninitialized(input.dataType(), input.shape(), 'c');
			draw(slopes, layerConf().getLower(), layerConf().getUpper());
			if (layerConf().isDividing()) slopes.rdivi(1);
			INDArray negative = Nd4j.getExecutioner().exec(new Step(input.rsub(0, scratch), scratch, 0));
			return slopes.subi(1).muli(negative).addi(1);
		}
	}

	private void draw(INDArray slopes, double lower, double upper) {
		if (layerConf().isSharing()) slopes.assign(lower + (upper - lower) * Nd4j.getRandom().nextDouble());
		else Nd4j.rand(slopes, lower, upper, Nd4j.getRandom());
	}

	@Override
	public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
		if (factors == null) throw new IllegalStateException( //
			"RReLU has no slopes to go back with: run a training pass forward first " + layerId() + ".");
		INDArray gradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, epsilon.dataType(), epsilon.shape(), 'c');
		return new Pair<>(new DefaultGradient(), epsilon.mul(factors, gradient));
	}

	@Override
	public void clear() {
		super.clear();
		forget();
	}

	/** At once, as memory outside workspaces else waits for a garbage collection that need not come. */
	private void forget() {
		if (factors != null) factors.close();
		factors = null;
	}

	@Override
	public boolean isPretrainLayer() {
		return false;
	}

	@Override
	public void clearNoiseWeightParams() {}
}
