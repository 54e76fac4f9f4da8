package tintype.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;

/** Reads the tensors of a NumPy archive, compressed or not. */
public final class Npz {

	private Npz() {}

	/** By name, without the ending .npy. */
	public static Map<String, Tensor> read(Path file) throws IOException {
		Map<String, Tensor> tensors = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (var entry : zip.stream().toList())
				try (InputStream in = zip.getInputStream(entry)) {
					tensors.put(entry.getName().replaceFirst("\\.npy$", ""), Npy.read(in, entry.getName()));
				}
		}
		return tensors;
	}
}
