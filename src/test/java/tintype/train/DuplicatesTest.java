package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.SharedData;

/** Copies are found, pictures of the same kind are not taken for copies. */
class DuplicatesTest {

	private static final Path IMAGES = Path.of(System.getProperty("user.dir"), "test-images");

	@TempDir
	Path folder;

	@BeforeEach
	void folders() throws IOException {
		Files.createDirectories(folder.resolve("train"));
		Files.createDirectories(folder.resolve("val"));
	}

	@Test
	void copiesOfARenderedPicture() throws IOException {
		Path teacher = Files.copy(IMAGES.resolve("landscape-color.png"), folder.resolve("train/landscape.png"));
		Files.copy(IMAGES.resolve("chart-rgb.png"), folder.resolve("train/chart.png"));
		BufferedImage image = ImageIO.read(teacher.toFile());
		Map<Path, Path> expected = Map.of( //
			Files.copy(teacher, folder.resolve("val/a.png")), teacher, //
			write(image, "val/b.jpg", 0.1f), teacher, //
			write(scaled(image, image.getWidth() / 3, image.getHeight() / 3), "val/c.jpg", 0.5f), teacher, //
			write(brightened(image, 1.3, 10), "val/d.jpg", 0.9f), teacher, //
			write(brightened(image, 0.6, 0), "val/e.jpg", 0.9f), teacher);
		write(turned(image), "val/turned.jpg", 0.9f);
		Files.copy(IMAGES.resolve("label-oblique.png"), folder.resolve("val/label.png"));
		assertEquals(expected, duplicates().twins());
	}

	@Test
	void theMostAlikeIsTheTwin() throws IOException {
		BufferedImage image = ImageIO.read(IMAGES.resolve("landscape-color.png").toFile());
		write(scaled(image, 40, 30), "train/a.jpg", 0.05f);
		Path exact = write(image, "train/b.png", 1);
		Path judge = write(image, "val/c.png", 1);
		assertEquals(Map.of(judge, exact), duplicates().twins());
	}

	private Duplicates duplicates() {
		return Duplicates.of(Pictures.survey(folder.resolve("train"), 1), Pictures.survey(folder.resolve("val"), 1));
	}

	/** The two halves of a set whose maker removed near duplicates by another method. */
	@Test
	void photographsOfOneKindAreNoCopies() {
		PhotoSurvey training = Pictures.survey(SharedData.require("data/scenes/train"), 48);
		PhotoSurvey validation = Pictures.survey(SharedData.require("data/scenes/val"), 48);
		assertEquals(Map.of(), Duplicates.of(training, validation).twins());
	}

	@Test
	void copiesOfPhotographs() throws IOException {
		List<Path> files = PhotoFolder.of(SharedData.require("data/scenes/val")).files();
		int copies = 0, found = 0;
		for (int i = 0; i < files.size(); i += 5) {
			PerceptualHash hash = PerceptualHash.of(Pictures.read(files.get(i)));
			BufferedImage image = ImageIO.read(files.get(i).toFile());
			for (Path copy : List.of(write(image, "jpeg.jpg", 0.3f), write(scaled(image, 128, 128), "half.jpg", 0.5f), //
				write(scaled(image, 700, 600), "large.jpg", 0.75f), write(brightened(image, 1.2, 0), "bright.jpg", 0.75f))) {
				copies++;
				if (Duplicates.likeness(hash, PerceptualHash.of(Pictures.read(copy))) > 0) found++;
			}
		}
		assertTrue(found >= 0.97 * copies, found + " of " + copies + " copies are found");
	}

	@Test
	void aHashOfAnySize() {
		Thumbnail black = new Thumbnail(new AreaMeans(new Photo(1, 1, new int[1])));
		PerceptualHash none = new PerceptualHash(0, 0, 0, black);
		PerceptualHash dot = PerceptualHash.of(new Photo(1, 1, new int[] { 0xffffff }));
		assertEquals(0, dot.distance(none));
		assertEquals(0, dot.telling());
		assertEquals(0, PerceptualHash.of(new Photo(40, 40, Pictures.filled(40, 0x336699))).distance(none));
		assertEquals(128, new PerceptualHash(-1, -1, 0, black).distance(none));
		int[] brighterToTheRight = new int[4000];
		for (int i = 0; i < 4000; i++)
			brighterToTheRight[i] = 0x010101 * (i % 100);
		PerceptualHash ramp = PerceptualHash.of(new Photo(100, 40, brighterToTheRight));
		assertEquals(-1, ramp.across());
		assertEquals(0, ramp.down());
		assertEquals(64, ramp.telling());
	}

	/** Objects that fill the same part of the same white tell their neighbours apart by little but colour. */
	@Test
	void objectsOnWhiteAreNoCopies() throws IOException {
		for (int i = 0; i < 40; i++)
			write(objectOnWhite(i), (i < 20 ? "train/" : "val/") + i + ".png", 1);
		assertEquals(Map.of(), duplicates().twins());
	}

	@Test
	void copiesOfObjectsOnWhite() throws IOException {
		Map<Path, Path> expected = new HashMap<>();
		for (int i = 0; i < 20; i++) {
			BufferedImage image = objectOnWhite(i);
			Path teacher = write(image, "train/" + i + ".png", 1);
			expected.put(write(image, "val/jpeg" + i + ".jpg", 0.75f), teacher);
			expected.put(write(scaled(image, 100, 100), "val/half" + i + ".jpg", 0.75f), teacher);
			expected.put(write(brightened(image, 0.7, 0), "val/dark" + i + ".jpg", 0.75f), teacher);
		}
		assertEquals(expected, duplicates().twins());
	}

	/** An ellipse, rectangle or triangle in the middle of 200 x 200 pixels, of a colour of its own. */
	private static BufferedImage objectOnWhite(int seed) {
		Random random = new Random(seed);
		BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, 200, 200);
		int wide = 60 + random.nextInt(60), high = 60 + random.nextInt(60), left = 100 - wide / 2, top = 100 - high / 2;
		Color from = Color.getHSBColor(random.nextFloat(), 0.8f, 0.7f), to = Color.getHSBColor(random.nextFloat(), 0.8f, 0.5f);
		graphics.setPaint(new GradientPaint(left, top, from, left + wide, top + high, to));
		if (seed % 3 == 0) graphics.fillOval(left, top, wide, high);
		else if (seed % 3 == 1) graphics.fillRect(left, top, wide, high);
		else graphics.fillPolygon(new int[] { 100, left, left + wide }, new int[] { top, top + high, top + high }, 3);
		graphics.dispose();
		return image;
	}

	private Path write(BufferedImage image, String name, float quality) throws IOException {
		Path file = folder.resolve(name);
		Files.deleteIfExists(file);
		if (name.endsWith("png")) {
			ImageIO.write(image, "png", file.toFile());
			return file;
		}
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam settings = writer.getDefaultWriteParam();
		settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		settings.setCompressionQuality(quality);
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), settings);
		}
		finally {
			writer.dispose();
		}
		return file;
	}

	private static BufferedImage scaled(BufferedImage image, int width, int height) {
		BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = scaled.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(image, 0, 0, width, height, null);
		graphics.dispose();
		return scaled;
	}

	private static BufferedImage brightened(BufferedImage image, double factor, int more) {
		BufferedImage bright = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++) {
				int rgb = 0;
				for (int shift = 16; shift >= 0; shift -= 8)
					rgb = rgb << 8 | (int) Math.min(255, (image.getRGB(x, y) >> shift & 255) * factor + more);
				bright.setRGB(x, y, rgb);
			}
		return bright;
	}

	private static BufferedImage turned(BufferedImage image) {
		BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
		return turned;
	}
}
