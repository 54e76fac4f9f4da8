package tintype.ij;

import java.io.File;
import java.net.URISyntaxException;

import ij.ImageJ;

/**
 * Starts the plain ImageJ that {@code ./mvnw package} leaves in
 * {@code target/ImageJ}, from any current folder: ImageJ by itself looks for
 * its plugins in the current one. Main class of {@code ImageJ.jar} there, whose
 * folder becomes ImageJ's home; the only class of Tintype outside the plugin.
 */
public final class ImageJHome {

	private ImageJHome() {}

	/** @param line passed on to ImageJ */
	public static void main(String... line) throws URISyntaxException {
		File jar = new File(ImageJHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		if (System.getProperty("plugins.dir") == null) System.setProperty("plugins.dir", jar.getParent());
		ImageJ.main(line);
	}
}
