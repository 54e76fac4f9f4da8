package tintype.inspect.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.dataset.chunked.ChunkedDatasetV3;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;

import tintype.TintypeException;

/** The numbers of an HDF5 dataset in single precision. */
final class Hdf5Numbers {

	private static final int EXPONENT_OF_HALF = 5;
	private static final int EXPONENT_OF_BFLOAT = 8;

	private Hdf5Numbers() {}

	/**
	 * Reads a dataset of half, single or double precision, or of bfloat16.
	 *
	 * @throws TintypeException if it holds something else, or too much
	 */
	static float[] of(Dataset dataset, Allowance allowance) {
		DataType type = dataset.getDataType();
		int width = type.getSize();
		long count = dataset.getSize();
		if (!isNumber(dataset, type)) throw new TintypeException("The weights " + dataset.getPath() + //
			" are no floating-point numbers: quantised networks can't be read, save the original.");
		allowance.take(Math.multiplyExact(count, Float.BYTES));
		if (count == 0) return new float[0];
		ByteBuffer bytes = bytes(dataset, width, allowance);
		if (bytes.remaining() < Math.multiplyExact(count, width)) throw Damage.of("The weights " + dataset.getPath() + " are cut off");
		bytes.order(type instanceof FloatingPoint number ? number.getByteOrder() : ByteOrder.LITTLE_ENDIAN);
		return floats(bytes, (int) count, width, type instanceof FloatingPoint number ? number.getExponentSize() : EXPONENT_OF_BFLOAT);
	}

	private static boolean isNumber(Dataset dataset, DataType type) {
		int width = type.getSize();
		if (type instanceof FloatingPoint number) return width == Float.BYTES || width == Double.BYTES //
			|| width == Short.BYTES && (number.getExponentSize() == EXPONENT_OF_HALF || number.getExponentSize() == EXPONENT_OF_BFLOAT);
		// Keras 3 stores bfloat16, which HDF5 does not know, as two bytes and a word about them.
		Attribute word = dataset.getAttribute("dtype");
		return type instanceof OpaqueDataType && width == Short.BYTES && word != null && "bfloat16".equals(word.getData());
	}

	private static ByteBuffer bytes(Dataset dataset, int width, Allowance allowance) {
		if (dataset instanceof ContiguousDataset contiguous) return contiguous.getBuffer();
		if (dataset instanceof CompactDataset compact) return compact.getDataBuffer();
		if (dataset instanceof ChunkedDatasetV3 chunked) return Hdf5Chunks.joined(chunked, width, allowance);
		throw new TintypeException("The weights " + dataset.getPath() + " use a newer layout of HDF5 than Keras does: save the model again with model.save().");
	}

	/** @param exponent bits of it, for numbers of two bytes */
	static float[] floats(ByteBuffer bytes, int count, int width, int exponent) {
		float[] values = new float[count];
		if (width == Float.BYTES) bytes.asFloatBuffer().get(values);
		else for (int i = 0; i < count; i++)
			if (width == Double.BYTES) values[i] = (float) bytes.getDouble();
			else if (exponent == EXPONENT_OF_HALF) values[i] = FloatingPoint.toFloat(bytes.getShort());
			else values[i] = Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
		return values;
	}
}
