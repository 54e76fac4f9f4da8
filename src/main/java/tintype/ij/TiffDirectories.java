package tintype.ij;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The chain of directories in a TIFF (TIFF 6.0, section 2), walked before
 * ImageJ's decoder sees the file: that follows a chain that bites its own tail
 * for ever, and makes room for as many values as an entry claims to have.
 */
final class TiffDirectories {

	private static final int HEADER = 8;
	private static final int ENTRY = 12;
	/** Over all directories, which may overlap; stacks of a hundred thousand slices have less. */
	private static final int MOST_ENTRIES = 1 << 22;
	private static final int WIDTH = 256;
	private static final int HEIGHT = 257;
	/** Bytes per value of the types 1 to 13; unknown ones count as a byte. */
	private static final int[] BYTES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4 };

	private final RandomAccessFile file;
	private final Path path;
	private final ByteOrder order;
	private long width;
	private long height;

	private TiffDirectories(RandomAccessFile file, Path path) throws IOException {
		this.file = file;
		this.path = path;
		byte[] mark = bytes(0, 2).array();
		if (mark[0] != mark[1] || mark[0] != 'I' && mark[0] != 'M') throw new IOException(path + " is no TIFF");
		order = mark[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
	}

	/**
	 * @return width times height of the first picture, as its directory claims
	 * @throws IOException if the chain is a circle, longer than any stack, or
	 *                     leads out of the file, or an entry has more values
	 *                     than the file has room for
	 */
	static long pixels(Path path) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			TiffDirectories directories = new TiffDirectories(file, path);
			directories.walk();
			return directories.width * directories.height;
		}
	}

	private void walk() throws IOException {
		Set<Long> seen = new HashSet<>();
		long at = unsigned(bytes(HEADER - 4, 4)), all = 0;
		while (at != 0) {
			int entries = bytes(at, 2).getShort() & 0xffff;
			all += entries + 1;
			if (!seen.add(at) || all > MOST_ENTRIES) throw new IOException(path + " has directories without end");
			ByteBuffer directory = bytes(at + 2, entries * ENTRY + 4);
			for (int i = 0; i < entries; i++)
				check(directory, i * ENTRY, seen.size() == 1);
			directory.position(entries * ENTRY);
			at = unsigned(directory);
		}
	}

	private void check(ByteBuffer directory, int entry, boolean first) throws IOException {
		int tag = directory.getShort(entry) & 0xffff, type = directory.getShort(entry + 2) & 0xffff;
		long count = directory.getInt(entry + 4) & 0xffffffffL;
		if (count * (type < BYTES.length ? BYTES[type] : 1) > file.length()) throw new IOException(path + " claims values that it does not hold");
		if (!first || tag != WIDTH && tag != HEIGHT) return;
		long value = type == 3 ? directory.getShort(entry + 8) & 0xffff : directory.getInt(entry + 8) & 0xffffffffL;
		if (value > Integer.MAX_VALUE) throw new IOException(path + " has no such size");
		if (tag == WIDTH) width = value;
		else height = value;
	}

	private static long unsigned(ByteBuffer bytes) {
		return bytes.getInt() & 0xffffffffL;
	}

	/** @throws java.io.EOFException if they lie beyond the end of the file */
	private ByteBuffer bytes(long at, int count) throws IOException {
		byte[] read = new byte[count];
		file.seek(at);
		file.readFully(read);
		return order == null ? ByteBuffer.wrap(read) : ByteBuffer.wrap(read).order(order);
	}
}
