package tintype.ij;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ShortProcessor;
import tintype.Labelled;
import tintype.TintypeException;

/** How a picture becomes a file. */
public enum PictureFormat implements Labelled {

	/** Everything: stacks, all depths, calibration, Info, overlay. */
	TIFF("tiff", "tif"),

	/** One plane of 8 or 16 bits or colours, without loss; pixels only. */
	PNG("png", "png"),

	/** One plane of 8 bits or colours, with a little loss (quality 95 of 100); pixels only. */
	JPEG("jpeg", "jpg");

	private static final float QUALITY = 0.95f;

	private final String label;
	private final String extension;

	PictureFormat(String label, String extension) {
		this.label = label;
		this.extension = extension;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static PictureFormat of(String label) {
		return Labelled.of(PictureFormat.class, "format", label);
	}

	/** What the names of its files end in, without the dot. */
	String extension() {
		return extension;
	}

	/** @throws TintypeException if the format can't hold the image whole */
	void write(ImagePlus imp, Path file) throws IOException {
		requireHolds(imp);
		boolean written = switch (this) {
			case TIFF -> writeTiff(imp, file);
			case PNG -> ImageIO.write(pixels(imp), "png", file.toFile());
			case JPEG -> writeJpeg(imp.getProcessor().convertToRGB().getBufferedImage(), file);
		};
		if (!written) throw new IOException("ImageJ could not write " + file);
	}

	private void requireHolds(ImagePlus imp) {
		int deepest = this == PNG ? 16 : 8, bits = imp.getBitDepth();
		if (this == TIFF || imp.getStackSize() == 1 && (bits <= deepest || bits == 24)) return;
		String what = imp.getStackSize() > 1 ? imp.getStackSize() + " planes" : bits + " bits per pixel";
		throw new TintypeException("\"" + imp.getTitle() + "\" has " + what + ", which " + label + " can't hold: choose the format tiff.");
	}

	private static boolean writeTiff(ImagePlus imp, Path file) {
		FileSaver saver = new FileSaver(imp);
		return Unattended.during(() -> imp.getStackSize() == 1 ? saver.saveAsTiff(file.toString()) : saver.saveAsTiffStack(file.toString()));
	}

	/** ImageJ would show of 16 bits what the screen does. */
	private static RenderedImage pixels(ImagePlus imp) {
		return imp.getProcessor() instanceof ShortProcessor deep ? deep.get16BitBufferedImage() : imp.getBufferedImage();
	}

	private static boolean writeJpeg(BufferedImage image, Path file) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
			if (stream == null) return false;
			ImageWriteParam quality = writer.getDefaultWriteParam();
			quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			quality.setCompressionQuality(QUALITY);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), quality);
			return true;
		}
		finally {
			writer.dispose();
		}
	}
}
