package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Canceled;
import tintype.SharedData;
import tintype.color.Lab;

/** The figures are those of an independent program on the same pictures. */
class ComparisonTest {

	@TempDir
	Path folder;

	/**
	 * The data set's own metrics.py printed these for scenes/val coloured in
	 * three ways: not at all, with one colour, and with red and blue swapped.
	 */
	@ParameterizedTest
	@CsvSource({ //
		"grey, 0.88676, 0.75480, 0, 22.52936", //
		"constant, 0.88668, 0.75443, 0.01413, 22.54516", //
		"swapped, 0.82894, 0.64668, 1.02402, 17.90162" })
	void agreesWithTheJudge(String way, double auc, double rebalancedAuc, double colourfulness, double psnr) throws IOException {
		double[] counts = SharedData.trainCounts();
		List<Path> files = PhotoFolder.of(SharedData.require("data/scenes/val")).files();
		assertEquals(260, files.size());
		// only the truth knows what to swap, so it is looked up by its turn
		int[] turn = { 0 };
		UnaryOperator<Photo> swap = grey -> changed(Pictures.read(files.get(turn[0]++)), ComparisonTest::swapped);
		Scores scores = Pictures.scores(files, counts, switch (way) {
			case "grey" -> UnaryOperator.identity();
			case "constant" -> grey -> changed(grey, ComparisonTest::tinted);
			default -> swap;
		});
		assertEquals(auc, scores.auc(), 6e-6);
		assertEquals(rebalancedAuc, scores.rebalancedAuc(), 6e-6);
		assertEquals(colourfulness, scores.colourfulnessRatio(), 1e-4);
		assertEquals(psnr, scores.psnr(), 1e-3);
	}

	/** The mean colour of scenes/train. */
	private static int tinted(int rgb) {
		return Lab.toSrgb(Lab.lightness(rgb), -0.73, 0.02);
	}

	private static int swapped(int rgb) {
		return (rgb & 255) << 16 | rgb & 0xff00 | rgb >> 16 & 255;
	}

	private static Photo changed(Photo photo, IntUnaryOperator change) {
		int[] rgb = new int[photo.rgb().length];
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = change.applyAsInt(photo.rgb()[i]);
		return new Photo(photo.width(), photo.height(), rgb);
	}

	@Test
	void equalPicturesArePerfect() throws IOException {
		Path file = Pictures.write(folder.resolve("truth.png"), 40, 40, Pictures.landscape(40, 1));
		Scores scores = Pictures.scores(List.of(file), even(), grey -> Pictures.read(file));
		assertEquals(1, scores.auc());
		assertEquals(1, scores.rebalancedAuc());
		assertEquals(1, scores.colourfulnessRatio());
		assertTrue(scores.psnr() > 100, scores.toString());
	}

	@Test
	void onlyPairsOfOneSizeThatHaveAnSsim() {
		Comparison comparison = new Comparison(even());
		Photo small = new Photo(7, 6, new int[42]), wide = new Photo(8, 7, new int[56]), high = new Photo(7, 8, new int[56]);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> comparison.add(small, small)).getMessage().contains("7 x 7"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> comparison.add(wide, high)).getMessage().contains("sizes"));
	}

	@Test
	void aCanceledPairDoesNotCount() {
		Photo truth = new Photo(20, 20, Pictures.landscape(20, 1)), other = new Photo(20, 20, Pictures.landscape(20, 2));
		Comparison comparison = new Comparison(even());
		comparison.add(truth, truth);
		Scores before = comparison.scores();
		assertThrows(CancellationException.class, () -> comparison.add(truth, other, new Canceled()));
		assertEquals(before, comparison.scores());
	}

	private static double[] even() {
		double[] shares = new double[313];
		Arrays.fill(shares, 1.0 / 313);
		return shares;
	}
}
