package tintype.gui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/** The folders that the commands read in a test: two small pictures, a label, and small pictures of two classes. */
final class CommandPictures {

	private static final int CLASS_PICTURES = 8, EDGE = 28;

	private CommandPictures() {}

	/** @param folder is made, with small, labels and classes in it */
	static void write(Path folder) throws IOException {
		ColourPictures.write(folder.resolve("small"), 2, 48, 36);
		Files.copy(Path.of("test-images", CommandMacros.PHOTOGRAPH), Files.createDirectories(folder.resolve("labels")).resolve(CommandMacros.PHOTOGRAPH));
		BufferedImage landscape = GreyPicture.ofLandscape(CLASS_PICTURES * EDGE, 300);
		for (String name : new String[] { "sky", "ground" })
			for (int i = 0; i < CLASS_PICTURES; i++)
				ImageIO.write(landscape.getSubimage(i * EDGE, name.equals("sky") ? 0 : 300 - EDGE, EDGE, EDGE), "png",
					Files.createDirectories(folder.resolve("classes").resolve(name)).resolve(i + ".png").toFile());
	}
}
