package tintype.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;

import java.util.List;

/** The network of the posts in DJL's own blocks. */
final class LibtorchNetwork {

	private LibtorchNetwork() {}

	/** Which library runs it. */
	static String description(Layout layout) {
		return "libtorch " + Engine.getEngine("PyTorch").getVersion() + (layout == Layout.PIXELS ? " channels_last" : "") + " through DJL " + Engine.getDjlVersion();
	}

	/**
	 * @param start      of each convolution its weights [out, in, 3, 3], then its biases [out]
	 * @param layout     of the weights
	 * @param parameters takes the block's, in this order
	 */
	static Block of(float[][] start, Layout layout, List<Parameter> parameters) {
		SequentialBlock network = new SequentialBlock();
		for (int i = 0; i < start.length; i += 2) {
			Conv2d convolution = Conv2d.builder().setFilters(start[i + 1].length).setKernelShape(new Shape(3, 3)).build();
			add(convolution, Parameter.Type.WEIGHT, start[i], layout, parameters);
			add(convolution, Parameter.Type.BIAS, start[i + 1], layout, parameters);
			network.add(convolution);
			if (i + 2 < start.length) network.add(Activation.reluBlock());
		}
		return network;
	}

	private static void add(Conv2d convolution, Parameter.Type type, float[] start, Layout layout, List<Parameter> parameters) {
		for (Parameter parameter : convolution.getDirectParameters().values())
			if (parameter.getType() == type) {
				parameter.setInitializer((manager, shape, dataType) -> layout.create(manager, start, shape));
				parameters.add(parameter);
			}
	}
}
