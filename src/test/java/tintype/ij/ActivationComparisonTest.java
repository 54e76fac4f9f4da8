package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.gui.Plot;
import tintype.Progress;
import tintype.TintypeException;
import tintype.study.LabelledImages;
import tintype.study.RenderedDigits;
import tintype.study.StudyActivation;
import tintype.study.StudyData;
import tintype.study.StudyNetwork;
import tintype.study.StudyNormalisation;
import tintype.study.StudySettings;

class ActivationComparisonTest {

	private static final StudySettings SMALL = StudySettings.defaults().withNetwork(StudyNetwork.CNN).withEpochs(2).withSeeds(2, 1) //
		.withActivations(List.of(StudyActivation.RELU, StudyActivation.ELU)).withNormalisation(StudyNormalisation.BOTH);

	@TempDir
	private Path folder;

	private File data;
	private File results;

	@BeforeEach
	void writeDigits() throws IOException {
		StudyData digits = RenderedDigits.of(120, 40, 1);
		Path mnist = Files.createDirectory(folder.resolve("digits of a test"));
		write(mnist, "train", digits.training());
		write(mnist, "t10k", digits.test());
		data = mnist.toFile();
		results = folder.resolve("results/of it").toFile();
	}

	private static void write(Path folder, String part, LabelledImages images) throws IOException {
		int count = images.count(), height = images.height(), width = images.width();
		Files.write(folder.resolve(part + "-images-idx3-ubyte"), ByteBuffer.allocate(16 + images.pixels().length) //
			.putInt(0x803).putInt(count).putInt(height).putInt(width).put(images.pixels()).array());
		Files.write(folder.resolve(part + "-labels-idx1-ubyte"), ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count).put(images.labels()).array());
	}

	private ActivationComparison compared(Progress progress) {
		return ActivationComparison.of(data, SMALL, results, progress);
	}

	@Test
	void plotsTablesAndVerdict() throws IOException {
		ActivationComparison comparison = compared(Progress.NONE);
		for (var image : List.of(comparison.errors(), comparison.losses())) {
			Plot plot = (Plot) image.getProperty(Plot.PROPERTY_KEY);
			List<String> labels = new ArrayList<>();
			for (int i = 0; i < plot.getNumPlotObjects(); i++)
				if (plot.getPlotObjectLabel(i) != null) labels.add(plot.getPlotObjectLabel(i));
			assertEquals(List.of("ELU, batch norm (dashed)", "ELU", "ReLU, batch norm (dashed)", "ReLU"), labels);
		}
		List<String> rows = Files.readAllLines(results.toPath().resolve("activations.csv")), differences = Files.readAllLines(results.toPath().resolve("differences.csv"));
		assertEquals(5, rows.size());
		assertTrue(rows.get(0).startsWith("Label,Seeds,Test error (%),SD,"), rows.get(0));
		assertEquals(3, differences.size());
		assertTrue(differences.get(1).startsWith("ELU,2,") && differences.get(2).startsWith("\"ELU, batch norm\",2,"), differences.toString());
		assertEquals(2 + 2 * 2 * 2 * 2, Files.readAllLines(results.toPath().resolve("epochs.csv")).size());
		assertTrue(Files.readString(results.toPath().resolve("verdict.txt")).startsWith("Without batch norm"));
		assertNotNull(javax.imageio.ImageIO.read(results.toPath().resolve("test-error.png").toFile()));
	}

	@Test
	void goesOnWhereItWasCanceled() throws IOException {
		compared(new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return results.isDirectory() && runs().size() >= 2;
			}
		});
		List<Path> kept = runs();
		assertTrue(kept.size() < 8, kept::toString);
		assertTrue(Files.readString(results.toPath().resolve("epochs.csv")).contains(kept.size() + " of 8"));
		byte[] first = Files.readAllBytes(kept.get(0));
		compared(Progress.NONE);
		assertEquals(8, runs().size());
		assertArrayEquals(first, Files.readAllBytes(kept.get(0)));
		String whole = withoutTimes();
		try (Stream<Path> files = Files.list(results.toPath())) {
			for (Path file : files.toList())
				Files.delete(file);
		}
		compared(Progress.NONE);
		assertEquals(withoutTimes(), whole);
	}

	private List<Path> runs() {
		return Stream.of(results.listFiles((folder, name) -> name.matches("run-.*\\.txt"))).map(File::toPath).sorted().toList();
	}

	/** All epochs, without the seconds that they took. */
	private String withoutTimes() throws IOException {
		StringBuilder text = new StringBuilder();
		for (String line : Files.readAllLines(results.toPath().resolve("epochs.csv")).subList(2, 18))
			text.append(String.join(",", List.of(line.split(",")).subList(0, 7))).append('\n');
		return text.toString();
	}

	@Test
	void canceledAtOnceLeavesNothing() {
		assertThrows(CancellationException.class, () -> compared(new Progress() {

			@Override
			public void report(long done, long total, String text) {}

			@Override
			public boolean canceled() {
				return true;
			}
		}));
		assertFalse(results.toPath().resolve("epochs.csv").toFile().exists());
	}

	@Test
	void whatIsWrongIsSaid() throws IOException {
		Files.write(data.toPath().resolve("t10k-labels-idx1-ubyte"), new byte[] { 0, 0, 8, 3, 0, 0, 0, 40 });
		assertTrue(assertThrows(TintypeException.class, () -> compared(Progress.NONE)).getMessage().contains("t10k-labels-idx1-ubyte"));
		data = folder.resolve("nowhere").toFile();
		assertTrue(assertThrows(TintypeException.class, () -> compared(Progress.NONE)).getMessage().contains("nowhere"));
	}
}
