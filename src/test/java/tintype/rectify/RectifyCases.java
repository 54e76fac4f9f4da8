package tintype.rectify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.nd4j.shade.jackson.core.json.JsonReadFeature;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.json.JsonMapper;

import tintype.SharedData;

/** The cases of ../shared/data/rectify/cases.json; tests that ask for them skip where the file lacks. */
final class RectifyCases {

	private RectifyCases() {}

	/**
	 * @param list   "cases", "aspect_cases" or "robust_cases"
	 * @param prefix of the ids that are wanted
	 */
	static List<JsonNode> of(String list, String prefix) throws IOException {
		ObjectMapper json = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
		JsonNode all = json.readTree(SharedData.require("data/rectify/cases.json").toFile()).get(list);
		List<JsonNode> wanted = new ArrayList<>();
		for (JsonNode each : all)
			if (each.get("id").asText().startsWith(prefix)) wanted.add(each);
		return wanted;
	}

	/** Those that a solver must solve. */
	static List<JsonNode> solvable() throws IOException {
		return of("cases", "").stream().filter(each -> each.get("expect").asText().startsWith("solve")).toList();
	}

	/** NaN stands there as text. */
	static double[][] points(JsonNode list) {
		double[][] points = new double[list.size()][];
		for (int i = 0; i < points.length; i++) {
			points[i] = new double[list.get(i).size()];
			for (int j = 0; j < points[i].length; j++)
				points[i][j] = list.get(i).get(j).isTextual() ? Double.parseDouble(list.get(i).get(j).asText()) : list.get(i).get(j).asDouble();
		}
		return points;
	}

	static PointPairs pairs(JsonNode one) {
		return new PointPairs(points(one.get("src")), points(one.get("dst")));
	}

	static Homography matrix(JsonNode rows) {
		double[][] h = points(rows);
		return Homography.of(h[0][0], h[0][1], h[0][2], h[1][0], h[1][1], h[1][2], h[2][0], h[2][1], h[2][2]);
	}
}
