package tintype.ij;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.plugin.ImageInfo;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * What ImageJ's Opener makes of an intact JPEG or PNG, by the JDK's decoders alone: on any
 * thread, beside others, and of a JPEG in half of the time, as Opener has AWT decode it
 * more than once. What is not plain is left to Opener: damage, other colours than YCbCr and
 * grey, a turned camera, transparency, palettes.
 */
final class PlainPicture {

	private static final int[] BLUE_FIRST = { 2, 1, 0 };

	private PlainPicture() {}

	/** Whether this could open files of one of {@link Opener}'s kinds. */
	static boolean suits(int kind) {
		return kind == Opener.JPEG || kind == Opener.PNG;
	}

	/**
	 * Opens a file.
	 *
	 * @param kind that is suited
	 * @return not shown; null if Opener has to look at it
	 */
	static ImagePlus open(Path file, int kind) {
		try {
			return kind == Opener.JPEG ? jpeg(file) : png(file);
		}
		catch (IOException | RuntimeException e) { // decoders meet damage with exceptions of all kinds
			return null;
		}
	}

	private static ImagePlus jpeg(Path file) throws IOException {
		ImageProcessor pixels = JpegHeader.of(file).isPlain() ? decoded(file) : null;
		if (pixels == null) return null;
		ImagePlus imp = new ImagePlus(file.getFileName().toString(), pixels);
		if (imp.getType() == ImagePlus.COLOR_RGB) Opener.convertGrayJpegTo8Bits(imp);
		from(file, imp, FileInfo.GIF_OR_JPG);
		String camera = new ImageInfo().getExifData(imp);
		return camera != null && camera.contains("Rotate") ? null : imp;
	}

	/** Null if the decoder warns of something. */
	private static ImageProcessor decoded(Path file) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
		AtomicBoolean warned = new AtomicBoolean();
		reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
		try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
			reader.setInput(stream, true, true);
			BufferedImage image = reader.read(0, inOwnColours(reader));
			return warned.get() ? null : processor(image);
		}
		finally {
			reader.dispose();
		}
	}

	/** So that the numbers stay as they are, whatever profile comes with them. */
	private static ImageReadParam inOwnColours(ImageReader reader) throws IOException {
		ImageReadParam own = reader.getDefaultReadParam();
		for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext();) {
			ImageTypeSpecifier type = types.next();
			ColorSpace space = type.getColorModel().getColorSpace();
			if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) own.setDestinationType(type);
		}
		return own;
	}

	/** Null if the numbers lie in another way. */
	private static ImageProcessor processor(BufferedImage image) {
		if (!(image.getRaster().getDataBuffer() instanceof DataBufferByte buffer) || !(image.getSampleModel() instanceof PixelInterleavedSampleModel order)) return null;
		byte[] values = buffer.getData();
		int width = image.getWidth(), height = image.getHeight();
		if (order.getNumBands() == 1) return new ByteProcessor(width, height, values);
		if (!Arrays.equals(order.getBandOffsets(), BLUE_FIRST)) return null;
		int[] rgb = new int[width * height];
		for (int i = 0, k = 0; i < rgb.length; i++, k += 3)
			rgb[i] = 0xff000000 | (values[k + 2] & 255) << 16 | (values[k + 1] & 255) << 8 | values[k] & 255;
		return new ColorProcessor(width, height, rgb);
	}

	private static ImagePlus png(Path file) throws IOException {
		BufferedImage image = ImageIO.read(file.toFile());
		return switch (image.getType()) {
			case BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY ->
				from(file, new ImagePlus(file.getFileName().toString(), image), FileInfo.IMAGEIO);
			default -> null;
		};
	}

	private static ImagePlus from(Path file, ImagePlus imp, int format) {
		FileInfo origin = new FileInfo();
		origin.fileFormat = format;
		origin.fileName = imp.getTitle();
		origin.directory = file.getParent() == null ? "" : file.getParent() + File.separator;
		imp.setFileInfo(origin);
		return imp;
	}
}
