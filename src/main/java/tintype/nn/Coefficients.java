package tintype.nn;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

import org.bytedeco.javacpp.indexer.HalfIndexer;

/**
 * The weights in the form in which ND4J writes an array: shape buffer, then data
 * buffer, each with the name of its allocation mode, its length and its type in
 * front; numbers in single or half precision. Read by hand, because ND4J's own reader allocates what the file asks
 * for.
 */
final class Coefficients {

	private static final int LONGEST_SHAPE = 64;

	private Coefficients() {}

	/**
	 * Allocates no more than the bytes hold.
	 *
	 * @param count how many weights there must be
	 * @throws IllegalArgumentException if the bytes hold anything else
	 */
	static float[] parse(byte[] bytes, long count) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			in.readUTF();
			long shape = in.readLong();
			if (!in.readUTF().equals("LONG") || shape < 0 || shape > LONGEST_SHAPE) throw new IllegalArgumentException(
				"its weights have no shape");
			in.skipNBytes(shape * Long.BYTES);
			in.readUTF();
			long length = in.readLong();
			String type = in.readUTF();
			boolean half = type.equals("HALF");
			if (length != count || !half && !type.equals("FLOAT")) throw new IllegalArgumentException( //
				"it holds " + length + " weights of type " + type + " where its network needs " + count + " of type FLOAT or HALF");
			if (in.available() < count * (half ? Short.BYTES : Float.BYTES)) throw new IllegalArgumentException("its weights end too early");
			float[] weights = new float[Math.toIntExact(count)];
			for (int i = 0; i < weights.length; i++)
				weights[i] = half ? HalfIndexer.toFloat(in.readUnsignedShort()) : in.readFloat();
			return weights;
		}
		catch (IOException e) {
			throw new IllegalArgumentException("its weights end too early", e);
		}
	}
}
