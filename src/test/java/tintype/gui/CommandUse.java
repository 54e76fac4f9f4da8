package tintype.gui;

import java.nio.file.Path;
import java.util.List;

/**
 * How a user runs a command of Plugins > Tintype once.
 *
 * @param image   title of the image that is current
 * @param filling of the fields, from the first on, which has the focus
 * @param windows that the command opens, none if it only selects or draws
 * @param results titles of the images among them
 * @param options recorded, with %1$s for the pictures and %2$s for the output; empty for a command without a dialog
 */
record CommandUse(String image, Filling filling, List<String> windows, List<String> results, String options) {

	/** What is typed into a dialog before Return. */
	interface Filling {

		/**
		 * @param pictures folder to read from
		 * @param output   folder to write into
		 */
		void into(Desktop desktop, Path pictures, Path output) throws Exception;
	}

	/** A command without a dialog. */
	static CommandUse direct(String image, String... windows) {
		return new CommandUse(image, (desktop, pictures, output) -> {}, List.of(windows),
			List.of(windows).stream().filter(title -> title.endsWith(".png")).toList(), "");
	}
}
