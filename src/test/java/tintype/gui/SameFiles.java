package tintype.gui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;

/** Compares what two runs have written. */
final class SameFiles {

	/** Tables of Compare Activations that hold measured seconds. */
	private static final Pattern TIMED = Pattern.compile("(activations|epochs)\\.csv|run-.*\\.txt");

	private SameFiles() {}

	/** The same names, the same bytes but for measured times; of images the same pixels. A folder that is missing in both counts as empty. */
	static void check(Path expected, Path actual) throws IOException {
		List<Path> names = names(expected);
		assertEquals(names, names(actual), actual.toString());
		for (Path name : names)
			if (name.toString().endsWith(".tif")) samePixels(expected.resolve(name), actual.resolve(name));
			else if (!TIMED.matcher(name.getFileName().toString()).matches()) assertEquals(-1, Files.mismatch(expected.resolve(name), actual.resolve(name)), actual.resolve(name).toString());
	}

	/** All files in a folder and those in it; none if it is missing. */
	static List<Path> names(Path folder) throws IOException {
		if (!Files.exists(folder)) return List.of();
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
		}
	}

	private static void samePixels(Path expected, Path actual) {
		ImagePlus one = IJ.openImage(expected.toString()), other = IJ.openImage(actual.toString());
		assertEquals(one.getStackSize(), other.getStackSize(), actual.toString());
		for (int i = 1; i <= one.getStackSize(); i++)
			assertArrayEquals(one.getStack().getProcessor(i).getFloatArray(), other.getStack().getProcessor(i).getFloatArray(), actual + ", plane " + i);
	}
}
