package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

/** JPEGs and PNGs as ImageJ's Opener gives them, or left to it. */
class PlainPictureTest {

	private static final int WIDTH = 83, HEIGHT = 61, SEGMENT = 0xff;

	@TempDir
	Path folder;

	/** Smooth with noise, so that every step of a decoder shows. */
	private static BufferedImage picture(int type, boolean grey) {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
		Random random = new Random(5);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				int value = (x * 3 + random.nextInt(20)) & 255;
				image.setRGB(x, y, 0xff000000 | (grey ? value * 0x010101 : value << 16 | (y * 4 & 255) << 8 | 255 - value));
			}
		return image;
	}

	private Path jpeg(BufferedImage image, boolean progressive) throws IOException {
		Path file = folder.resolve("picture.jpg");
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			if (progressive) how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), how);
		}
		finally {
			writer.dispose();
		}
		return file;
	}

	private Path png(BufferedImage image) throws IOException {
		Path file = folder.resolve("picture.png");
		ImageIO.write(image, "png", file.toFile());
		return file;
	}

	private static ImagePlus opened(Path file) {
		return PlainPicture.open(file, new Opener().getFileType(file.toString()));
	}

	private static void assertAsOpener(Path file) {
		ImagePlus mine = opened(file), its = Unattended.open(file);
		assertNotNull(mine);
		assertEquals(properties(its), properties(mine));
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				assertEquals(its.getProcessor().get(x, y), mine.getProcessor().get(x, y), x + ", " + y);
	}

	private static String properties(ImagePlus imp) {
		FileInfo from = imp.getOriginalFileInfo();
		return String.join(" ", imp.getTitle(), "" + imp.getStackSize(), imp.getBitDepth() + "", "" + imp.getType(), Arrays.toString(imp.getLuts().length == 0 ? null : imp.getLuts()[0].getBytes()), //
			imp.getDisplayRangeMin() + "-" + imp.getDisplayRangeMax(), imp.getCalibration() + "", imp.getInfoProperty(), //
			"" + from.fileFormat, from.fileName, from.directory);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void jpegs(boolean progressive) throws IOException {
		assertAsOpener(jpeg(picture(BufferedImage.TYPE_INT_RGB, false), progressive));
		assertAsOpener(jpeg(picture(BufferedImage.TYPE_INT_RGB, true), progressive));
		assertAsOpener(jpeg(picture(BufferedImage.TYPE_BYTE_GRAY, true), progressive));
	}

	/** ImageJ knows no profiles; Java would turn the numbers to sRGB. */
	@Test
	void jpegWithAProfile() throws IOException {
		Path file = jpeg(picture(BufferedImage.TYPE_INT_RGB, false), false);
		int[] numbers = decoded(file);
		ByteArrayOutputStream segment = new ByteArrayOutputStream();
		segment.write("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
		segment.write(redAsGreen());
		insert(file, 20, 0xe2, segment.toByteArray());
		assertFalse(Arrays.equals(numbers, decoded(file)), "Java turns no numbers");
		assertAsOpener(file);
	}

	private static int[] decoded(Path file) throws IOException {
		return ImageIO.read(file.toFile()).getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
	}

	/** The profile of sRGB with two of its primaries exchanged (ICC.1, 7.3: tags of 12 bytes from 132 on). */
	private static byte[] redAsGreen() {
		ByteBuffer profile = ByteBuffer.wrap(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
		int red = 0, green = 0;
		for (int tag = 132; tag < 132 + 12 * profile.getInt(128); tag += 12) {
			if (profile.getInt(tag) == ICC_Profile.icSigRedColorantTag) red = tag + 4;
			if (profile.getInt(tag) == ICC_Profile.icSigGreenColorantTag) green = tag + 4;
		}
		int place = profile.getInt(red);
		profile.putInt(red, profile.getInt(green)).putInt(green, place);
		return profile.array();
	}

	/** Puts a segment before what begins at a place. */
	private static void insert(Path file, int place, int marker, byte[] segment) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		int length = segment.length + 2;
		try (OutputStream stream = Files.newOutputStream(file)) {
			stream.write(bytes, 0, place);
			stream.write(new byte[] { (byte) SEGMENT, (byte) marker, (byte) (length >> 8), (byte) length });
			stream.write(segment);
			stream.write(bytes, place, bytes.length - place);
		}
	}

	/** By Adobe's marker these numbers are red, green and blue, by JFIF's YCbCr. */
	@Test
	void doubtIsLeft() throws IOException {
		Path file = jpeg(picture(BufferedImage.TYPE_INT_RGB, false), false);
		insert(file, 20, 0xee, "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
		assertNull(opened(file));
	}

	@Test
	void damageIsLeft() throws IOException {
		for (Path file : new Path[] { jpeg(picture(BufferedImage.TYPE_INT_RGB, false), false), png(picture(BufferedImage.TYPE_3BYTE_BGR, false)) }) {
			byte[] whole = Files.readAllBytes(file);
			for (int length : new int[] { whole.length / 2, 30, 5 }) {
				Files.write(file, Arrays.copyOf(whole, length));
				assertNull(PlainPicture.open(file, file.toString().endsWith("png") ? Opener.PNG : Opener.JPEG), file + " of " + length);
			}
		}
	}

	@Test
	void pngs() throws IOException {
		for (int type : new int[] { BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY })
			assertAsOpener(png(picture(type, type != BufferedImage.TYPE_3BYTE_BGR)));
		for (int type : new int[] { BufferedImage.TYPE_4BYTE_ABGR, BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY })
			assertNull(opened(png(picture(type, false))));
	}
}
