package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import tintype.Inspector;
import tintype.TintypeException;
import tintype.inspect.Difference;
import tintype.inspect.Layers;
import tintype.inspect.Npy;
import tintype.inspect.Operation;
import tintype.inspect.SmallNetworks;
import tintype.inspect.Tensor;
import tintype.inspect.Verified;
import tintype.inspect.Verified.Verdict;
import tintype.inspect.read.KerasFilesTest;

/** The folder of a report. */
class InspectionReportTest {

	private static final Tensor WAVES = Layers.waves(1, 1, SmallNetworks.HEIGHT, SmallNetworks.WIDTH, 1);
	private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

	@TempDir
	private Path folder;

	private Path model;
	private Path report;

	@BeforeEach
	void writeModel() {
		model = SmallNetworks.digits(folder, 0);
		report = folder.resolve("report");
	}

	private void export(ImagePlus imp, String options) {
		Asked.of(model, imp, options + " export=[" + report + "]");
	}

	private static Tensor read(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return Npy.read(in, file.toString());
		}
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.walk(report)) {
			return files.filter(Files::isRegularFile).map(file -> report.relativize(file).toString().replace('\\', '/')).sorted().toList();
		}
	}

	private List<String> red() throws IOException {
		return Files.readString(report.resolve("index.html")).lines().filter(line -> line.contains("<tr class=\"red\">")).toList();
	}

	private static void assertSame(Tensor expected, Tensor read) {
		assertArrayEquals(expected.shape(), read.shape());
		assertArrayEquals(expected.values(), read.values());
	}

	@Test
	void everythingIsThere() throws IOException {
		export(Asked.image(WAVES), "to=classes gradient=1 against=[" + SmallNetworks.digits(folder, 0.125) + "]");
		List<String> files = files();
		for (String name : List.of("index.html", "summary.csv", "summary.txt", "weights.csv", "histograms.png", "values.csv", "values.png", "verification.csv",
			"units.csv", "responses.csv", "differences.csv", "difference.csv", "gradient.tif", "gradient.png", "filters/001-conv.tif",
			"weights/001-conv-kernel.npy", "weights/001-conv-kernel.csv", "values/001-conv-before.npy", "values/001-conv-after.npy", "values/001-conv-after.tif", "values/003-pool-after.npy"))
			assertTrue(files.contains(name), name + " is not among " + files);
		assertFalse(files.contains("values/003-pool-before.npy"), "pooling has no activation");
		assertFalse(Files.exists(folder.resolve("report.part")));
	}

	/** As they are in the network, and as NumPy reads them. */
	@Test
	void weightsAndValuesAreExact() throws IOException {
		export(Asked.image(WAVES), "to=conv");
		try (Inspector network = Inspector.open(model.toString())) {
			Tensor kernel = network.graph().layer("conv").weight("kernel");
			assertSame(kernel, read(report.resolve("weights/001-conv-kernel.npy")));
			assertSame(network.before("conv", WAVES), read(report.resolve("values/001-conv-before.npy")));
			assertSame(network.after("conv", WAVES), read(report.resolve("values/001-conv-after.npy")));
			List<String> rows = Files.readAllLines(report.resolve("weights/001-conv-kernel.csv"));
			assertEquals("c0,c1,c2", rows.get(0));
			List<Float> numbers = new ArrayList<>();
			rows.stream().skip(1).flatMap(row -> Asked.cells(row).stream()).forEach(cell -> numbers.add(Float.valueOf(cell)));
			assertEquals(9 * SmallNetworks.MAPS, numbers.size());
			for (int i = 0; i < numbers.size(); i++)
				assertEquals(kernel.values()[i], numbers.get(i));
		}
		assertArrayEquals(new int[] { 6, 5, SmallNetworks.MAPS, 1, 1 }, IJ.openImage(report.resolve("values/001-conv-after.tif").toString()).getDimensions());
	}

	/** A row of numbers for each sample instead of an image; what leaves the network is a row for each too. */
	@Test
	void aTableCanBeRead() throws IOException {
		model = KerasFilesTest.fixture("functional_mlp.h5");
		try (Inspector network = Inspector.open(model.toString())) {
			int width = ((Operation.Input) network.graph().inputs().get(0).operation()).shape()[0];
			Tensor rows = Layers.waves(0, 3, width);
			Path table = Files.writeString(folder.resolve("rows.csv"), ReportPage.csv(rows));
			export(null, "data=[" + table + "]");
			Tensor expected = network.after(network.graph().outputs().get(0), rows);
			List<String> last = files().stream().filter(file -> file.startsWith("values/") && file.endsWith("-after.npy")).toList();
			assertSame(expected, read(report.resolve(last.get(last.size() - 1))));
		}
	}

	/** A mean of 0.001234 is not 0.0012. */
	@Test
	void tablesHaveAllDigits() throws IOException {
		export(null, "values=none");
		List<String> rows = Files.readAllLines(report.resolve("weights.csv"));
		int mean = Asked.cells(rows.get(0)).indexOf("Mean");
		double sum = 0;
		try (Inspector network = Inspector.open(model.toString())) {
			for (float weight : network.graph().layer("conv").weight("kernel").values())
				sum += weight;
		}
		assertEquals(sum / (9 * SmallNetworks.MAPS), Double.parseDouble(Asked.cells(rows.get(1)).get(mean)), 1e-9);
	}

	@Test
	void allThatThePageShowsIsThere() throws IOException {
		export(Asked.image(WAVES), "to=conv gradient=[0 at 1,1]");
		Matcher link = LINK.matcher(Files.readString(report.resolve("index.html")));
		List<String> links = new ArrayList<>();
		while (link.find())
			links.add(link.group(1));
		assertTrue(links.size() >= 20, links.toString());
		for (String each : links)
			assertTrue(Files.isRegularFile(report.resolve(each)), each);
		List<String> red = red();
		assertEquals(1, red.size(), "the filter of the dead map");
		assertTrue(red.get(0).contains("<td>conv kernel</td>") && red.get(0).contains("<td>1 with zeros only</td>"), red.get(0));
	}

	@Test
	void withoutAnImageTheWeightsAreThere() throws IOException {
		export(null, "values=both verify");
		List<String> files = files();
		assertTrue(files.containsAll(List.of("index.html", "summary.csv", "weights.csv", "units.csv")), files.toString());
		assertFalse(files.contains("values.csv") || files.contains("verification.csv"), files.toString());
	}

	@Test
	void whatDiffersIsRed() throws IOException {
		int[] place = { 0, 2, 3, 1 };
		Difference none = new Difference(0, 9, place, 9, 9), far = new Difference(0.5, 9, place, 9.5, 9);
		try (Inspector network = Inspector.open(model.toString()); InspectionReport written = InspectionReport.of(report.toFile(), network.graph())) {
			written.verification(List.of(new Verified("conv", Verdict.AGREES, none, none, ""), new Verified("pool", Verdict.DIFFERS, none, far, ""),
				new Verified("classes", Verdict.SKIPPED, null, null, "classes is a Lambda.")));
			written.finish(network.summary(), null);
		}
		List<String> red = red();
		assertEquals(1, red.size());
		assertTrue(red.get(0).contains("<td>pool</td><td>differs</td>"), red.get(0));
		assertEquals("pool,differs,0,0,0.5," + 0.5 / 9 + ",\"0, 2, 3, 1\",", Files.readAllLines(report.resolve("verification.csv")).get(2));
		assertTrue(Files.readAllLines(report.resolve("verification.csv")).get(3).startsWith("classes,skipped,"));
	}

	@Test
	void anEmptyFolderIsTaken() throws IOException {
		Files.createDirectory(report);
		export(null, "values=none");
		assertTrue(Files.exists(report.resolve("index.html")));
	}

	@Test
	void aFolderWithSomethingInItStaysAsItIs() throws IOException {
		Path mine = Files.writeString(Files.createDirectory(report).resolve("mine.txt"), "mine");
		String sentence = assertThrows(TintypeException.class, () -> export(Asked.image(WAVES), "to=conv")).getMessage();
		assertEquals("The folder " + report + " is not empty: choose a new one for the report.", sentence);
		assertEquals(List.of("mine.txt"), files());
		assertEquals("mine", Files.readString(mine));
	}

	@Test
	void aFileIsNoFolder() throws IOException {
		Files.writeString(report, "mine");
		assertThrows(TintypeException.class, () -> export(null, "values=none"));
		assertEquals("mine", Files.readString(report));
	}

	/** After all values have been written, before anything is computed, and while the files are written. */
	@ParameterizedTest
	@ValueSource(strings = { "to=conv gradient=99", "to=nowhere", "to=pool filters" })
	void aFailedRunLeavesNothing(String options) throws IOException {
		assertThrows(TintypeException.class, () -> export(Asked.image(WAVES), options));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(model), files.toList());
		}
	}

	@Test
	void anotherFolderBesideItStays() throws IOException {
		Path other = Files.writeString(Files.createDirectory(folder.resolve("report.part")).resolve("mine.txt"), "mine");
		export(null, "values=none");
		assertTrue(Files.exists(report.resolve("index.html")));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(Set.of(model, report, other.getParent()), files.collect(Collectors.toSet()));
		}
		assertEquals("mine", Files.readString(other));
	}
}
