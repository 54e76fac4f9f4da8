package tintype.inspect.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip file from a stranger, read from its beginning as often as wanted: entries
 * are found whatever the directory at its end says, and none is inflated further
 * than the file's size allows.
 */
final class Archive {

	/** Begins anew. */
	interface Source {

		InputStream open() throws IOException;
	}

	/** Makes something of an entry. */
	interface Use<T> {

		T of(InputStream entry) throws IOException;
	}

	/** What may be inflated on the way to an entry, besides four times the file. */
	private static final long ROOM = 1L << 27;

	private final Source source;
	private final long size;

	/** @param size of the file, in bytes */
	Archive(Source source, long size) {
		this.source = source;
		this.size = size;
	}

	/** Size of the file, in bytes. */
	long size() {
		return size;
	}

	/**
	 * The content of an entry.
	 *
	 * @param until no entry behind that of this name is looked at; null for all
	 * @param most  the most bytes that it may have
	 * @return null if there is none of this name
	 * @throws IllegalArgumentException if it has more, or the file is no zip
	 * @throws IOException              if the file is truncated or damaged
	 */
	byte[] content(String name, String until, int most) throws IOException {
		return use(name, until, entry -> {
			byte[] bytes = entry.readNBytes(most + 1);
			if (bytes.length > most) throw new IllegalArgumentException("its " + name + " is larger than any network needs");
			return bytes;
		});
	}

	/**
	 * Reads from an entry.
	 *
	 * @param until no entry behind that of this name is looked at; null for all
	 * @return what is made of it; null if there is none of this name
	 * @throws IllegalArgumentException if the file is no zip
	 * @throws IOException              if the file is truncated or damaged
	 */
	<T> T use(String name, String until, Use<T> use) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(source.open()))) {
			ZipEntry entry = zip.getNextEntry();
			if (entry == null) throw new IllegalArgumentException("it is no zip file");
			for (long left = 4 * size + ROOM; entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(name)) return use.of(zip);
				if (entry.getName().equals(until)) return null;
				left -= passedOver(zip, left);
			}
			return null;
		}
	}

	private static long passedOver(InputStream in, long most) throws IOException {
		byte[] buffer = new byte[1 << 14];
		long count = 0;
		for (int n; (n = in.read(buffer)) > 0;)
			if ((count += n) > most) throw new IllegalArgumentException("it inflates to more than any network needs");
		return count;
	}
}
