package tintype.nn;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

import org.bytedeco.javacpp.indexer.HalfIndexer;

/**
 * The weights of a DeepLearning4J zip in the form in which ND4J writes an array:
 * shape buffer, then data buffer, each with the name of its allocation mode, its
 * length and its type in front; numbers in half, single or double precision. Read
 * by hand, one after the other, because ND4J's own reader allocates what the file
 * asks for.
 */
public final class Coefficients {

	private static final int LONGEST_SHAPE = 64;

	private final DataInputStream in;
	private final long count;
	private final int width;

	/**
	 * Reads as far as the first weight.
	 *
	 * @param stream read one number at a time, so better buffered
	 * @throws IllegalArgumentException if it is no such array, or of another type
	 * @throws IOException              if it ends too early or fails
	 */
	public Coefficients(InputStream stream) throws IOException {
		in = new DataInputStream(stream);
		in.readUTF();
		long shape = in.readLong();
		if (!in.readUTF().equals("LONG") || shape < 0 || shape > LONGEST_SHAPE) throw new IllegalArgumentException("its weights have no shape");
		in.skipNBytes(shape * Long.BYTES);
		in.readUTF();
		count = in.readLong();
		width = width(in.readUTF());
	}

	private static int width(String type) {
		return switch (type) {
			case "HALF" -> Short.BYTES;
			case "FLOAT" -> Float.BYTES;
			case "DOUBLE" -> Double.BYTES;
			default -> throw new IllegalArgumentException("its weights are not of type HALF, FLOAT or DOUBLE, but of type " + //
				type.substring(0, Math.min(type.length(), LONGEST_SHAPE)));
		};
	}

	/** How many weights the file claims to have; may be any number. */
	public long count() {
		return count;
	}

	/**
	 * The next weight, doubles rounded to single precision.
	 *
	 * @throws IOException if the file ends here
	 */
	public float next() throws IOException {
		return switch (width) {
			case Short.BYTES -> HalfIndexer.toFloat(in.readUnsignedShort());
			case Float.BYTES -> in.readFloat();
			default -> (float) in.readDouble();
		};
	}

	/** The next weight of those in memory, in a tenth of the time. */
	private float next(ByteBuffer data) {
		return switch (width) {
			case Short.BYTES -> HalfIndexer.toFloat(data.getShort() & 0xffff);
			case Float.BYTES -> data.getFloat();
			default -> (float) data.getDouble();
		};
	}

	/**
	 * Passes over weights.
	 *
	 * @throws IOException if the file ends before
	 */
	public void skip(long weights) throws IOException {
		in.skipNBytes(weights * width);
	}

	/**
	 * Whether nothing follows; in a zip, this is also what checks the sum over all
	 * weights.
	 *
	 * @throws IOException if the sum is wrong
	 */
	public boolean isAtEnd() throws IOException {
		return in.read() < 0;
	}

	/**
	 * Allocates no more than the bytes hold.
	 *
	 * @param count how many weights there must be
	 * @throws IllegalArgumentException if the bytes hold anything else
	 */
	static float[] parse(byte[] bytes, long count) {
		try {
			Coefficients row = new Coefficients(new ByteArrayInputStream(bytes));
			if (row.count != count) throw new IllegalArgumentException("it holds " + row.count + " weights where its network needs " + count);
			if (row.in.available() < count * row.width) throw new IllegalArgumentException("its weights end too early");
			float[] weights = new float[Math.toIntExact(count)];
			ByteBuffer data = ByteBuffer.wrap(bytes, bytes.length - row.in.available(), row.in.available());
			for (int i = 0; i < weights.length; i++)
				weights[i] = row.next(data);
			return weights;
		}
		catch (IOException e) {
			throw new IllegalArgumentException("its weights end too early", e);
		}
	}
}
