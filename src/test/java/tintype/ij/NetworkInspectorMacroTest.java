package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import tintype.SharedData;
import tintype.inspect.PostsNetworks;
import tintype.inspect.SmallNetworks;
import tintype.inspect.read.KerasFilesTest;

/** The inspector from real macros, with the source post's two networks. */
class NetworkInspectorMacroTest {

	@TempDir
	private Path folder;

	private Path digit;
	private Path report;

	/** The digit that the post's author fed, 0 and 255. */
	@BeforeEach
	void drawDigit() {
		ByteProcessor pixels = new ByteProcessor(28, 28);
		for (int i = 0; i < 28 * 28; i++)
			pixels.set(i, (int) (255 * PostsNetworks.digit().values()[i]));
		digit = folder.resolve("five.tif");
		report = folder.resolve("report");
		IJ.saveAsTiff(new ImagePlus("five", pixels), digit.toString());
	}

	private MacroRun inspect(Path model, String options, String... then) {
		List<String> lines = new ArrayList<>(List.of("open('" + digit + "');", "run('Network Inspector...', 'model=[" + model + "] " + options + "');"));
		lines.addAll(List.of(then));
		return MacroRun.of(lines.toArray(String[]::new));
	}

	/** Rows of a table of the report by their layer's name, then by the column. */
	private Map<String, Map<String, String>> rows(String file, String key) throws IOException {
		List<String> lines = Files.readAllLines(report.resolve(file));
		List<String> heads = Asked.cells(lines.get(0));
		Map<String, Map<String, String>> rows = new LinkedHashMap<>();
		for (String line : lines.subList(1, lines.size())) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < heads.size(); i++)
				row.put(heads.get(i), Asked.cells(line).get(i));
			rows.put(row.get(key), row);
		}
		return rows;
	}

	private static List<String> column(Map<String, Map<String, String>> rows, String head) {
		return rows.values().stream().map(row -> row.get(head)).toList();
	}

	private static double number(Map<String, Map<String, String>> rows, String layer, String head) {
		return Double.parseDouble(rows.get(layer).get(head));
	}

	/** As the post prints them: six rows, and the figures of anchors of its first network. */
	@Test
	void theFirstNetwork() throws IOException {
		MacroRun run = inspect(KerasFilesTest.fixture("debugging1.h5"), "export=[" + report + "]", "return getTitle() + ' ' + nImages;");
		assertEquals("five.tif 1", run.result(), "vectors are a table; " + run.told());
		Map<String, Map<String, String>> summary = rows("summary.csv", "Layer"), values = rows("values.csv", "Label");
		assertEquals(List.of("conv2d_1", "conv2d_2", "max_pooling2d_1", "flatten_1", "dense_1", "dense_2"), List.copyOf(summary.keySet()));
		assertEquals(List.of("320", "18496", "0", "0", "1179776", "1290"), column(summary, "Parameters"));
		assertEquals(List.of("194688", "10616832", "0", "0", "1179648", "1280"), column(summary, "MACs"));
		assertEquals(List.of("3, stride 1, first 1", "5, stride 1, first 2", "6, stride 2, first 2.5", "-", "whole image", "whole image"), column(summary, "Receptive field"));
		assertTrue(Files.readString(report.resolve("summary.txt")).contains("Total parameters: 1,199,882 (1,199,882 trainable, 0 not), 11,992,448 MACs"));
		assertEquals(List.of("47808", "27389952", "8790016", "8790016", "1125122048"), column(values, "Sum").subList(0, 5));
		assertEquals(1, number(values, "dense_2", "Sum"), 1e-6);
		assertEquals(List.of("9", "2592", "2592", "2592", "8790016"), column(values, "Max").subList(0, 5));
		List<Double> zeros = List.of(12608.0 / (26 * 26 * 32), 12224.0 / (24 * 24 * 64), 2176.0 / 9216, 2176.0 / 9216, 0.0, 0.0);
		assertEquals(zeros, column(values, "Zeros (share)").stream().map(Double::valueOf).toList());
		rows("verification.csv", "Label").forEach((layer, row) -> {
			assertEquals("agrees", row.get("Verdict"), layer);
			assertEquals("0", row.get("Largest difference before"), layer);
		});
		assertEquals(6, rows("verification.csv", "Label").size());
	}

	@Test
	void theSecondNetwork() throws IOException {
		MacroRun run = inspect(SharedData.require("data/models/posts/debugging2.h5"), "to=activation_2 statistics export=[" + report + "]", "return getTitle();");
		assertTrue(run.result() != null, run.told());
		assertEquals(List.of("320", "0", "18496", "0", "0", "1179776", "0", "1290", "0"), column(rows("summary.csv", "Layer"), "Parameters"));
		Map<String, Map<String, String>> values = rows("values.csv", "Label"), responses = rows("responses.csv", "Label");
		assertEquals(32 * 1494.0, number(values, "conv2d_1", "Sum"));
		assertEquals(0, number(values, "conv2d_1", "Min"));
		assertEquals(32 * 464.498075, number(values, "activation_1", "Sum"), 32 * 1e-5);
		assertEquals(0.9998766, number(values, "activation_1", "Max"), 1e-6);
		assertEquals(287.964462, number(values, "conv2d_2", "Max"), 1e-3);
		assertEquals(2028201.5129, number(values, "max_pooling2d_1", "Sum"), 2);
		assertEquals(2028201.5129, number(values, "dense_1", "Mean"), 2);
		assertEquals(2028201.5129, number(values, "activation_2", "Mean before"), 2);
		assertEquals(1, number(values, "activation_2", "Mean"));
		assertEquals(128, number(values, "activation_2", "Saturated units"));
		assertEquals(128, responses.size());
		assertTrue(responses.values().stream().allMatch(row -> row.get("Alarm").equals("saturated")));
		assertEquals(0, number(values, "conv2d_1", "Dead units"));
	}

	/** The posts' statement: with ones, no relu changes anything; images come in the order before, after. */
	@Test
	void afterIsTheCurrentImage() {
		MacroRun run = inspect(KerasFilesTest.fixture("debugging1.h5"), "to=conv2d_1 values=both montage filters",
			"getStatistics(area, mean, min, max); list = getList('image.titles');", "return getTitle() + ' ' + max + ' ' + getValue(12, 5) + ': ' + String.join(list, ', ');");
		assertEquals("conv2d_1 after 9 9: five.tif, Filters of conv2d_1, conv2d_1 after montage, conv2d_1 before, conv2d_1 after", run.result(), run.told());
	}

	@Test
	void worksInBatchModeAndOnTheNextLine() {
		MacroRun run = MacroRun.of("setBatchMode(true);", "newImage('ramp', '32-bit ramp', 14, 12, 2);",
			"run('Network Inspector...', 'model=[" + SmallNetworks.digits(folder, 0) + "] to=1');", "getDimensions(w, h, c, z, t);", "setSlice(3);",
			"return getTitle() + ' ' + w + ' ' + h + ' ' + c + ' ' + z + ' ' + t + ' ' + getInfo('slice.label');");
		assertEquals("conv after 6 5 3 1 2 conv #2 after (dead: all 0)", run.result(), run.told());
	}

	@Test
	void runsWithoutAnImage() {
		MacroRun run = MacroRun.of("run('Network Inspector...', 'model=colornet values=both weights filters to=1');", "return getTitle() + ' ' + nImages;");
		assertTrue(run.result() != null && run.result().startsWith("Filters of ") && run.result().endsWith(" 2"), run.result() + run.told());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "to=nowhere | There is no layer nowhere in debugging1.h5", "to=1 gradient=[three] | is no unit to take the gradient of",
		"range=[0 to 2] | is not a choice", "from=2 | The network reads 26 x 26 pixels", "to=3 filters | Layer max_pooling2d_1 has no filters" })
	void mistakesStopTheMacroWithASentence(String options, String sentence) {
		MacroRun run = inspect(KerasFilesTest.fixture("debugging1.h5"), options, "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().contains(sentence), run.told());
	}
}
