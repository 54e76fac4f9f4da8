package tintype.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * {@link tintype.nn.SceneNet} with ReLU and batch normalisation in DJL's own blocks, turned
 * by half a turn: kernels, pictures and logits alike. libtorch pads all edges of a map
 * alike, and where a convolution steps by two pixels, SceneNet pads right and bottom only;
 * of the turned picture, libtorch reads left and top only. So neither program pads by an
 * operation of its own.
 */
final class LibtorchSceneNet {

	private static final float EPSILON = 1e-5f;

	private final Iterator<float[]> values;

	private LibtorchSceneNet(Iterator<float[]> values) {
		this.values = values;
	}

	/** @param start weights and biases, or gain, offset, mean and variance, layer by layer; kernels not yet turned */
	static Block of(List<float[]> start) {
		return new LibtorchSceneNet(start.iterator()).network();
	}

	private Block network() {
		Block quarter = sequence(convolution(32, 2), convolution(64, 2), convolution(64, 1));
		Block eighth = sequence(convolution(128, 2), convolution(128, 1), convolution(128, 1));
		Block sixteenth = sequence(convolution(256, 2), convolution(256, 1), withScene(), convolution(256, 1));
		Block upEighth = sequence(eighth, joined(sixteenth, 128), Activation.reluBlock(), convolution(128, 1));
		return sequence(quarter, joined(upEighth, 64), Activation.reluBlock(), convolution(64, 1), linear(values.next(), 1, 1, values.next()));
	}

	private static Block sequence(Block... blocks) {
		SequentialBlock sequence = new SequentialBlock();
		for (Block block : blocks)
			sequence.add(block);
		return sequence;
	}

	/** Convolution, normalisation and ReLU. */
	private Block convolution(int maps, int stride) {
		Block convolution = linear(values.next(), 3, stride, null, maps);
		BatchNorm normalization = BatchNorm.builder().optEpsilon(EPSILON).build();
		set(normalization, Map.of(Parameter.Type.GAMMA, values.next(), Parameter.Type.BETA, values.next(), Parameter.Type.RUNNING_MEAN,
			values.next(), Parameter.Type.RUNNING_VAR, values.next()));
		return sequence(convolution, normalization, Activation.reluBlock());
	}

	private Block withScene() {
		Block mean = new LambdaBlock(LibtorchSceneNet::mean, "mean");
		Block scene = sequence(mean, linear(values.next(), 1, 1, values.next()), Activation.reluBlock(), linear(values.next(), 1, 1, values.next()));
		return sum(new LambdaBlock(maps -> maps, "maps"), scene);
	}

	/** [batch, channel, 1, 1]; DJL takes the mean along one axis at a time. */
	private static NDList mean(NDList maps) {
		NDArray x = maps.singletonOrThrow();
		return new NDList(x.reshape(x.getShape().get(0), x.getShape().get(1), -1, 1).mean(new int[] { 2 }, true));
	}

	private Block joined(Block deeper, int maps) {
		Block narrow = linear(values.next(), 1, 1, values.next(), maps);
		Block skip = linear(values.next(), 1, 1, values.next(), maps);
		return sum(sequence(deeper, narrow, new LambdaBlock(LibtorchSceneNet::twice, "twice")), skip);
	}

	private static Block sum(Block one, Block other) {
		return new ParallelBlock(maps -> new NDList(maps.get(0).singletonOrThrow().add(maps.get(1).singletonOrThrow())), List.of(one, other));
	}

	/** Each pixel four times. */
	private static NDList twice(NDList maps) {
		NDArray x = maps.singletonOrThrow();
		long[] shape = x.getShape().getShape();
		return new NDList(x.getNDArrayInternal().interpolation(new long[] { 2 * shape[2], 2 * shape[3] }, 0, false));
	}

	private static Block linear(float[] weights, int size, int stride, float[] biases) {
		return linear(weights, size, stride, biases, biases.length);
	}

	private static Block linear(float[] weights, int size, int stride, float[] biases, int maps) {
		Conv2d convolution = Conv2d.builder().setFilters(maps).setKernelShape(new Shape(size, size)).optStride(new Shape(stride, stride)) //
			.optPadding(new Shape(size / 2, size / 2)).optBias(biases != null).build();
		float[] turned = turned(weights, size * size);
		set(convolution, biases == null ? Map.of(Parameter.Type.WEIGHT, turned) : Map.of(Parameter.Type.WEIGHT, turned, Parameter.Type.BIAS, biases));
		return convolution;
	}

	private static void set(Block block, Map<Parameter.Type, float[]> start) {
		for (Parameter parameter : block.getDirectParameters().values()) {
			float[] values = start.get(parameter.getType());
			if (values != null) parameter.setInitializer((manager, shape, dataType) -> manager.create(values, shape));
		}
	}

	/** Planes of so many values, each turned by half a turn. */
	static float[] turned(float[] planes, int length) {
		float[] turned = new float[planes.length];
		for (int i = 0; i < planes.length; i++)
			turned[i] = planes[i / length * length + length - 1 - i % length];
		return turned;
	}
}
