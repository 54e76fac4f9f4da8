package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tintype.inspect.Activation.Curve;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Operation.Taken;

class SummaryTest {

	/** Every figure of the source post's network. */
	@Test
	void theTableOfThePosts() {
		Summary summary = Summary.of(PostsNetworks.debugging1());
		assertRow(summary, "conv2d_1", "26, 26, 32", 320, 194_688);
		assertRow(summary, "conv2d_2", "24, 24, 64", 18_496, 10_616_832);
		assertRow(summary, "max_pooling2d_1", "12, 12, 64", 0, 0);
		assertRow(summary, "flatten_1", "9216", 0, 0);
		assertRow(summary, "dense_1", "128", 1_179_776, 1_179_648);
		assertRow(summary, "dense_2", "10", 1_290, 1_280);
		assertField(3, 1, 1, summary.row("conv2d_1").field());
		assertField(5, 1, 2, summary.row("conv2d_2").field());
		assertField(6, 2, 2.5, summary.row("max_pooling2d_1").field());
		assertTrue(summary.row("dense_1").field().isWhole());
		assertEquals(6, summary.rows().size());
		assertEquals(1_199_882, summary.parameters());
		assertEquals(1_199_882, summary.trainable());
		assertEquals(11_992_448, summary.macs());
		assertEquals(288 / 320.0, summary.row("conv2d_1").parameters().mean(), 1e-12);
		assertEquals(32 / 320.0, summary.row("conv2d_1").parameters().zeros(), 1e-12);
		assertNull(summary.row("flatten_1").parameters());
	}

	private static void assertRow(Summary summary, String name, String shape, long parameters, long macs) {
		SummaryRow row = summary.row(name);
		assertEquals(shape, row.shapeText(), name);
		assertEquals(parameters, row.layer().parameters(), name);
		assertEquals(macs, row.macs(), name);
		assertEquals(4 * Arrays.stream(row.shape()).asLongStream().reduce(1, (a, b) -> a * b), row.bytes(), name);
	}

	private static void assertField(double size, double stride, double first, ReceptiveField field) {
		assertField(new double[] { size, stride, first }, new double[] { size, stride, first }, field);
	}

	private static void assertField(double[] y, double[] x, ReceptiveField field) {
		assertEquals(Arrays.toString(y), Arrays.toString(new double[] { field.sizeY(), field.strideY(), field.firstY() }));
		assertEquals(Arrays.toString(x), Arrays.toString(new double[] { field.sizeX(), field.strideX(), field.firstX() }));
	}

	/** A graph whose first layer is called "x"; each other reads the one before it, unless it says more. */
	private static LayerGraph chain(int[] input, Object... parts) {
		List<Layer> layers = new ArrayList<>(List.of(Layers.named("x", new Operation.Input(input), Curve.LINEAR, List.of())));
		for (int i = 0; i < parts.length; i += 3) {
			@SuppressWarnings("unchecked")
			List<String> reads = (List<String>) parts[i + 2];
			layers.add(Layers.named((String) parts[i], (Operation) parts[i + 1], Curve.LINEAR, reads));
		}
		return new LayerGraph("chain", "test", layers, List.of(layers.get(layers.size() - 1).name()), false);
	}

	private static Operation convolution(int size, int stride, int dilation, Padding padding) {
		int[] both = { size, size };
		return new Operation.Convolution(2, 4, both, new int[] { stride, stride }, new int[] { dilation, dilation }, padding, 1);
	}

	@Test
	void fieldsGrowAlongAChain() {
		Summary summary = Summary.of(chain(new int[] { 33, 33, 1 }, "same", convolution(3, 2, 1, Padding.Rule.SAME), List.of("x"), //
			"dilated", convolution(3, 1, 2, new Padding.Edges(2, 2, 0, 0)), List.of("same"), //
			"cropped", new Operation.Cropping(2, new Padding.Edges(1, 0, 3, 0)), List.of("dilated"), //
			"padded", new Operation.ZeroPadding(2, new Padding.Edges(2, 0, 0, 0)), List.of("cropped")));
		assertField(3, 2, 0, summary.row("same").field());
		assertField(new double[] { 11, 2, 0 }, new double[] { 11, 2, 4 }, summary.row("dilated").field());
		assertField(new double[] { 11, 2, 2 }, new double[] { 11, 2, 10 }, summary.row("cropped").field());
		assertField(new double[] { 11, 2, -2 }, new double[] { 11, 2, 10 }, summary.row("padded").field());
	}

	/** Two pixels of the output lie a quarter of a pixel before and behind the pixel they come from. */
	@Test
	void finerLayersHaveStridesBelowOne() {
		Operation transposed = new Operation.TransposedConvolution(2, 4, new int[] { 2, 2 }, new int[] { 2, 2 }, new int[] { 1, 1 }, Padding.Rule.VALID, null);
		Summary summary = Summary.of(chain(new int[] { 8, 8, 1 }, "transposed", transposed, List.of("x")));
		assertField(1, 0.5, -0.25, summary.row("transposed").field());
		ReceptiveField doubled = Summary.of(chain(new int[] { 8, 8, 1 }, "up", new Operation.Upsampling(2, new int[] { 2, 2 }, false), List.of("x"))).row("up").field();
		assertEquals(0.5, doubled.strideX());
		assertEquals(-0.25, doubled.firstY());
	}

	@Test
	void branchesAreJoined() {
		Summary summary = Summary.of(chain(new int[] { 16, 16, 4 }, "small", convolution(1, 1, 1, Padding.Rule.VALID), List.of("x"), //
			"large", convolution(5, 1, 1, Padding.Rule.SAME), List.of("x"), "sum", new Operation.Merge(Joined.ADD, -1), List.of("small", "large"), //
			"mean", new Operation.GlobalPooling(Taken.AVERAGE, true), List.of("sum"), "all", new Operation.Merge(Joined.ADD, -1), List.of("sum", "mean")));
		assertField(5, 1, 0, summary.row("sum").field());
		assertTrue(summary.row("mean").field().isWhole());
		ReceptiveField all = summary.row("all").field();
		assertTrue(all.isWhole() && all.isPlaced(), all.text());
		assertEquals(1, all.strideX());
	}

	@Test
	void openEdgesStayOpenUntilTheyAreGiven() {
		LayerGraph graph = chain(new int[] { -1, -1, 3 }, "c", convolution(3, 1, 1, Padding.Rule.VALID), List.of("x"));
		SummaryRow open = Summary.of(graph).row("c");
		assertEquals("?, ?, 4", open.shapeText());
		assertEquals(-1, open.macs());
		assertEquals(-1, Summary.of(graph).bytes());
		SummaryRow known = Summary.of(graph, Map.of("x", new int[] { 12, 10, 3 })).row("c");
		assertEquals("10, 8, 4", known.shapeText());
		assertEquals(80 * 27 * 4, known.macs());
	}

	@Test
	void sharedParametersCountOnce() {
		Tensor kernel = Layers.filled(1, 6, 6);
		Layer first = Layers.named("a", new Operation.Dense(6), Curve.TANH, List.of("x"), "kernel", kernel);
		Layer second = new Layer("a (2)", "Dense", first.operation(), Curve.TANH, List.of("a"), first.weights(), "");
		Layer input = Layers.named("x", new Operation.Input(6), Curve.LINEAR, List.of());
		Summary summary = Summary.of(new LayerGraph("shared", "test", List.of(input, first, second), List.of("a (2)"), false));
		assertEquals(36, summary.row("a (2)").layer().parameters());
		assertEquals(36, summary.parameters());
		assertEquals(72, summary.macs());
	}

	@Test
	void whatFollowsFromAnUnknownLayerIsUnknown() {
		Summary summary = Summary.of(chain(new int[] { 5, 5, 3 }, "odd", new Operation.Unsupported("Layer odd is odd."), List.of("x"), //
			"next", new Operation.Identity(), List.of("odd")));
		assertNull(summary.row("odd").shape());
		assertEquals("Layer odd is odd.", summary.row("odd").note());
		assertEquals("?", summary.row("next").shapeText());
		assertEquals(-1, summary.bytes());
	}

	@Test
	void textAndTableAreOfTheSameRows() {
		Summary summary = Summary.of(PostsNetworks.debugging1());
		String[] lines = SummaryText.lines(summary).split("\n");
		assertEquals(9, lines.length);
		int start = lines[1].indexOf("Output shape");
		assertTrue(lines[3].startsWith("24, 24, 64", start), lines[3]);
		assertTrue(lines[8].startsWith("Total parameters: 1,199,882 (1,199,882 trainable, 0 not), 11,992,448 MACs"), lines[8]);
		String[] table = SummaryText.csv(summary).split("\r\n");
		assertEquals(7, table.length);
		for (String line : table)
			assertEquals(SummaryText.heads().size(), line.replaceAll("\"[^\"]*\"", "").split(",", -1).length, line);
		assertTrue(table[2].startsWith("2,conv2d_2,Convolution,relu,conv2d_1,\"24, 24, 64\",18496,18496,10616832,147456,"), table[2]);
		assertEquals("\"say \"\"a, b\"\"\",,\"two\nlines\"\r\n", Csv.line(List.of("say \"a, b\"", "", "two\nlines")));
	}

	@Test
	void weightsInFigures() {
		Tensor kernel = Layers.tensor(new int[] { 2, 3 }, 1, 0, -2, 3, 0, Double.NaN);
		Tensor transposed = Layers.tensor(new int[] { 1, 1, 2, 2 }, 0, 0, 0, 4);
		Layer input = Layers.named("x", new Operation.Input(2), Curve.LINEAR, List.of());
		Layer dense = Layers.named("dense", new Operation.Dense(3), Curve.LINEAR, List.of("x"), "kernel", kernel, "bias", Layers.filled(0, 3));
		Layer up = Layers.named("up", new Operation.TransposedConvolution(2, 2, new int[] { 1, 1 }, new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.Rule.VALID, null),
			Curve.LINEAR, List.of("dense"), "kernel", transposed);
		List<WeightStatistics> all = WeightStatistics.of(new LayerGraph("figures", "test", List.of(input, dense, up), List.of("up"), false));
		assertEquals(List.of("kernel", "bias", "kernel"), all.stream().map(WeightStatistics::key).toList());
		assertEquals(1, all.get(0).dead());
		assertEquals(1, all.get(0).spread().broken());
		assertEquals("1 of 6 weights are no finite numbers", all.get(0).alarm());
		assertEquals(0.4, all.get(0).spread().mean(), 1e-12);
		assertEquals("", all.get(1).alarm());
		assertEquals("1 with zeros only", all.get(2).alarm());
	}
}
