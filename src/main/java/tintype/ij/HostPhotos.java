package tintype.ij;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import ij.ImageStack;
import ij.io.FileInfo;
import ij.io.ImageReader;
import ij.plugin.PGM_Reader;
import ij.process.ColorProcessor;
import tintype.train.PhotoOpener;

/**
 * Pictures through ImageJ's own decoders: PPM and PNM, and TIFFs of RGB that
 * the JDK's reader refuses.
 * <p>
 * ImageJ's Opener is not asked: it answers damage with dialogs and lines in the
 * Log window. The decoders below it throw, and need neither screen nor event
 * thread. They are made for one image at a time, so several threads take turns.
 */
public final class HostPhotos implements PhotoOpener {

	private static final long MOST_PIXELS = 200_000_000;

	@Override
	public boolean opens(Path file) {
		return isPnm(file) || isTiff(file);
	}

	@Override
	public long pixels(Path file) throws IOException {
		if (isTiff(file)) return TiffDirectories.pixels(file);
		PnmHeader header = PnmHeader.of(file);
		return header.width() * header.height();
	}

	@Override
	public synchronized BufferedImage open(Path file) throws IOException {
		try {
			return (isTiff(file) ? tiff(file.toAbsolutePath().toFile()) : pnm(file)).getBufferedImage();
		}
		catch (RuntimeException e) { // the decoders stumble over damage
			throw new IOException(file + " could not be decoded", e);
		}
	}

	private static boolean isPnm(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".ppm") || name.endsWith(".pnm");
	}

	private static boolean isTiff(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return name.endsWith(".tif") || name.endsWith(".tiff");
	}

	private static ColorProcessor pnm(Path file) throws IOException {
		PnmHeader header = PnmHeader.of(file);
		header.requireComplete(file);
		ImageStack stack = new PGM_Reader().openFile(file.toString());
		if (stack.getProcessor(1) instanceof ColorProcessor colour) return colour;
		return rounded(stack, header.highest());
	}

	/** Red, green and blue of 16 bits each, as the file holds them. */
	private static ColorProcessor rounded(ImageStack stack, int highest) {
		int[] rgb = new int[stack.getWidth() * stack.getHeight()];
		for (int channel = 1; channel <= 3; channel++) {
			short[] values = (short[]) stack.getPixels(channel);
			for (int i = 0; i < rgb.length; i++)
				rgb[i] = rgb[i] << 8 | Math.min(255, ((values[i] & 0xffff) * 255 + highest / 2) / highest);
		}
		return new ColorProcessor(stack.getWidth(), stack.getHeight(), rgb);
	}

	private static ColorProcessor tiff(File file) throws IOException {
		FileInfo info = TiffExtent.of(file.toPath()).images()[0];
		if (info.fileType != FileInfo.RGB && info.fileType != FileInfo.RGB_PLANAR) throw new IOException(file + " is no RGB of 8 bits");
		if ((long) info.width * info.height > MOST_PIXELS) throw new IOException(file + " is too large");
		try (InputStream stream = Files.newInputStream(file.toPath())) {
			ImageReader reader = new ImageReader(info);
			if (reader.readPixels(stream, info.getOffset()) instanceof int[] pixels) return new ColorProcessor(info.width, info.height, pixels);
			throw new IOException(file + " could not be decoded");
		}
	}
}
