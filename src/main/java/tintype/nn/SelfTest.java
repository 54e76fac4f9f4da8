package tintype.nn;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.node.ArrayNode;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

import tintype.Progress;

/**
 * A small picture that travels with a model, and the colours it had when the
 * model was written: opening compares them, so that damaged weights or a broken
 * engine never colour a user's picture.
 */
final class SelfTest {

	private static final int EDGE = 12;

	/** Engines and instruction sets differ in the last digits of float32 only. */
	private static final double TOLERANCE = 0.05;

	private SelfTest() {}

	/** Adds the test to a model's JSON. */
	static void write(ColorModel model, ObjectNode json) {
		ObjectNode test = json.putObject("selftest");
		ArrayNode a = test.putArray("a"), b = test.putArray("b");
		float[][] colour = colour(model);
		for (int i = 0; i < EDGE * EDGE; i++) {
			a.add(Math.round(colour[0][i] * 1e3) / 1e3);
			b.add(Math.round(colour[1][i] * 1e3) / 1e3);
		}
	}

	/** Whether the model yields the colours that its file promises. */
	static boolean passes(ColorModel model, JsonNode json) {
		double[] a = ModelCardJson.numbers(json.path("selftest"), "a");
		double[] b = ModelCardJson.numbers(json.path("selftest"), "b");
		float[][] colour = colour(model);
		return agrees(a, colour[0]) && agrees(b, colour[1]);
	}

	private static boolean agrees(double[] expected, float[] actual) {
		if (expected.length != actual.length) return false;
		for (int i = 0; i < actual.length; i++)
			if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE)) return false;
		return true;
	}

	private static float[][] colour(ColorModel model) {
		Decoding trained = new Decoding(model.card().temperature(), 1, model.card().lambda());
		Img<FloatType> colours = new Prediction(model, trained).ab(picture(), EDGE, Progress.NONE);
		float[][] ab = new float[2][EDGE * EDGE];
		for (int plane = 0; plane < 2; plane++) {
			int i = 0;
			for (FloatType value : Views.flatIterable(Views.hyperSlice(colours, 2, plane)))
				ab[plane][i++] = value.get();
		}
		return ab;
	}

	/** A ramp with an edge and some texture, L from 5 to 95. */
	private static RandomAccessibleInterval<FloatType> picture() {
		float[] lightness = new float[EDGE * EDGE];
		for (int y = 0; y < EDGE; y++)
			for (int x = 0; x < EDGE; x++)
				lightness[y * EDGE + x] = 5 + (x < 7 ? 6 * x : 60) + (7 * x + 11 * y) % 13 * 2;
		return ArrayImgs.floats(lightness, EDGE, EDGE);
	}
}
