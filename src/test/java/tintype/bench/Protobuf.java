package tintype.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message in the wire format of Protocol Buffers (protobuf.dev/programming-guides/encoding),
 * field by field in the order of the calls.
 */
final class Protobuf {

	/** Wire types. */
	private static final int VARINT = 0, BYTES = 2;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	/** @param value at least 0 */
	Protobuf number(int field, long value) {
		varint(field << 3 | VARINT);
		varint(value);
		return this;
	}

	Protobuf text(int field, String text) {
		return bytes(field, text.getBytes(StandardCharsets.UTF_8));
	}

	Protobuf message(int field, Protobuf message) {
		return bytes(field, message.toByteArray());
	}

	/** Four bytes each, the least significant first. */
	Protobuf floats(int field, float[] values) {
		ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asFloatBuffer().put(values);
		return bytes(field, buffer.array());
	}

	private Protobuf bytes(int field, byte[] content) {
		varint(field << 3 | BYTES);
		varint(content.length);
		bytes.writeBytes(content);
		return this;
	}

	/** Seven bits a byte, the least significant first; the eighth says that more follow. */
	private void varint(long value) {
		long rest = value;
		for (; rest > 0x7f; rest >>>= 7)
			bytes.write((int) (rest & 0x7f | 0x80));
		bytes.write((int) rest);
	}

	byte[] toByteArray() {
		return bytes.toByteArray();
	}
}
