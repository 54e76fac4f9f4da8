package tintype.inspect.dl4j;

import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;

import tintype.inspect.Operation;

/** Values more than once, by DeepLearning4J's layers. */
final class Repetition {

	private Repetition() {}

	static Kernel.OfOne of(Operation.RepeatVector operation) {
		return new LayerKernel(new RepeatVector.Builder(operation.count()).build());
	}

	/** DeepLearning4J's repeats pixels; it has no bilinear one. */
	static Kernel.OfOne of(Operation.Upsampling operation) {
		if (operation.bilinear()) return new AsImages(new Bilinear(operation.factor()[0], operation.factor()[1]));
		return new AsImages(new LayerKernel(new Upsampling2D.Builder(1).size(operation.factor()).build()));
	}
}
