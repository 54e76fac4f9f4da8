package tintype.train;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import tintype.Progress;
import tintype.color.Lab;

/** Small pictures that tests make themselves. */
final class Pictures {

	/** The JDK's readers alone. */
	static final PhotoReader READER = new PhotoReader(PhotoOpener.NONE);

	private Pictures() {}

	/** Writes a picture in the format of its extension. */
	static Path write(Path file, int width, int height, int[] rgb) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, width, height, rgb, 0, width);
		String name = file.getFileName().toString();
		Files.createDirectories(file.getParent());
		if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) throw new IOException("no writer for " + file);
		return file;
	}

	/** Reads with the JDK's readers. */
	static Photo read(Path file) {
		return READER.read(file);
	}

	/**
	 * Compares pictures with what becomes of them when they are grey.
	 *
	 * @param shares of the 313 bins, for the weights
	 * @param way    from a grey picture to a coloured one
	 */
	static Scores scores(List<Path> files, double[] shares, UnaryOperator<Photo> way) {
		Comparison comparison = new Comparison(shares);
		for (Path file : files) {
			Photo truth = read(file);
			comparison.add(truth, way.apply(Colouring.grey(truth, Progress.NONE)));
		}
		return comparison.scores();
	}

	/** The survey of a folder, read with the JDK's readers. */
	static PhotoSurvey survey(Path folder, int smallestEdge) {
		return PhotoSurvey.of(PhotoFolder.of(folder), READER, smallestEdge, Progress.NONE);
	}

	/** Rough dark green below smooth bright blue: what a texture tells of a landscape's colours. */
	static int[] landscape(int edge, long seed) {
		Random random = new Random(seed);
		int[] rgb = new int[edge * edge];
		for (int i = 0; i < rgb.length; i++) {
			boolean sky = i / edge < edge / 2;
			double hue = 3 * random.nextGaussian();
			rgb[i] = sky ? Lab.toSrgb(75 + random.nextDouble(), -5 + hue, -25 + hue) //
				: Lab.toSrgb(25 + 30 * random.nextDouble(), -28 + hue, 30 + hue);
		}
		return rgb;
	}

	static int[] filled(int edge, int rgb) {
		int[] all = new int[edge * edge];
		Arrays.fill(all, rgb);
		return all;
	}

	/** One colour with a last pixel of another. */
	static int[] filled(int edge, int rgb, int last) {
		int[] all = filled(edge, rgb);
		all[all.length - 1] = last;
		return all;
	}

	/** A PNG that claims a size and ends before its pixels. */
	static Path claiming(Path file, int width, int height) throws IOException {
		ByteArrayOutputStream header = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(header);
		out.write("IHDR".getBytes(StandardCharsets.US_ASCII));
		out.writeInt(width);
		out.writeInt(height);
		out.write(new byte[] { 8, 2, 0, 0, 0 });
		CRC32 crc = new CRC32();
		crc.update(header.toByteArray());
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		out = new DataOutputStream(png);
		out.write(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13 });
		out.write(header.toByteArray());
		out.writeInt((int) crc.getValue());
		return Files.write(file, png.toByteArray());
	}
}
