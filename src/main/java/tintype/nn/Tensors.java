package tintype.nn;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;

import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.bytedeco.javacpp.FloatPointer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.Shape;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.winograd.Maps;

/** Copies between images and tensors. Tensors are float32, [batch, channel, y, x]. */
public final class Tensors {

	private Tensors() {}

	/**
	 * The network's input for lightness L: (L - 50) / 50, so -1 for black and 1
	 * for white.
	 */
	public static float scaled(float lightness) {
		return (lightness - 50) / 50;
	}

	/**
	 * Copies a window of a lightness image, scaled, into a new tensor.
	 *
	 * @param lightness L, 0 to 100, defined on the whole window
	 * @param window    two-dimensional
	 * @return [1, 1, height, width], to be closed by the caller
	 */
	static INDArray ofLightness(RandomAccessible<FloatType> lightness, Interval window) {
		return of(scaled(lightness, window), 1, 1, window.dimension(1), window.dimension(0));
	}

	/** As above, row by row. */
	static float[] scaled(RandomAccessible<FloatType> lightness, Interval window) {
		float[] values = new float[Math.toIntExact(window.dimension(0) * window.dimension(1))];
		int i = 0;
		for (FloatType value : Views.flatIterable(Views.interval(lightness, window)))
			values[i++] = scaled(value.get());
		return values;
	}

	/**
	 * Copies a picture and its mirror image, scaled, into a new tensor.
	 *
	 * @param lightness L, 0 to 100, row by row
	 * @return [2, 1, height, width], to be closed by the caller
	 */
	static INDArray ofMirrored(float[] lightness, int width, int height) {
		float[] values = new float[2 * width * height];
		for (int row = 0; row < lightness.length; row += width)
			for (int x = 0; x < width; x++) {
				values[row + x] = scaled(lightness[row + x]);
				values[lightness.length + row + width - 1 - x] = values[row + x];
			}
		return of(values, 2, 1, height, width);
	}

	/**
	 * Copies values, the last dimension fastest, into a new float32 tensor. A
	 * reshaped one would be a view, which ND4J never frees.
	 */
	static INDArray of(float[] values, long... shape) {
		if (Backend.device().gpu()) return Nd4j.create(values, shape, 'c');
		// ND4J would copy one number at a time.
		INDArray tensor = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
		new FloatPointer(tensor.data().addressPointer()).put(values);
		Reference.reachabilityFence(tensor); // its memory goes with it
		return tensor;
	}

	/**
	 * The memory of a float32 tensor on the CPU, without gaps and with the last dimension
	 * fastest. It goes with the tensor: whoever uses it holds on to that.
	 */
	public static FloatBuffer memory(INDArray tensor) {
		return new FloatPointer(tensor.data().addressPointer()).capacity(tensor.length()).asBuffer();
	}

	/** The same memory as maps; likewise. */
	static Maps maps(INDArray tensor) {
		FloatPointer memory = new FloatPointer(tensor.data().addressPointer());
		return new Maps(memory, memory(tensor), (int) tensor.size(0), (int) tensor.size(1), (int) tensor.size(2), (int) tensor.size(3));
	}

	/** The tensor or a copy of it, without gaps and with the last dimension fastest. */
	static INDArray plain(INDArray tensor, ArrayType type, LayerWorkspaceMgr workspaces) {
		return tensor.ordering() == 'c' && Shape.hasDefaultStridesForShape(tensor) ? tensor : workspaces.dup(type, tensor, 'c');
	}

	/** Copies a float32 tensor into an array, the last dimension fastest. */
	public static float[] toFloats(INDArray tensor) {
		boolean contiguous = tensor.ordering() == 'c' && tensor.dataType() == DataType.FLOAT && //
			(Backend.device().gpu() ? !tensor.isView() : Shape.hasDefaultStridesForShape(tensor));
		INDArray plain = contiguous ? tensor : tensor.castTo(DataType.FLOAT).dup('c');
		float[] values = new float[Math.toIntExact(plain.length())];
		// From a GPU; does nothing on the CPU.
		Nd4j.getAffinityManager().ensureLocation(plain, AffinityManager.Location.HOST);
		new FloatPointer(plain.data().addressPointer()).get(values);
		Reference.reachabilityFence(plain); // its memory goes with it
		if (!contiguous) plain.close();
		return values;
	}
}
