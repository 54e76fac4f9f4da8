package tintype.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small IDX files that tests make themselves. */
final class IdxBytes {

	static final int PICTURES = 0x803;
	static final int LABELS = 0x801;

	private IdxBytes() {}

	/** A file of a header and values. */
	static byte[] of(byte[] values, int... header) {
		ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * header.length + values.length);
		for (int number : header)
			bytes.putInt(number);
		return bytes.put(values).array();
	}

	/** Pictures of 3 x 2 pixels in random greys. */
	static byte[] pictures(int count, long seed) {
		byte[] values = new byte[count * 6];
		new Random(seed).nextBytes(values);
		return of(values, PICTURES, count, 2, 3);
	}

	/** 0, 1, 2 and so on to 9, and again. */
	static byte[] labels(int count) {
		byte[] values = new byte[count];
		for (int i = 0; i < count; i++)
			values[i] = (byte) (i % 10);
		return of(values, LABELS, count);
	}

	static byte[] packed(byte[] bytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
			stream.write(bytes);
		}
		return packed.toByteArray();
	}

	/** A megabyte that unpacks to a gigabyte of zeros after the header: 64 members of 16 MB. */
	static Path bomb(Path file, int... header) throws IOException {
		byte[] zeros = packed(new byte[1 << 24]);
		try (OutputStream stream = Files.newOutputStream(file)) {
			stream.write(packed(of(new byte[0], header)));
			for (int i = 0; i < 64; i++)
				stream.write(zeros);
		}
		return file;
	}

	/** All four files, 20 pictures to learn from and 10 that judge. */
	static void writeSet(Path folder) throws IOException {
		Files.write(folder.resolve("train-images-idx3-ubyte"), pictures(20, 1));
		Files.write(folder.resolve("train-labels-idx1-ubyte"), labels(20));
		Files.write(folder.resolve("t10k-images-idx3-ubyte"), pictures(10, 2));
		Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels(10));
	}
}
