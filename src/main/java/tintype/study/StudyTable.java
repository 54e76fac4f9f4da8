package tintype.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tintype.TintypeException;
import tintype.inspect.Csv;
import tintype.nn.Backend;
import tintype.nn.WholeFile;

/**
 * A study as a CSV file (RFC 4180), numbers with a decimal point: one row for each
 * epoch of each run, below a row of settings and one of column names.
 */
public final class StudyTable {

	private static final List<String> COLUMNS = List.of("activation", "batch norm", "seed", "epoch", "test error (%)", "test loss",
		"training loss", "seconds", "mean slope of each layer");

	private StudyTable() {}

	/** The text of the file. */
	public static String text(StudyResult result) {
		StringBuilder text = new StringBuilder(Csv.line(settings(result))).append(Csv.line(COLUMNS));
		for (StudyRun run : result.runs())
			for (int epoch = 1; epoch <= run.epochs().size(); epoch++)
				text.append(Csv.line(cells(run, epoch)));
		return text.toString();
	}

	private static List<String> settings(StudyResult result) {
		StudySettings settings = result.settings();
		return List.of("data", result.data(), "network", settings.network().label(), "epochs", "" + settings.epochs(), "batch", "" + settings.batch(), //
			"rate", "" + settings.learningRate(), "order", settings.shuffled() ? "shuffled" : "of the data", "device", Backend.description(), //
			"runs", result.runs().size() + " of " + settings.runs());
	}

	private static List<String> cells(StudyRun run, int number) {
		StudyEpoch epoch = run.epochs().get(number - 1);
		List<String> cells = new ArrayList<>(List.of(run.activation().label(), run.batchNorm() ? "on" : "off", "" + run.seed(), "" + number));
		cells.add(format("%.4f", 100 * epoch.testError()));
		cells.add(format("%.6f", epoch.testLoss()));
		cells.add(format("%.6f", epoch.trainingLoss()));
		cells.add(format("%.3f", epoch.seconds()));
		boolean last = number == run.epochs().size();
		cells.add(last ? String.join(" ", run.slopes().stream().map(slope -> format("%.4f", slope)).toList()) : "");
		return cells;
	}

	private static String format(String pattern, double value) {
		return String.format(Locale.ROOT, pattern, value);
	}

	/** @throws TintypeException if the file can't be written */
	public static void write(StudyResult result, Path file) {
		try {
			WholeFile.writeAmongOthers(file, stream -> stream.write(text(result).getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException e) {
			throw new TintypeException("The table " + file + " can't be written: close it in other programs, and check the space on the disk.", e);
		}
	}
}
