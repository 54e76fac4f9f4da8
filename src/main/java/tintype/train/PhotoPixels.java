package tintype.train;

import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Turns what readers give into {@link Photo}s: 8 bits, sRGB, no transparency. */
final class PhotoPixels {

	private PhotoPixels() {}

	/** The picture laid on white; does not change the image, but may share its pixels. */
	static Photo of(BufferedImage image) {
		int width = image.getWidth(), height = image.getHeight();
		if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && image.getRaster().getParent() == null)
			return new Photo(width, height, fromBytes(((DataBufferByte) image.getRaster().getDataBuffer()).getData(), width * height));
		if (isPlain(image.getColorModel())) return new Photo(width, height, fromSamples(image));
		int[] rgb = asSrgb(image).getRGB(0, 0, width, height, null, 0, width);
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = onWhite(rgb[i]);
		return new Photo(width, height, rgb);
	}

	/** What nearly every JPEG and PNG is; {@link BufferedImage#getRGB} takes ten times as long. */
	private static int[] fromBytes(byte[] bgr, int pixels) {
		int[] rgb = new int[pixels];
		for (int i = 0, k = 0; i < pixels; i++, k += 3)
			rgb[i] = (bgr[k + 2] & 255) << 16 | (bgr[k + 1] & 255) << 8 | bgr[k] & 255;
		return rgb;
	}

	/**
	 * Whether the samples are the numbers of the file. Java takes greys for
	 * linear light and would brighten them; files mean them as sRGB.
	 */
	private static boolean isPlain(ColorModel model) {
		boolean whole = model.getTransferType() == DataBuffer.TYPE_BYTE || model.getTransferType() == DataBuffer.TYPE_USHORT;
		boolean known = model.getNumColorComponents() == 1 || model.getColorSpace().isCS_sRGB();
		return model instanceof ComponentColorModel && whole && known && !model.isAlphaPremultiplied();
	}

	private static int[] fromSamples(BufferedImage image) {
		int width = image.getWidth();
		ColorModel model = image.getColorModel();
		Raster raster = image.getRaster();
		int channels = model.getNumComponents(), colours = model.getNumColorComponents();
		double[] scale = new double[channels];
		for (int c = 0; c < channels; c++)
			scale[c] = 255.0 / ((1 << model.getComponentSize(c)) - 1);
		int[] rgb = new int[width * image.getHeight()];
		int[] row = new int[width * channels];
		for (int y = 0; y < image.getHeight(); y++) {
			raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
			for (int x = 0; x < width; x++) {
				int at = x * channels, next = colours == 1 ? 0 : 1;
				int red = code(row[at], scale[0]);
				int green = code(row[at + next], scale[next]);
				int blue = code(row[at + 2 * next], scale[2 * next]);
				int alpha = channels > colours ? code(row[at + colours], scale[colours]) : 255;
				rgb[y * width + x] = onWhite(alpha << 24 | red << 16 | green << 8 | blue);
			}
		}
		return rgb;
	}

	private static int code(int sample, double scale) {
		return (int) (sample * scale + 0.5);
	}

	/** Pixel by pixel the conversion of {@link BufferedImage#getRGB} would take minutes. */
	private static BufferedImage asSrgb(BufferedImage image) {
		if (image.getColorModel().getColorSpace().isCS_sRGB()) return image;
		BufferedImage srgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
		return new ColorConvertOp(null).filter(image, srgb);
	}

	/** Mixes the encoded values, as browsers do. */
	private static int onWhite(int argb) {
		int alpha = argb >>> 24;
		if (alpha == 255) return argb & 0xffffff;
		return mixed(argb >> 16 & 255, alpha) << 16 | mixed(argb >> 8 & 255, alpha) << 8 | mixed(argb & 255, alpha);
	}

	private static int mixed(int code, int alpha) {
		return (code * alpha + 255 * (255 - alpha) + 127) / 255;
	}
}
