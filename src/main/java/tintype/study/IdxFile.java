package tintype.study;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import tintype.Progress;
import tintype.TintypeException;

/**
 * A file of unsigned bytes in IDX, the format of MNIST (LeCun, Cortes and
 * Burges): two zeros, the kind of the values, the number of dimensions, the
 * dimensions as 32-bit integers, big end first, and the values, the last
 * dimension fastest. Plain or compressed with gzip, told by its content.
 * <p>
 * The header is believed only as far as the file can hold what it claims, and
 * never more is unpacked than it claims.
 */
final class IdxFile {

	private static final String AGAIN = ": download it again.";

	private static final int GZIP = 0x1f8b;
	private static final int CHUNK = 1 << 20;

	private final Path file;
	private final long length;
	private final boolean packed;
	private final IdxHeader header;

	private IdxFile(Path file, int dimensions) throws IOException {
		this.file = file;
		length = Files.size(file);
		packed = isPacked(file);
		try (DataInputStream stream = open()) {
			header = IdxHeader.read(file, stream, dimensions);
		}
		requireRoom();
	}

	/**
	 * Reads the header and compares what it claims with the size of the file.
	 *
	 * @param dimensions as expected: 1 for labels, 3 for pictures
	 * @throws TintypeException if the file can't be read, is no such IDX file, is
	 *                          cut short or too long, or too large for the memory
	 */
	static IdxFile open(Path file, int dimensions) {
		return reading(file, () -> new IdxFile(file, dimensions));
	}

	/** The dimensions: pictures, rows, columns; or labels. Each at least 1; not to be changed. */
	int[] shape() {
		return header.shape();
	}

	/**
	 * Reads the values.
	 *
	 * @param progress told in bytes, with the name of the file
	 * @return as many as the shape says
	 * @throws TintypeException      if the file is damaged, cut short or too long
	 * @throws CancellationException when the caller cancels
	 */
	byte[] values(Progress progress) {
		return reading(file, () -> {
			try (DataInputStream stream = open()) {
				stream.skipNBytes(header.bytes());
				return values(stream, progress);
			}
		});
	}

	private byte[] values(DataInputStream stream, Progress progress) throws IOException {
		byte[] values = new byte[(int) header.values()];
		for (int at = 0; at < values.length; at += CHUNK) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(at, values.length, "Reading " + file.getFileName());
			int wanted = Math.min(CHUNK, values.length - at);
			if (stream.readNBytes(values, at, wanted) < wanted) throw new EOFException();
		}
		// also makes gzip compare its checksum
		if (stream.read() >= 0) throw tooLong();
		return values;
	}

	private DataInputStream open() throws IOException {
		InputStream disk = Files.newInputStream(file);
		try {
			return new DataInputStream(packed ? new GZIPInputStream(disk, CHUNK >> 4) : new BufferedInputStream(disk));
		}
		catch (IOException e) {
			disk.close();
			throw e;
		}
	}

	private static boolean isPacked(Path file) throws IOException {
		try (InputStream stream = Files.newInputStream(file)) {
			byte[] start = stream.readNBytes(2);
			return Arrays.equals(start, new byte[] { (byte) (GZIP >> 8), (byte) GZIP });
		}
	}

	/** Before anything is allocated for the values. */
	private void requireRoom() {
		long whole = header.bytes() + header.values();
		if (packed && whole > mostUnpacked(length)) throw new TintypeException( //
			file + " has " + length + " bytes but claims to unpack to " + whole + ", more than pictures shrink by" + AGAIN);
		if (!packed && whole > length) throw cutShort(null);
		if (!packed && whole < length) throw tooLong();
		if (header.values() > Math.min(IdxHeader.MOST_VALUES, Runtime.getRuntime().maxMemory() / 2)) throw new TintypeException( //
			file + " has " + header.values() + " values, too many for the memory: use a smaller set, or give ImageJ more memory.");
	}

	/**
	 * What a gzip file may claim to hold: 64 MB whatever its size is, above that
	 * 100 times its size. Deflate can't pass 1032 times. MNIST is 5 times.
	 */
	private static long mostUnpacked(long length) {
		return Math.min(1032 * length, Math.max(64 << 20, 100 * length));
	}

	private TintypeException cutShort(IOException cause) {
		return new TintypeException(file + " is cut short: its header promises " + (header.bytes() + header.values()) + " bytes" + //
			(packed ? " unpacked" : ", it has " + length) + AGAIN, cause);
	}

	private TintypeException tooLong() {
		return new TintypeException(file + " is longer than the " + (header.bytes() + header.values()) + " bytes that its header promises" + AGAIN);
	}

	/** What is done with a file. */
	private interface Reading<T> {

		T now() throws IOException;
	}

	private static <T> T reading(Path file, Reading<T> reading) {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) throw new TintypeException( //
			file + " can't be read: check that it is still there and your access rights.");
		try {
			return reading.now();
		}
		catch (EOFException e) {
			throw new TintypeException(file + " is cut short" + AGAIN, e);
		}
		catch (ZipException e) {
			throw new TintypeException(file + " is damaged, it can't be unpacked" + AGAIN, e);
		}
		catch (IOException e) {
			throw new TintypeException(file + " can't be read: check the disk and your access rights.", e);
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException(file + " does not fit into memory: use a smaller set, or give ImageJ more memory.", e);
		}
	}
}
