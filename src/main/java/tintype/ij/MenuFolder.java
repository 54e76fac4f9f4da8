package tintype.ij;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts Tintype into the menu of an ImageJ that runs from a class path and has
 * no plugins folder. ImageJ builds its menus from jars in a folder, so a
 * temporary one with only {@code plugins.config} inside stands in; the classes
 * come from the class path. Names no class of ImageJ, which reads the folder's
 * place once, when it is loaded.
 */
final class MenuFolder {

	private static final String CONFIG = "plugins.config";

	private MenuFolder() {}

	/** Makes the folder and tells ImageJ of it, unless the user named one. */
	static void install() {
		if (System.getProperty("plugins.dir") != null) return;
		try (InputStream config = MenuFolder.class.getResourceAsStream("/" + CONFIG)) {
			Path home = Files.createTempDirectory("tintype-menu");
			Path plugins = Files.createDirectory(home.resolve("plugins"));
			Path jar = plugins.resolve("Tintype_.jar");
			try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
				zip.putNextEntry(new ZipEntry(CONFIG));
				config.transferTo(zip);
			}
			// Deleted in reverse order.
			home.toFile().deleteOnExit();
			plugins.toFile().deleteOnExit();
			jar.toFile().deleteOnExit();
			System.setProperty("plugins.dir", home.toString());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
