package tintype.inspect;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tintype.TintypeException;

/**
 * Tensors as NumPy's own files, format 1.0 to 3.0 of its NEP 1. Written in single
 * precision, little-endian, C order; read also from other widths, integers, truth
 * values, big-endian and Fortran order. Python objects are refused.
 */
public final class Npy {

	private static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };
	private static final int LONGEST_HEADER = 1 << 16;
	private static final int MOST_AXES = 8;
	private static final int ALIGNMENT = 64;
	private static final int STEP = 1 << 20;

	private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([fiub])(\\d)'");
	private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
	private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d,\\s]*)\\)");

	private Npy() {}

	/** The bytes of a file that holds the tensor. */
	public static byte[] bytes(Tensor tensor) {
		String shape = Arrays.toString(tensor.shape()).replaceAll("[\\[\\]]", "") + (tensor.shape().length == 1 ? "," : "");
		String header = String.format(Locale.ROOT, "{'descr': '<f4', 'fortran_order': False, 'shape': (%s), }", shape);
		int start = MAGIC.length + 4;
		int padded = (start + header.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - start;
		header += " ".repeat(padded - header.length() - 1) + "\n";
		ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(start + padded, Math.multiplyExact(tensor.values().length, Float.BYTES)));
		bytes.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded);
		bytes.put(header.getBytes(StandardCharsets.US_ASCII));
		bytes.asFloatBuffer().put(tensor.values());
		return bytes.array();
	}

	/**
	 * Reads one tensor, and allocates no more than the stream holds.
	 *
	 * @param source what to call it in messages
	 * @throws TintypeException if it is no such file, cut off, or holds no numbers
	 * @throws IOException      if the stream fails
	 */
	public static Tensor read(InputStream stream, String source) throws IOException {
		try {
			DataInputStream in = new DataInputStream(stream);
			if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) throw refused(source, "it does not begin as one");
			int major = in.readUnsignedByte();
			in.readUnsignedByte();
			int length = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
			if (major > 1) length |= Short.toUnsignedInt(Short.reverseBytes(in.readShort())) << 16;
			if (length < 0 || length > LONGEST_HEADER) throw refused(source, "its header is too long");
			byte[] header = new byte[length];
			in.readFully(header);
			return read(in, new String(header, StandardCharsets.ISO_8859_1), source);
		}
		catch (EOFException e) {
			throw refused(source, "it is cut off");
		}
	}

	private static Tensor read(DataInputStream in, String header, String source) throws IOException {
		Matcher descr = DESCR.matcher(header), fortran = FORTRAN.matcher(header), shape = SHAPE.matcher(header);
		if (!descr.find() || !fortran.find() || !shape.find()) throw refused(source, "it holds no plain numbers");
		int[] edges = edges(shape.group(1), source);
		int width = Integer.parseInt(descr.group(3));
		ToDoubleFunction<ByteBuffer> number = number(descr.group(2), width, source);
		long count = Tensor.count(edges);
		byte[] bytes = upTo(in, count * width, source);
		ByteBuffer buffer = ByteBuffer.wrap(bytes).order(descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		float[] values = new float[(int) count];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) number.applyAsDouble(buffer);
		return fortran.group(1).equals("True") ? fromFortran(edges, values) : new Tensor(edges, values);
	}

	private static int[] edges(String text, String source) {
		try {
			int[] edges = Arrays.stream(text.split(",")).map(String::strip).filter(edge -> !edge.isEmpty()).mapToInt(Integer::parseInt).toArray();
			if (edges.length > MOST_AXES || Tensor.count(edges) > Integer.MAX_VALUE / Double.BYTES) throw refused(source, "it is too large");
			return edges;
		}
		catch (NumberFormatException | ArithmeticException e) {
			throw refused(source, "it is too large");
		}
	}

	private static ToDoubleFunction<ByteBuffer> number(String kind, int width, String source) {
		return switch (kind + width) {
			case "f4" -> ByteBuffer::getFloat;
			case "f8" -> ByteBuffer::getDouble;
			case "i8", "u8" -> ByteBuffer::getLong;
			case "i4" -> ByteBuffer::getInt;
			case "u4" -> buffer -> Integer.toUnsignedLong(buffer.getInt());
			case "i2" -> ByteBuffer::getShort;
			case "u2" -> buffer -> Short.toUnsignedInt(buffer.getShort());
			case "i1" -> ByteBuffer::get;
			case "u1", "b1" -> buffer -> Byte.toUnsignedInt(buffer.get());
			default -> throw refused(source, "it holds numbers of an unknown kind");
		};
	}

	/** Step by step: a header that promises too much must not cost memory. */
	private static byte[] upTo(InputStream in, long count, String source) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (bytes.size() < count) {
			byte[] some = in.readNBytes((int) Math.min(STEP, count - bytes.size()));
			if (some.length == 0) throw refused(source, "it is cut off");
			bytes.write(some);
		}
		return bytes.toByteArray();
	}

	private static Tensor fromFortran(int[] edges, float[] values) {
		Tensor tensor = new Tensor(edges, new float[values.length]);
		int[] at = new int[edges.length];
		for (float value : values) {
			tensor.values()[tensor.index(at)] = value;
			for (int i = 0; i < at.length && ++at[i] == edges[i]; i++)
				at[i] = 0;
		}
		return tensor;
	}

	private static TintypeException refused(String source, String reason) {
		return new TintypeException(source + " is no NumPy file that can be read (" + reason + "): save an array of numbers with numpy.save.");
	}
}
