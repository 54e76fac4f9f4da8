package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Image;
import java.awt.Toolkit;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;

/** ImageJ's own pictures, without its waiting. */
@Timeout(60)
class PromptImagesTest {

	@TempDir
	Path folder;

	private Path jpeg;

	@BeforeEach
	void draw() {
		jpeg = folder.resolve("ramp.jpg");
		assertTrue(new FileSaver(IJ.createImage("ramp", "RGB ramp", 90, 70, 1)).saveAsJpeg(jpeg.toString()));
	}

	private static Object loader() throws ReflectiveOperationException {
		Field field = ImagePlus.class.getDeclaredField("comp");
		field.setAccessible(true);
		return field.get(null);
	}

	@Test
	void samePixels() throws ReflectiveOperationException {
		ImagePlus expected = new Opener().openImage(jpeg.toString());
		Object usual = loader();
		ImagePlus actual = Unattended.open(jpeg);
		assertEquals(expected.getBitDepth(), actual.getBitDepth());
		assertArrayEquals((byte[]) expected.getProcessor().convertToByte(false).getPixels(), (byte[]) actual.getProcessor().convertToByte(false).getPixels());
		assertSame(usual, loader(), "and then ImageJ is as it was");
	}

	/** Fails if this ImageJ has no such way in, and so waits. */
	@Test
	void isLoadedWhenImageJAsks() {
		PromptImages.during(() -> {
			try {
				PromptImages loader = assertInstanceOf(PromptImages.class, loader());
				Image image = Toolkit.getDefaultToolkit().createImage(jpeg.toString());
				assertTrue(loader.prepareImage(image, null));
				return null;
			}
			catch (ReflectiveOperationException e) {
				throw new AssertionError(e);
			}
		});
	}

	@Test
	void aBrokenOneEnds() throws IOException {
		Files.write(jpeg, Arrays.copyOf(Files.readAllBytes(jpeg), 100));
		assertNull(Unattended.open(jpeg));
	}
}
