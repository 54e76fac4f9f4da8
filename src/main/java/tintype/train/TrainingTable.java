package tintype.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import tintype.TintypeException;
import tintype.nn.Backend;
import tintype.nn.WholeFile;

/** The rows of a run as a CSV file (RFC 4180), numbers with a decimal point. */
final class TrainingTable {

	private static final String HEADER = "epoch,step,minutes,minutes left,loss,validation loss,AuC,rebalanced AuC (1/2),rebalanced AuC (0)," +
		"PSNR (dB),SSIM,colourfulness ratio,temperature,best,patches/s,pictures/s,waiting,device";

	private TrainingTable() {}

	/** Where the table of a model is. */
	static Path file(Path model) {
		return model.resolveSibling(TrainingPlan.name(model) + "-training.csv");
	}

	/**
	 * Renames what stands where a new run is going to write: the best model of a
	 * run given up, or the table of a model that was moved away.
	 */
	static void setAside(Path model) {
		for (Path file : List.of(model, file(model)))
			if (Files.exists(file)) rename(file);
	}

	private static void rename(Path file) {
		String name = file.getFileName().toString();
		int dot = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
		int number = 1;
		Path free;
		do
			free = file.resolveSibling(name.substring(0, dot) + "-" + number++ + name.substring(dot));
		while (Files.exists(free));
		try {
			Files.move(file, free);
		}
		catch (IOException e) {
			throw new TintypeException("The older file " + file + " can't be renamed: choose another output.", e);
		}
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
		return String.format(Locale.ROOT, "%d,%d,%.2f,%.2f,%.5f,%.5f,%.5f,%.5f,%.5f,%.3f,%.4f,%.4f,%.2f,%d,%.2f,%.2f,%.3f,\"%s\"", row.epoch(),
			row.step(), row.minutes(), row.minutesLeft(), row.loss(), row.validationLoss(), scores.auc(), scores.rebalancedAuc(),
			scores.fullyRebalancedAuc(), scores.psnr(), scores.ssim(), scores.colourfulnessRatio(), row.temperature(), row.best() ? 1 : 0,
			row.patchesPerSecond(), row.picturesPerSecond(), row.waiting(), Backend.description());
	}
}
