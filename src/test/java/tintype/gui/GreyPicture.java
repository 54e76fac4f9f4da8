package tintype.gui;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.color.Lab;

/** An 8-bit grey picture, coloured as a script would do it: without ImageJ. */
record GreyPicture(int width, int height, byte[] values) {

	private static final Path LANDSCAPE = Path.of("test-images", "landscape.png");

	static GreyPicture read(Path file) throws IOException {
		return of(ImageIO.read(file.toFile()));
	}

	static GreyPicture landscape() throws IOException {
		return read(LANDSCAPE);
	}

	/** A part from the middle of the project's landscape. */
	static BufferedImage ofLandscape(int width, int height) throws IOException {
		BufferedImage whole = ImageIO.read(LANDSCAPE.toFile());
		BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		part.setData(whole.getData().createChild((whole.getWidth() - width) / 2, (whole.getHeight() - height) / 2, width,
			height, 0, 0, null));
		return part;
	}

	private static GreyPicture of(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		byte[] values = new byte[width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = (byte) image.getRaster().getSample(i % width, i / width, 0);
		return new GreyPicture(width, height, values);
	}

	/** The grey values as 0xRRGGBB, row by row. */
	int[] rgb() {
		int[] rgb = new int[values.length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = (values[i] & 0xff) * 0x010101;
		return rgb;
	}

	/** Coloured with the default model by the façade; 0xRRGGBB, row by row. */
	int[] colorized(double temperature, double saturation) {
		ArrayImg<FloatType, FloatArray> lightness = ArrayImgs.floats(width, height);
		float[] l = lightness.update(null).getCurrentStorageArray();
		for (int i = 0; i < l.length; i++)
			l[i] = (float) Lab.lightnessOfGrey((values[i] & 0xff) / 255.0);
		try (Colorizer colorizer = Colorizer.open(Colorizer.DEFAULT_MODEL)) {
			Img<ARGBType> result = colorizer.colorize(lightness, new Look(Setting.VIVID, temperature, saturation), Progress.NONE);
			Cursor<ARGBType> cursor = Views.flatIterable(result).cursor();
			int[] rgb = new int[l.length];
			for (int i = 0; i < rgb.length; i++)
				rgb[i] = cursor.next().get() & 0xffffff;
			return rgb;
		}
	}

	/** The colours of a file. */
	static int[] rgb(Path file) throws IOException {
		BufferedImage image = ImageIO.read(file.toFile());
		// Java takes grey for linear light and would brighten it.
		if (image.getColorModel() instanceof ComponentColorModel && image.getRaster().getNumBands() == 1)
			return of(image).rgb();
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}
}
