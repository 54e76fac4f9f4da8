package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Npy;
import tintype.inspect.Summary;
import tintype.inspect.SummaryText;
import tintype.inspect.Tensor;
import tintype.inspect.Verified;
import tintype.inspect.Weight;
import tintype.inspect.WeightStatistics;

/**
 * All that an inspection finds as files in a folder: tables as CSV, tensors as .npy,
 * maps and filters as TIFF stacks with PNG overviews, and a page, index.html, that shows
 * them. Until all is written the folder has another name.
 */
final class InspectionReport implements AutoCloseable {

	/** Makes the image of a tensor. */
	interface Labelled {

		ImagePlus image(Layer layer, String side, Tensor values);
	}

	private final Path folder;
	private final Path part;
	private final LayerGraph graph;
	private final ReportPage page;
	private boolean weightless;

	private InspectionReport(Path folder, Path part, LayerGraph graph) {
		this.folder = folder;
		this.part = part;
		this.graph = graph;
		page = new ReportPage(graph.title() + ", " + graph.format());
	}

	/**
	 * Begins a report.
	 *
	 * @param export folder, new or empty; an empty path for no report
	 * @throws TintypeException if the folder holds something, or can't be written
	 */
	static InspectionReport of(File export, LayerGraph graph) {
		if (export.getPath().isBlank()) return new InspectionReport(null, null, graph);
		try {
			Path folder = export.toPath().toAbsolutePath();
			if (Files.exists(folder) && !isEmpty(folder)) throw new TintypeException("The folder " + export + " is not empty: choose a new one for the report.");
			return new InspectionReport(folder, Files.createDirectories(part(folder)), graph);
		}
		catch (IOException | InvalidPathException e) {
			throw unwritable(export.toString(), e);
		}
	}

	private static boolean isEmpty(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) return false;
		try (var files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	/** Beside the folder, a name that nothing has: what a killed run has left may still be looked at. */
	private static Path part(Path folder) {
		Path part = folder.resolveSibling(folder.getFileName() + ".part");
		for (int i = 2; Files.exists(part); i++)
			part = folder.resolveSibling(folder.getFileName() + ".part" + i);
		return part;
	}

	/** Leaves the weights out, which are the same for every picture. */
	InspectionReport withoutWeights() {
		weightless = true;
		return this;
	}

	/** Whether there is to be one. */
	boolean isWanted() {
		return folder != null;
	}

	/** Figures, numbers and pictures of all weights. */
	void weights(List<WeightStatistics> statistics, Progress progress) {
		if (!isWanted() || weightless) return;
		ResultsTable table = InspectionTables.weights(statistics);
		page.table("Weights", table, "weights.csv", row -> !table.getStringValue("Alarm", row).isEmpty());
		write(() -> {
			text("weights.csv", ReportPage.csv(table));
			ImagePlus histograms = WeightHistograms.of(graph);
			if (histograms != null) {
				ImageFile.save(FeatureMontage.of(histograms), path("histograms.png"));
				page.picture("Histograms of the weights", "histograms.png", "histograms.png");
			}
			for (Layer layer : graph.layers()) {
				if (progress.canceled()) throw new CancellationException("Canceled");
				for (Map.Entry<String, Weight> weight : layer.weights().entrySet())
					weight("weights/" + file(layer) + "-" + weight.getKey(), weight.getValue().tensor());
				if (FilterStack.has(layer)) picture("Filters of " + layer.name(), "filters/" + file(layer), FilterStack.of(layer));
			}
		});
	}

	private void weight(String name, Tensor values) throws IOException {
		bytes(name + ".npy", Npy.bytes(values));
		text(name + ".csv", ReportPage.csv(values));
	}

	/** What leaves a layer. */
	void layer(Layer layer, Tensor before, Tensor after, Labelled labelled) {
		write(() -> {
			if (before != after) side(layer, "before", before, labelled);
			side(layer, "after", after, labelled);
		});
	}

	private void side(Layer layer, String side, Tensor values, Labelled labelled) throws IOException {
		String name = "values/" + file(layer) + "-" + side;
		bytes(name + ".npy", Npy.bytes(values));
		if (TensorImages.isSpatial(values)) picture(layer.name() + " " + side, name, labelled.image(layer, side, values));
		else text(name + ".csv", ReportPage.csv(InspectionTables.vectors(layer.name(), values)));
	}

	private void picture(String title, String name, ImagePlus stack) throws IOException {
		ImageFile.save(stack, path(name + ".tif"));
		ImageFile.save(FeatureMontage.of(stack), path(name + ".png"));
		page.picture(title, name + ".png", name + ".tif");
	}

	/** A table of its own, such as what the units of a layer gave. @param name of its file, without an ending */
	void table(String heading, String name, ResultsTable table) {
		if (!isWanted() || table.size() == 0) return;
		page.table(heading, table, name + ".csv", row -> false);
		write(() -> text(name + ".csv", ReportPage.csv(table)));
	}

	/** An image of its own, such as a gradient. */
	void image(String title, String name, ImagePlus image) {
		if (isWanted() && image != null) write(() -> picture(title, name, image));
	}

	/** The differences of a second computation; what differs is red. */
	void verification(List<Verified> rows) {
		if (!isWanted()) return;
		ResultsTable table = InspectionTables.verification(rows);
		page.table("Verification", table, "verification.csv", row -> rows.get(row).verdict() == Verified.Verdict.DIFFERS);
		write(() -> text("verification.csv", ReportPage.csv(table)));
	}

	/** Writes the page and gives the folder its name. @param figures of the layers' values, or null */
	void finish(Summary summary, LayerFigures figures) {
		if (!isWanted()) return;
		write(() -> {
			ResultsTable table = InspectionTables.summary(summary);
			page.first("Summary", table, "summary.csv", SummaryText.totals(summary));
			text("summary.csv", SummaryText.csv(summary));
			text("summary.txt", SummaryText.lines(summary));
			if (figures != null) {
				page.table("Values", figures.table(), "values.csv", row -> false);
				text("values.csv", ReportPage.csv(figures.table()));
				ImageFile.save(figures.plot(graph.title()), path("values.png"));
				page.picture("Values of every layer", "values.png", "values.csv");
			}
			text("index.html", page.html());
			Files.deleteIfExists(folder);
			Files.move(part, folder);
		});
	}

	private interface Writing {

		void run() throws IOException;
	}

	private void write(Writing writing) {
		try {
			writing.run();
		}
		catch (IOException e) {
			throw unwritable(folder.toString(), e);
		}
	}

	private static TintypeException unwritable(String folder, Exception cause) {
		return new TintypeException("The report could not be written to " + folder + ": check that the place exists, is writable and has space.", cause);
	}

	/** Its row and name, as a file may be called everywhere. */
	private String file(Layer layer) {
		return String.format(Locale.ROOT, "%03d-%s", graph.position(layer.name()), layer.name().replaceAll("[^A-Za-z0-9_-]+", "_"));
	}

	private Path path(String name) throws IOException {
		Path path = part.resolve(name);
		Files.createDirectories(path.getParent());
		return path;
	}

	private void text(String name, String text) throws IOException {
		bytes(name, text.getBytes(StandardCharsets.UTF_8));
	}

	private void bytes(String name, byte[] bytes) throws IOException {
		Files.write(path(name), bytes);
	}

	private void clear() throws IOException {
		if (part == null || !Files.exists(part)) return;
		try (var files = Files.walk(part)) {
			for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList())
				Files.delete(file);
		}
	}

	/** Takes away what an unfinished report has left. */
	@Override
	public void close() {
		if (isWanted()) write(this::clear);
	}
}
