package tintype.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import tintype.color.Lab;
import tintype.color.Srgb;

/**
 * Old film, made from a picture of the project: the camera pans, the exposure
 * wavers from frame to frame, and each frame has its own grain.
 *
 * @param exposure standard deviation of the logarithm of the light
 * @param grain    standard deviation in L
 * @param pan      in pixels per frame
 */
record Newsreel(double exposure, double grain, double pan) {

	/** Pixels of the picture along the edge of one of the film. */
	private static final int SHRUNK = 4;

	/** Frames are this much narrower than the picture, so that the camera can pan. */
	private static final int ROOM = 16;

	/** @return L, one image per frame */
	List<Img<FloatType>> frames(String picture, int count) {
		double[][] light = light(picture);
		Random random = new Random(5);
		List<Img<FloatType>> frames = new ArrayList<>();
		for (int i = 0; i < count; i++)
			frames.add(frame(light, (int) (i * pan) % ROOM, Math.exp(exposure * random.nextGaussian()), random));
		return frames;
	}

	private Img<FloatType> frame(double[][] light, int left, double exposed, Random random) {
		int width = light[0].length - ROOM, height = light.length;
		float[] lightness = new float[width * height];
		for (int i = 0; i < lightness.length; i++) {
			double l = Lab.lightnessOfLuminance(light[i / width][left + i % width] * exposed) + grain * random.nextGaussian();
			lightness[i] = (float) Math.max(0, Math.min(100, l));
		}
		return ArrayImgs.floats(lightness, width, height);
	}

	/** Luminance [y][x] of the picture made small. */
	private static double[][] light(String name) {
		BufferedImage picture = read(Path.of(System.getProperty("user.dir"), "test-images", name));
		double[][] light = new double[picture.getHeight() / SHRUNK][picture.getWidth() / SHRUNK];
		for (int y = 0; y < light.length * SHRUNK; y++)
			for (int x = 0; x < light[0].length * SHRUNK; x++)
				light[y / SHRUNK][x / SHRUNK] += Srgb.linearOfCode(picture.getRGB(x, y) >> 8 & 0xff) / SHRUNK / SHRUNK;
		return light;
	}

	private static BufferedImage read(Path file) {
		try {
			return ImageIO.read(file.toFile());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
