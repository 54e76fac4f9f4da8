package tintype.ij;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.WindowManager;

/** Which model made each of the open images, as their Info says. */
public final class ModelsInUse {

	private static final String MARK = "Tintype: ";

	private ModelsInUse() {}

	/** A headed list with a line for each image that Tintype made; nothing if there is none. */
	public static String text() {
		int[] ids = Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]);
		String lines = IntStream.of(ids).mapToObj(WindowManager::getImage).map(ModelsInUse::line).flatMap(Optional::stream).collect(Collectors.joining());
		return lines.isEmpty() ? "" : "\nOpen images by Tintype\n" + lines;
	}

	private static Optional<String> line(ImagePlus image) {
		String info = Optional.ofNullable(image.getInfoProperty()).orElse("");
		return info.lines().filter(line -> line.startsWith(MARK)).findFirst().map(line -> "  " + image.getTitle() + ": " + line.substring(MARK.length()) + "\n");
	}
}
