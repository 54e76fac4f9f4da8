package tintype.rectify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;

/** The solver against exact answers that were computed elsewhere. */
class RectifyCasesTest {

	@Test
	void fourPairsAreSolvedExactly() throws IOException {
		for (JsonNode one : RectifyCases.solvable()) {
			if (!one.has("H_exact")) continue;
			Homography solved = HomographyFit.of(RectifyCases.pairs(one)).homography();
			double worst = 0;
			for (double[] check : RectifyCases.points(one.get("check_points_xyuv"))) {
				double[] image = solved.map(check[0], check[1]);
				worst = Math.max(worst, Math.hypot(image[0] - check[2], image[1] - check[3]));
			}
			assertWithin(one, worst);
			assertMatrix(one, RectifyCases.matrix(one.get("H_exact")), solved);
		}
	}

	@Test
	void morePairsReachTheGeometricOptimum() throws IOException {
		for (JsonNode one : RectifyCases.solvable()) {
			if (!one.has("H_geometric")) continue;
			PointPairs pairs = RectifyCases.pairs(one);
			HomographyFit fit = HomographyFit.of(pairs);
			Homography best = RectifyCases.matrix(one.get("H_geometric"));
			double worst = 0;
			for (double[] point : pairs.source()) {
				double[] image = fit.homography().map(point[0], point[1]), expected = best.map(point[0], point[1]);
				worst = Math.max(worst, Math.hypot(image[0] - expected[0], image[1] - expected[1]));
			}
			assertWithin(one, worst);
			assertEquals(one.get("rms_geometric").asDouble(), fit.rms(), 1e-9 * fit.rms());
		}
	}

	@Test
	void theLinearSystemIsTheOneOfTheFrames() throws IOException {
		for (JsonNode one : RectifyCases.solvable()) {
			if (!one.has("H_dlt_hartley")) continue;
			PointPairs pairs = RectifyCases.pairs(one);
			Homography solved = DirectLinearTransform.of(pairs), expected = RectifyCases.matrix(one.get("H_dlt_hartley"));
			for (double[] point : pairs.source())
				assertArrayEquals(expected.map(point[0], point[1]), solved.map(point[0], point[1]), one.get("tolerance_px").asDouble());
		}
	}

	private static void assertWithin(JsonNode one, double worst) {
		String id = one.get("id").asText();
		assertTrue(worst <= one.get("tolerance_px").asDouble(), () -> id + " is off by " + worst);
	}

	/** Of unit norm, with w above 0 at the centroid of the source. */
	private static void assertMatrix(JsonNode one, Homography expected, Homography solved) {
		assertArrayEquals(expected.matrix(), solved.matrix(), 1e-9, one.get("id").asText());
	}

	@Test
	void mirrorsAreSolvedAndTold() throws IOException {
		for (JsonNode one : RectifyCases.solvable())
			assertEquals(one.get("checks").get("det_sign").asInt() < 0, HomographyFit.of(RectifyCases.pairs(one)).isMirrored(), one.get("id").asText());
	}

	@Test
	void degenerateOnesAreRefused() throws IOException {
		for (JsonNode one : RectifyCases.of("cases", "d")) {
			String sentence = assertThrows(TintypeException.class, () -> HomographyFit.of(RectifyCases.pairs(one)), one.get("id").asText()).getMessage();
			String word = switch (one.get("expect").asText()) {
				case "reject_collinear", "reject_collinear_target" -> "on one line";
				case "reject_duplicate" -> "are the same";
				case "reject_target" -> "Target points";
				case "reject_or_reorder" -> "cross";
				case "reject_concave", "reject_concave_or_warn" -> "lies inside";
				case "reject_too_few" -> "at least 4";
				case "reject_nonfinite" -> "is not a position";
				default -> "?";
			};
			assertTrue(sentence.contains(word), sentence);
		}
	}

	@Test
	void wrongPairsAreFoundByThreshold() throws IOException {
		for (JsonNode one : RectifyCases.of("robust_cases", "")) {
			PointPairs pairs = RectifyCases.pairs(one);
			assertRobust(one, pairs, HomographyFit.robust(pairs, 3));
		}
	}

	@Test
	void wrongPairsAreFoundByScatter() throws IOException {
		for (JsonNode one : RectifyCases.of("robust_cases", "")) {
			PointPairs pairs = RectifyCases.pairs(one);
			assertRobust(one, pairs, HomographyFit.robust(pairs));
		}
	}

	private static void assertRobust(JsonNode one, PointPairs pairs, HomographyFit fit) {
		String id = one.get("id").asText();
		int[] wrong = StreamSupport.stream(one.get("outliers").spliterator(), false).mapToInt(JsonNode::asInt).sorted().toArray();
		assertArrayEquals(wrong, fit.outliers(), id);
		assertEquals(one.get("rms_inliers_dst_units").asDouble(), fit.rms(), 1e-9, id);
		Homography best = RectifyCases.matrix(one.get("H_geometric_inliers"));
		for (double[] point : pairs.source())
			assertArrayEquals(best.map(point[0], point[1]), fit.homography().map(point[0], point[1]), 1e-7, id);
	}

	@Test
	void rightPairsAreNotCalledWrong() throws IOException {
		for (JsonNode one : RectifyCases.of("cases", "n")) {
			PointPairs pairs = RectifyCases.pairs(one);
			for (HomographyFit fit : List.of(HomographyFit.robust(pairs), HomographyFit.robust(pairs, 3)))
				assertArrayEquals(new int[0], fit.outliers(), one.get("id").asText());
		}
	}
}
