package tintype.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import tintype.TintypeException;
import tintype.nn.WholeFile;

/** The rows of a run as a CSV file (RFC 4180), numbers with a decimal point. */
final class TrainingTable {

	private static final String HEADER = "epoch,step,minutes,loss,validation loss,AuC,rebalanced AuC (1/2),colourfulness ratio," +
		"PSNR (dB),temperature,best,patches/s,pictures/s,waiting";

	private TrainingTable() {}

	/** Where the table of a model is. */
	static Path file(Path model) {
		return model.resolveSibling(TrainingPlan.name(model) + "-training.csv");
	}

	/** @throws TintypeException if the file can't be written */
	static void write(List<TrainingLog.Row> rows, Path file) {
		StringBuilder text = new StringBuilder(HEADER).append("\r\n");
		rows.forEach(row -> text.append(line(row)).append("\r\n"));
		try {
			WholeFile.write(file, stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException e) {
			throw new TintypeException("The table " + file + " can't be written: close it in other programs, and check the space on the disk.", e);
		}
	}

	private static String line(TrainingLog.Row row) {
		Scores scores = row.validation();
		return String.format(Locale.ROOT, "%d,%d,%.2f,%.5f,%.5f,%.5f,%.5f,%.4f,%.3f,%.2f,%d,%.2f,%.2f,%.3f", row.epoch(), row.step(),
			row.minutes(), row.loss(), row.validationLoss(), scores.auc(), scores.rebalancedAuc(), scores.colourfulnessRatio(),
			scores.psnr(), row.temperature(), row.best() ? 1 : 0, row.patchesPerSecond(), row.picturesPerSecond(), row.waiting());
	}
}
