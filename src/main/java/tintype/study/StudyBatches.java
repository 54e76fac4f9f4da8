package tintype.study;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Random;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.Tensors;

/**
 * Some pictures at a time, as two tensors that are used again and again. The
 * pixels are divided by 255.
 */
final class StudyBatches implements AutoCloseable {

	private final LabelledImages images;
	private final float[] pixels;
	private final float[] oneHot;
	private final INDArray features;
	private final INDArray labels;

	/**
	 * @param size  of a batch, at most the number of pictures
	 * @param shape of the features, pictures first
	 */
	StudyBatches(LabelledImages images, int size, long[] shape) {
		this.images = images;
		pixels = new float[size * images.width() * images.height()];
		oneHot = new float[size * images.classes().size()];
		features = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
		labels = Nd4j.createUninitialized(DataType.FLOAT, new long[] { size, images.classes().size() }, 'c');
	}

	/** The pictures of an epoch: shuffled by seed and epoch alone, so in the same order for all activations. */
	static int[] shuffled(int count, long seed, int epoch) {
		Random random = new Random(StudySeed.of(seed, -1, epoch));
		int[] order = inOrder(count);
		for (int i = count - 1; i > 0; i--) {
			int other = random.nextInt(i + 1), kept = order[i];
			order[i] = order[other];
			order[other] = kept;
		}
		return order;
	}

	/** 0, 1, 2 ... */
	static int[] inOrder(int count) {
		int[] order = new int[count];
		for (int i = 0; i < count; i++)
			order[i] = i;
		return order;
	}

	/** Fills features and labels with as many pictures as there is room for, the first being {@code order[from]}. */
	void fill(int[] order, int from) {
		int classes = images.classes().size(), size = oneHot.length / classes, length = pixels.length / size;
		Arrays.fill(oneHot, 0);
		for (int i = 0; i < size; i++) {
			int picture = order[from + i];
			scale(images.pixels(), picture * length, length, i * length);
			oneHot[i * classes + label(picture)] = 1;
		}
		put(pixels, features);
		put(oneHot, labels);
	}

	private void scale(byte[] bytes, int start, int length, int to) {
		for (int i = 0; i < length; i++)
			pixels[to + i] = (bytes[start + i] & 0xFF) / 255f;
	}

	private static void put(float[] values, INDArray tensor) {
		Tensors.memory(tensor).put(0, values);
		Reference.reachabilityFence(tensor); // its memory goes with it
	}

	private int label(int picture) {
		return Byte.toUnsignedInt(images.labels()[picture]);
	}

	/** In the shape of the network's input; valid until the next {@link #fill}. */
	INDArray features() {
		return features;
	}

	/** [batch, class], 1 for the picture's class; valid until the next {@link #fill}. */
	INDArray labels() {
		return labels;
	}

	@Override
	public void close() {
		features.close();
		labels.close();
	}
}
