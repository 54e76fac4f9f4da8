package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import tintype.TintypeException;
import tintype.train.PhotoFiles;

/**
 * The pictures that a user means by a folder, a pattern, a list or a file. No picture is
 * opened. Hidden files are left out, unless a list names them.
 *
 * @param base  the folder that results keep the structure below of; of a list, the
 *              deepest folder that holds all
 * @param files absolute, sorted by their path below the base, so that every machine has
 *              the same order
 */
record BatchInputs(Path base, List<Path> files) {

	/** What a folder is searched for; a pattern or a list may name others. */
	private static final Set<String> EXTENSIONS = Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp", "gif", "pgm", "ppm", "pnm", "dcm", "fits", "fit", "lsm");

	private static final Set<String> LISTS = Set.of("txt", "lst");

	/**
	 * Lists them.
	 *
	 * @param output folder of results; not searched if it lies below the inputs
	 * @throws TintypeException if there are none, or the folder or list can't be read
	 */
	static BatchInputs of(File inputs, Path output) {
		String text = inputs.getPath();
		if (text.isBlank()) throw new TintypeException("There are no inputs: choose a folder, a pattern such as /plates/**/*.tif, or a list of files.");
		try {
			BatchInputs found = listed(inputs, output);
			if (found.files.isEmpty()) throw new TintypeException("There is no picture in " + text + ": choose other inputs.");
			return found;
		}
		catch (CharacterCodingException e) {
			throw new TintypeException("The list " + text + " is no text in UTF-8: save it as such.", e);
		}
		catch (IOException e) {
			throw new TintypeException("The inputs " + text + " can't be listed: check that they exist and your access rights.", e);
		}
		catch (InvalidPathException e) {
			throw new TintypeException("The name " + e.getInput() + " can't be a file or folder here: " + "check its spelling, and start Java with LC_ALL=C.UTF-8.", e);
		}
	}

	private static BatchInputs listed(File inputs, Path output) throws IOException {
		// A folder may have signs of a pattern in its name.
		if (!inputs.exists() && GlobPattern.is(inputs.getPath())) {
			GlobPattern pattern = GlobPattern.of(inputs.getPath());
			return below(pattern.base(), output, pattern::matches);
		}
		Path path = inputs.toPath().toAbsolutePath().normalize();
		if (Files.isDirectory(path)) return below(path, output, file -> EXTENSIONS.contains(extension(file)));
		if (!Files.exists(path)) throw new TintypeException("There is no folder or file " + inputs + ": check its name.");
		return LISTS.contains(extension(path)) ? list(path) : new BatchInputs(path.getParent(), List.of(path));
	}

	private static BatchInputs below(Path base, Path output, Predicate<Path> wanted) throws IOException {
		boolean inside = output.startsWith(base) && !output.equals(base);
		return sorted(base, PhotoFiles.below(base, file -> !(inside && file.startsWith(output)) && wanted.test(file)));
	}

	/** One path per line, relative ones from the list's own folder; empty lines and those that begin with # don't count. */
	private static BatchInputs list(Path list) throws IOException {
		List<Path> files = Files.readAllLines(list, StandardCharsets.UTF_8).stream().map(line -> line.replace("\ufeff", "").strip()) //
			.filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> list.resolveSibling(line).normalize()).distinct().toList();
		Path base = files.isEmpty() ? list.getParent() : files.get(0).getParent();
		for (Path file : files)
			while (base != null && !file.startsWith(base))
				base = base.getParent();
		if (base == null) throw new TintypeException("The files in " + list + " lie on several drives: make a list for each.");
		return sorted(base, files);
	}

	private static BatchInputs sorted(Path base, List<Path> files) {
		return new BatchInputs(base, files.stream().sorted(Comparator.comparing(file -> relative(base, file))).toList());
	}

	/** Spelled alike on all systems. */
	private static String relative(Path base, Path file) {
		return base.relativize(file).toString().replace('\\', '/');
	}

	private static String extension(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.substring(name.lastIndexOf('.') + 1);
	}
}
