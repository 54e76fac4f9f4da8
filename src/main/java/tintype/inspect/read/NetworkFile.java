package tintype.inspect.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import tintype.TintypeException;
import tintype.inspect.LayerGraph;

/** Opens a network, whichever kind of file it is in. The kind is told by the content, not by the name. */
public final class NetworkFile {

	private static final int BYTES_TO_TELL = 4096;
	private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

	private NetworkFile() {}

	/**
	 * Reads a network: .h5 of Keras 1, 2 and 3, .keras, or a zip of DeepLearning4J.
	 * <p>
	 * Nothing in the file is executed. A file of n bytes makes this allocate at most
	 * 4 n + 256 MB, and takes 10 s at most.
	 *
	 * @return its layers, channels last whatever the file's order, with their weights; what
	 *         cannot be computed is {@link tintype.inspect.Operation.Unsupported}
	 * @throws TintypeException if there is no such file, it is damaged, or holds no network
	 *                          that can be read
	 */
	public static LayerGraph open(Path file) {
		String name = Names.legible(file.getFileName() == null ? file.toString() : file.getFileName().toString());
		if (Files.isDirectory(file)) throw FileKind.folder(file, name);
		try {
			return open(file, name);
		}
		catch (NoSuchFileException e) {
			throw new TintypeException("There is no file " + file + ": choose a model that Keras or DeepLearning4J saved.", e);
		}
		catch (ZipException e) {
			throw new TintypeException(name + " is damaged or cut off: save the model again, or copy the file again.", e);
		}
		catch (IOException e) {
			throw new TintypeException(name + " cannot be read (" + e.getMessage() + "): check that it is there and that you may read it.", e);
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (RuntimeException | StackOverflowError e) {
			throw Damage.of("The network in " + name + " makes no sense", e);
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException("There is not enough memory for " + name + ": close images, or give ImageJ more memory (Edit > Options > Memory & Threads).", e);
		}
	}

	private static LayerGraph open(Path file, String name) throws IOException {
		long size = Files.size(file);
		byte[] begin;
		try (InputStream in = Files.newInputStream(file)) {
			begin = in.readNBytes(BYTES_TO_TELL);
		}
		FileKind kind = FileKind.of(begin, name);
		if (kind != FileKind.HDF5 && kind != FileKind.ZIP) throw kind.refusal(name);
		if (size > MOST_BYTES) throw new TintypeException(name + " is larger than 2 GB: Tintype does not read such models.");
		Allowance allowance = new Allowance(name, size);
		if (kind == FileKind.ZIP) return zip(file, name, allowance);
		allowance.take(size);
		return KerasFile.hdf5(Files.readAllBytes(file), name, allowance);
	}

	private static LayerGraph zip(Path file, String name, Allowance allowance) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.getEntry("configuration.json") != null) return Dl4jFile.read(file);
			if (zip.getEntry("config.json") != null) return KerasFile.zip(zip, name, allowance);
			if (zip.stream().anyMatch(entry -> entry.getName().endsWith("data.pkl"))) throw FileKind.PYTORCH.refusal(name);
			throw FileKind.ZIP.refusal(name);
		}
	}
}
