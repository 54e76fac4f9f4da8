package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

import tintype.Progress;
import tintype.SharedData;

/** Small pictures warped by others in double precision, where they are at hand. */
class SharedWarpsTest {

	private static final String FOLDER = "data/rectify/warps/";

	@TestFactory
	List<DynamicTest> likeTheReference() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		for (JsonNode image : manifest())
			image.get("files").fieldNames().forEachRemaining(name -> {
				if (name.matches("ref64_(nearest|linear|cubic_catmullrom)(_replicate)?"))
					tests.add(DynamicTest.dynamicTest(image.get("id").asText() + " " + name, () -> compare(image, name)));
			});
		assertTrue(tests.size() >= 20, tests.size() + " references");
		return tests;
	}

	private static void compare(JsonNode image, String name) throws IOException {
		Interpolation interpolation = name.contains("nearest") ? Interpolation.NEAREST : name.contains("linear") ? Interpolation.BILINEAR : Interpolation.BICUBIC;
		Border border = name.endsWith("replicate") ? Border.REPLICATE : Border.fill(image.get("fill").asDouble());
		Object warped = warped(image, interpolation, border, false), expected = pixels(image.get("files").get(name).asText());
		double tolerance = interpolation == Interpolation.NEAREST ? 0 : warped instanceof float[] ? 1e-5 * range(pixels(image.get("input").asText())) : 1;
		for (int channel = 0; channel < Pictures.channels(warped); channel++)
			assertWithin(tolerance, Pictures.values(expected, channel), Pictures.values(warped, channel), image.get("out_width").asInt());
	}

	private static void assertWithin(double tolerance, double[] expected, double[] actual, int width) {
		assertEquals(expected.length, actual.length);
		for (int k = 0; k < expected.length; k++)
			assertEquals(expected[k], actual[k], tolerance, "at " + k % width + ", " + k / width);
	}

	/** A photograph made eight times smaller, beside 16 x 16 samples for each pixel. */
	@Test
	void smallerPicturesAreMeans() throws IOException {
		for (JsonNode image : manifest()) {
			if (!image.get("files").has("ref64_aa_box16")) continue;
			double[] truth = Pictures.values(pixels(image.get("files").get("ref64_aa_box16").asText()), 0);
			double[] smooth = Pictures.values(warped(image, Interpolation.BILINEAR, Border.fill(0), true), 0);
			double[] plain = Pictures.values(warped(image, Interpolation.BILINEAR, Border.fill(0), false), 0);
			assertTrue(rms(truth, smooth) < 0.7, "differs by " + rms(truth, smooth) + " grey levels");
			assertTrue(rms(truth, plain) > 10, "the picture shows no difference: " + rms(truth, plain));
		}
	}

	private static double rms(double[] a, double[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += (a[k] - b[k]) * (a[k] - b[k]);
		return Math.sqrt(sum / a.length);
	}

	private static Object warped(JsonNode image, Interpolation interpolation, Border border, boolean supersampling) throws IOException {
		Homography toSource = Homography.of(numbers(image.get("Hinv_dst_to_src")));
		Warp warp = new Warp(toSource, image.get("out_width").asInt(), image.get("out_height").asInt(), interpolation, border, supersampling);
		return warp.of(pixels(image.get("input").asText()), image.get("width").asInt(), image.get("height").asInt(), Progress.NONE);
	}

	private static double[] numbers(JsonNode rows) {
		double[] numbers = new double[9];
		Arrays.setAll(numbers, k -> rows.get(k / 3).get(k % 3).asDouble());
		return numbers;
	}

	private static double range(Object pixels) {
		double[] values = Pictures.values(pixels, 0);
		return Arrays.stream(values).max().getAsDouble() - Arrays.stream(values).min().getAsDouble();
	}

	private static JsonNode manifest() throws IOException {
		return new ObjectMapper().readTree(SharedData.require(FOLDER + "manifest.json").toFile()).get("images");
	}

	private static Object pixels(String file) throws IOException {
		Path path = SharedData.require(FOLDER + file);
		return Pictures.pixels(ImageIO.read(path.toFile()));
	}
}
