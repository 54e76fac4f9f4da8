package tintype.ij;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tintype.TintypeException;

/**
 * A picture of a batch.
 *
 * @param file   to read
 * @param result file or folder to write
 */
record BatchPicture(Path file, Path result) {

	/** What a result that is a folder always holds. */
	static final String PAGE = "index.html";

	/**
	 * Names the results after their pictures: {@code a/b.png} becomes {@code a/b.tif}. Of
	 * pictures that differ in their ending alone, the results keep it: {@code b.png.tif}.
	 *
	 * @param output folder of all results
	 * @param ending with its dot; empty for folders
	 * @throws TintypeException if a result would take the place of a picture
	 */
	static List<BatchPicture> of(BatchInputs inputs, Path output, String ending) {
		Map<String, Integer> bearers = new HashMap<>();
		for (Path file : inputs.files())
			bearers.merge(key(named(inputs, file, output, "")), 1, Integer::sum);
		Set<Path> taken = new HashSet<>(inputs.files());
		Set<String> names = new HashSet<>();
		List<BatchPicture> pictures = new ArrayList<>();
		for (Path file : inputs.files()) {
			boolean alone = bearers.get(key(named(inputs, file, output, ""))) == 1;
			Path result = alone ? named(inputs, file, output, ending) : whole(inputs, file, output, ending);
			if (!names.add(key(result))) throw new TintypeException("Two pictures would have the result " + result + ": rename " + file + ".");
			if (taken.contains(result)) throw new TintypeException("The result of " + file + " would take the place of a picture: choose another output folder.");
			pictures.add(new BatchPicture(file, result));
		}
		return pictures;
	}

	private static Path named(BatchInputs inputs, Path file, Path output, String ending) {
		String name = file.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return place(inputs, file, output).resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
	}

	private static Path whole(BatchInputs inputs, Path file, Path output, String ending) {
		return place(inputs, file, output).resolveSibling(file.getFileName() + ending);
	}

	private static Path place(BatchInputs inputs, Path file, Path output) {
		return output.resolve(inputs.base().relativize(file));
	}

	/** Not all systems tell capitals from small letters. */
	private static String key(Path path) {
		return path.toString().toLowerCase(Locale.ROOT);
	}

	/** Results appear under their names only when they are whole. */
	boolean isDone() {
		return Files.isRegularFile(result) || Files.isRegularFile(result.resolve(PAGE));
	}
}
