package tintype.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

/** Every kind of pixel that pictures are stored in. */
class PhotoFormatsTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "png", "tif" })
	void sixteenBitsPerChannelAreRounded(String extension) throws IOException {
		BufferedImage image = image(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT);
		image.getRaster().setPixel(0, 0, new int[] { 65535, 32896, 0 });
		image.getRaster().setPixel(1, 0, new int[] { 128, 129, 40000 });
		assertArrayEquals(new int[] { 0xff8000, 0x00019c }, Arrays.copyOf(read(image, extension), 2));
	}

	@ParameterizedTest
	@CsvSource({ "png, 3", "tif, 3", "png, 1" })
	void transparencyLiesOnWhite(String extension, int type) throws IOException {
		boolean deep = type == DataBuffer.TYPE_USHORT;
		BufferedImage image = image(ColorSpace.CS_sRGB, true, deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
		int full = deep ? 65535 : 255;
		image.getRaster().setPixel(0, 0, new int[] { 0, 0, 0, 0 });
		image.getRaster().setPixel(1, 0, new int[] { full, 0, 0, deep ? 26214 : 102 });
		image.getRaster().setPixel(0, 1, new int[] { 0, full, 0, full });
		int[] rgb = read(image, extension);
		assertArrayEquals(new int[] { 0xffffff, 0xff9999, 0x00ff00 }, Arrays.copyOf(rgb, 3));
	}

	/** Java would take the grey for linear light and show it far too bright. */
	@ParameterizedTest
	@CsvSource({ "png, 0, 100", "png, 1, 25700", "tif, 0, 100", "jpg, 0, 100" })
	void greyStaysAsDark(String extension, int type, int value) throws IOException {
		BufferedImage image = image(ColorSpace.CS_GRAY, false, type);
		for (int i = 0; i < 4; i++)
			image.getRaster().setSample(i % 2, i / 2, 0, value);
		assertArrayEquals(new int[] { 0x646464, 0x646464, 0x646464, 0x646464 }, read(image, extension));
	}

	/** As if it had been saved with a profile other than sRGB, by a whole-image conversion. */
	@Test
	void otherColourSpacesTurnToSrgb() {
		BufferedImage image = image(ColorSpace.CS_LINEAR_RGB, false, DataBuffer.TYPE_BYTE);
		image.getRaster().setPixel(0, 0, new int[] { 55, 255, 0 });
		int pixel = PhotoPixels.of(image).rgb()[0];
		assertEquals(128, pixel >> 16 & 255, 2);
		assertEquals(0xff00, pixel & 0xffff, 2);
	}

	@Test
	void paletteWithTransparency() throws IOException {
		BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0xff2040c0);
		image.setRGB(1, 0, 0x00000000);
		int[] rgb = read(image, "gif");
		assertEquals(0x2040c0, rgb[0]);
		assertEquals(0xffffff, rgb[1]);
	}

	@Test
	void theFirstPictureOfAnAnimationCounts() throws IOException {
		Path file = folder.resolve("animation.gif");
		ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int colour : new int[] { 0xff0000, 0x00ff00, 0x0000ff }) {
				BufferedImage frame = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
				frame.setRGB(0, 0, 2, 2, Pictures.filled(2, colour), 0, 2);
				writer.writeToSequence(new IIOImage(frame, null, null), null);
			}
			writer.endWriteSequence();
		}
		assertArrayEquals(Pictures.filled(2, 0xff0000), Pictures.read(file).rgb());
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpeg", "tiff" })
	void printersColoursAreRefused(String format) throws IOException {
		Path file = folder.resolve("print." + format);
		WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 40, 40, 4, null);
		ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			if (format.equals("jpeg")) writer.write(null, new IIOImage(raster, null, null), null);
			else writer.write(new BufferedImage(fourInks(), raster, false, null));
		}
		assertRefused(file, "is in CMYK, the colours of a printing press: save it as RGB.");
	}

	/** The TIFF writer asks for no more of the colour space than its name. */
	private static ColorModel fourInks() {
		ColorSpace space = new ColorSpace(ColorSpace.TYPE_CMYK, 4) {

			private static final long serialVersionUID = 1L;

			@Override
			public float[] toRGB(float[] inks) {
				return new float[] { 1 - inks[0], 1 - inks[1], 1 - inks[2] };
			}

			@Override
			public float[] fromRGB(float[] rgb) {
				return new float[] { 1 - rgb[0], 1 - rgb[1], 1 - rgb[2], 0 };
			}

			@Override
			public float[] toCIEXYZ(float[] inks) {
				return toRGB(inks);
			}

			@Override
			public float[] fromCIEXYZ(float[] xyz) {
				return fromRGB(xyz);
			}
		};
		return new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
	}

	/** The JPEG reader itself would fill up with grey. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "png, is cut short: copy it again from where it came.", "jpg, is cut short: copy it again from where it came.", //
		"bmp, is cut short: copy it again from where it came.", //
		"tif, is damaged or of a kind that can't be read: save it again as PNG." })
	void picturesThatEndEarly(String extension, String reason) throws IOException {
		Path file = Pictures.write(folder.resolve("whole." + extension), 128, 128, Pictures.landscape(128, 1));
		byte[] whole = Files.readAllBytes(file);
		for (int share = 5; share <= 9; share++) {
			Files.write(file, Arrays.copyOf(whole, whole.length * share / 10));
			assertRefused(file, reason);
		}
	}

	/** Some cameras leave out the last two bytes; no pixel is missing. */
	@Test
	void aJpegWithoutItsEndMarker() throws IOException {
		Path file = Pictures.write(folder.resolve("whole.jpg"), 64, 64, Pictures.landscape(64, 1));
		byte[] whole = Files.readAllBytes(file);
		Photo expected = Pictures.read(file);
		Files.write(file, Arrays.copyOf(whole, whole.length - 2));
		assertArrayEquals(expected.rgb(), Pictures.read(file).rgb());
	}

	@ParameterizedTest
	@ValueSource(strings = { "LZW", "Deflate", "PackBits" })
	void compressedTiffs(String compression) throws IOException {
		int[] rgb = Pictures.landscape(32, 5);
		BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, 32, 32, rgb, 0, 32);
		Path file = folder.resolve("compressed.tif");
		ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "tiff").next();
		ImageWriteParam settings = writer.getDefaultWriteParam();
		settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		settings.setCompressionType(compression);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), settings);
		}
		assertArrayEquals(Arrays.stream(rgb).map(pixel -> pixel & 0xffffff).toArray(), Pictures.read(file).rgb());
	}

	private static BufferedImage image(int space, boolean transparent, int type) {
		ColorModel model = new ComponentColorModel(ColorSpace.getInstance(space), transparent, false,
			transparent ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
		return new BufferedImage(model, model.createCompatibleWritableRaster(2, 2), false, null);
	}

	private int[] read(BufferedImage image, String extension) throws IOException {
		Path file = folder.resolve("picture." + extension);
		assertEquals(true, ImageIO.write(image, extension, file.toFile()), "no writer for " + extension);
		return Pictures.read(file).rgb();
	}

	private static void assertRefused(Path file, String reason) {
		TintypeException e = assertThrows(TintypeException.class, () -> Pictures.read(file));
		assertEquals(file + " " + reason, e.getMessage());
	}
}
