package tintype.train;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tintype.TintypeException;
import tintype.nn.WholeFile;

/**
 * A report as a table of comma-separated values (RFC 4180, UTF-8): a row per
 * picture, then all pictures and the baselines, then the files left out, whose
 * last column says why.
 */
public final class EvaluationFile {

	private static final String FIRST = "picture";
	private static final String LAST = "remark";

	/** No heading is longer; a file of another kind may be one line of gigabytes. */
	private static final int LONGEST_HEAD = 4096;

	private final Path file;

	/**
	 * A file to be written, checked before a long evaluation. An older table of
	 * an evaluation will be replaced; nothing else is, as a model or a picture may
	 * be named by mistake.
	 *
	 * @throws TintypeException if it is a folder or another file than such a table, or its own folder is missing or not writable
	 */
	public EvaluationFile(Path file) {
		this.file = file;
		Path folder = file.toAbsolutePath().getParent();
		if (Files.isDirectory(file)) throw new TintypeException("The table can't be written to " + file + ", which is a folder: add a file name.");
		if (folder == null || !Files.isWritable(folder)) throw new TintypeException( //
			"The table can't be written to " + file + ": choose a folder that exists and is writable.");
		if (Files.exists(file) && !isTable(file)) throw new TintypeException( //
			file + " exists and is no table of an evaluation, so it is not written over: choose another name for the table.");
	}

	/** By the heading, of which other versions may have more columns. */
	private static boolean isTable(Path file) {
		if (!Files.isRegularFile(file)) return false;
		try (InputStream stream = Files.newInputStream(file)) {
			String start = new String(stream.readNBytes(LONGEST_HEAD), StandardCharsets.UTF_8);
			String head = start.lines().findFirst().orElse("");
			return head.startsWith(FIRST + ",AuC,") && head.endsWith("," + LAST);
		}
		catch (IOException e) {
			throw new TintypeException("The table can't be written to " + file + ", which exists and can't be read: choose another name.", e);
		}
	}

	/**
	 * Writes the whole file or, if that fails, nothing.
	 *
	 * @throws TintypeException if the disk is full or the folder no longer there
	 */
	public void write(EvaluationReport report) {
		try {
			WholeFile.write(file, stream -> {
				Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
				for (List<String> row : rows(report))
					writer.write(String.join(",", row.stream().map(EvaluationFile::quoted).toList()) + "\r\n");
				writer.flush();
			});
		}
		catch (IOException e) {
			throw new TintypeException("The table could not be written to " + file + //
				": check that the folder exists, is writable and has space.", e);
		}
	}

	private static List<List<String>> rows(EvaluationReport report) {
		List<List<String>> rows = new ArrayList<>();
		List<String> names = List.copyOf(report.model().scores().columns().keySet());
		List<String> head = new ArrayList<>(names);
		head.add(0, FIRST);
		head.add(LAST);
		rows.add(head);
		report.rows().forEach((label, scores) -> rows.add(row(label, scores.columns(), names, "")));
		report.skipped().forEach((skippedFile, reason) -> rows.add(row(skippedFile.toString(), Map.of(), names, reason)));
		return rows;
	}

	private static List<String> row(String label, Map<String, Double> figures, List<String> names, String remark) {
		List<String> row = new ArrayList<>(List.of(label));
		for (String name : names)
			row.add(cell(figures.getOrDefault(name, Double.NaN)));
		row.add(remark);
		return row;
	}

	private static String cell(double figure) {
		return Double.isNaN(figure) ? "" : String.format(Locale.ROOT, "%.6f", figure);
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}
}
