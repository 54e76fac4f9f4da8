package tintype.inspect.dl4j;

import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.Operation;

/** Which kernel computes which layer. */
final class Kernels {

	private Kernels() {}

	/** @throws TintypeException if the layer can't be computed, or its weights do not fit */
	static Kernel of(Layer layer) {
		Operation operation = layer.operation();
		if (operation instanceof Operation.Merge merge) return new Merging(merge);
		Kernel kernel = ofWeights(layer, operation);
		if (kernel == null) kernel = ofPlaces(operation);
		if (kernel == null) kernel = ofValues(layer, operation);
		if (kernel != null) return kernel;
		throw new TintypeException(operation instanceof Operation.Unsupported unsupported ? unsupported.reason() : //
			"Layer " + layer.name() + " can't be computed by DeepLearning4J: begin after it.");
	}

	/** Those that have weights. */
	private static Kernel ofWeights(Layer layer, Operation operation) {
		if (operation instanceof Operation.Dense dense) return new DenseKernel(layer, dense);
		if (operation instanceof Operation.Convolution convolution) return Convolutions.of(layer, convolution);
		if (operation instanceof Operation.DepthwiseConvolution convolution) return Convolutions.of(layer, convolution);
		if (operation instanceof Operation.SeparableConvolution convolution) return Convolutions.of(layer, convolution);
		if (operation instanceof Operation.TransposedConvolution convolution) return Transposed.of(layer, convolution);
		if (operation instanceof Operation.BatchNormalization normalization) return BatchNorm.of(layer, normalization);
		if (operation instanceof Operation.LayerNormalization normalization) return new LayerNorm(layer, normalization);
		if (operation instanceof Operation.Embedding embedding) return new EmbeddingKernel(layer, embedding);
		return operation instanceof Operation.Recurrent recurrent ? RecurrentKernel.of(layer, recurrent) : null;
	}

	/** Those over images and sequences that have none. */
	private static Kernel ofPlaces(Operation operation) {
		if (operation instanceof Operation.Pooling pooling) return Pools.of(pooling);
		if (operation instanceof Operation.GlobalPooling pooling) return Pools.of(pooling);
		if (operation instanceof Operation.ZeroPadding padding) return new AsImages(Border.around(padding.edges()));
		if (operation instanceof Operation.Cropping cropping) return new AsImages(Border.within(cropping.edges()));
		return operation instanceof Operation.Upsampling upsampling ? Repetition.of(upsampling) : null;
	}

	/** Those over anything. */
	private static Kernel ofValues(Layer layer, Operation operation) {
		if (operation instanceof Operation.Input || operation instanceof Operation.Identity) return Scaling.NONE;
		if (operation instanceof Operation.Rescaling rescaling) return new Scaling(rescaling.scale(), rescaling.offset());
		if (operation instanceof Operation.Dropout dropout) return new NoiseKernel(layer, dropout);
		if (operation instanceof Operation.Flatten) return Reshaping.flat();
		if (operation instanceof Operation.Reshape reshape) return Reshaping.of(reshape);
		if (operation instanceof Operation.Permute permute) return Permutation.of(permute);
		return operation instanceof Operation.RepeatVector repeat ? Repetition.of(repeat) : null;
	}
}
