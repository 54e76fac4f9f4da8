package tintype.ij;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.measure.ResultsTable;
import tintype.TintypeException;
import tintype.inspect.Csv;
import tintype.nn.WholeFile;

/**
 * The pictures of a batch that failed, with a reason for each: in the Log, as a table
 * named Failures, and as comma-separated values (RFC 4180, UTF-8) in the output folder.
 */
final class BatchFailures {

	private static final List<String> HEAD = List.of("picture", "reason");

	/** More would bury what else is in the log. */
	private static final int MOST_TOLD = 20;

	private final Path file;
	private final Map<Path, String> reasons = new LinkedHashMap<>();

	/** @throws TintypeException if there is another file in the place of its file */
	BatchFailures(Path output, Shard shard) {
		file = output.resolve("failures" + shard.suffix() + ".csv");
		if (Files.exists(file) && !isMine()) throw new TintypeException(file + " exists and is no table of failures, so it is not written over: choose another output folder.");
	}

	private boolean isMine() {
		byte[] head = Csv.line(HEAD).getBytes(StandardCharsets.UTF_8);
		try (InputStream stream = Files.newInputStream(file)) {
			return Arrays.equals(head, stream.readNBytes(head.length));
		}
		catch (IOException e) {
			return false;
		}
	}

	/** Where they are written. */
	Path file() {
		return file;
	}

	void add(Path picture, String reason) {
		reasons.put(picture, reason);
		if (reasons.size() <= MOST_TOLD) IJ.log(reason.contains(picture.getFileName().toString()) ? reason : picture + ": " + reason);
		else if (reasons.size() == MOST_TOLD + 1) IJ.log("More failures are in " + file + " when the run ends.");
	}

	/** In the order in which they failed. */
	Map<Path, String> reasons() {
		return Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
	}

	/** Of the first picture that failed. */
	String first() {
		return reasons.values().iterator().next();
	}

	/** Shows and writes the table; without failures an older one is taken away. */
	void finish() {
		try {
			if (reasons.isEmpty()) Files.deleteIfExists(file);
			else {
				Tables.show(table(), "Failures");
				byte[] text = text().getBytes(StandardCharsets.UTF_8);
				WholeFile.write(file, stream -> stream.write(text));
			}
		}
		catch (IOException e) {
			throw new TintypeException("The failures could not be written to " + file + ": check that the folder is writable and has space.", e);
		}
	}

	private ResultsTable table() {
		ResultsTable table = Tables.create();
		reasons.forEach((picture, reason) -> {
			table.addRow();
			table.addValue("Picture", picture.toString());
			table.addValue("Reason", reason);
		});
		return table;
	}

	private String text() {
		List<String> lines = new ArrayList<>(List.of(Csv.line(HEAD)));
		reasons.forEach((picture, reason) -> lines.add(Csv.line(List.of(picture.toString(), reason))));
		return String.join("", lines);
	}
}
