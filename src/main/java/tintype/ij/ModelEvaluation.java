package tintype.ij;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.TintypeException;
import tintype.train.Colouring;
import tintype.train.EvaluationFile;
import tintype.train.EvaluationReport;
import tintype.train.FolderEvaluation;
import tintype.train.PhotoFolder;
import tintype.train.PhotoReader;
import tintype.train.Scores;

/**
 * A model judged on a folder of colour pictures, with ImageJ's table and plot.
 *
 * @param plot  share of the pixels within each distance of the true colour
 * @param sheet some of the pictures, grey, coloured and true
 */
public record ModelEvaluation(ImagePlus plot, ImagePlus sheet) {

	/** More would bury the figures in the log. */
	private static final int MOST_REASONS = 20;

	/**
	 * Turns each picture to grey, colours it, compares it with itself, and shows a
	 * table of the figures. Images are returned, not shown.
	 *
	 * @param pictures    folder of colour pictures, with its subfolders
	 * @param model       name of a ready model, such as {@code default}, or a file
	 * @param look        how colourful
	 * @param weights     folder of pictures whose colours weight the bins; an empty
	 *                    path for the evaluated pictures themselves
	 * @param table       CSV file to write, new or an older such table; an empty path for none
	 * @throws TintypeException if a folder has no usable picture, the model can't be
	 *           opened, a number is out of range or the table can't be written
	 * @throws java.util.concurrent.CancellationException when canceled; nothing is
	 *           written then
	 */
	public static ModelEvaluation of(File pictures, String model, Look look, File weights, File table, Progress progress)
	{
		PhotoFolder folder = folder(pictures, "Choose a folder of colour pictures to evaluate the model on.");
		PhotoFolder weighting = weights.getPath().isBlank() ? folder : folder(weights, "");
		EvaluationFile file = table.getPath().isBlank() ? null : new EvaluationFile(path(table));
		progress.report(0, 1, "Opening the model; the first time on a computer takes longer");
		try (Colorizer colorizer = Colorizer.open(model)) {
			Colouring colouring = (lightness, part) -> colorizer.colorize(lightness, look, part);
			ContactSheet sheet = new ContactSheet(folder.files().size());
			EvaluationReport report = FolderEvaluation.of(folder, weighting, new PhotoReader(new HostPhotos()), colouring, sheet, progress);
			if (file != null) file.write(report);
			String name = colorizer.card().title();
			log(report, colorizer.description() + ", " + colorizer.words(look), folder);
			show(report, "Evaluation of " + name);
			return new ModelEvaluation(plot(report, name), sheet.image("Pictures by " + name));
		}
		catch (OutOfMemoryError e) {
			throw new TintypeException("Memory ran out while evaluating; give ImageJ more in Edit > Options > Memory & Threads, " +
				"or leave out the largest pictures.", e);
		}
	}

	private static PhotoFolder folder(File folder, String sentence) {
		if (folder.getPath().isBlank()) throw new TintypeException(sentence);
		return PhotoFolder.of(path(folder), new HostPhotos());
	}

	private static Path path(File file) {
		try {
			return file.toPath();
		}
		catch (InvalidPathException e) {
			throw new TintypeException("The name " + file + " can't be a file or folder here: choose another one.", e);
		}
	}

	private static void show(EvaluationReport report, String title) {
		ResultsTable table = Tables.create();
		report.rows().forEach((label, scores) -> Tables.addRow(table, label, scores.columns()));
		Tables.show(table, title);
	}

	private static ImagePlus plot(EvaluationReport report, String model) {
		double[] distances = IntStream.range(0, report.model().curve().length).asDoubleStream().toArray();
		return Plots.of("Errors of " + model, "distance t in the ab plane", "share of pixels within t", List.of( //
			curve(model, distances, report.model()), curve(EvaluationReport.MEAN, distances, report.mean()),
			curve(EvaluationReport.GREY, distances, report.grey()))).getImagePlus();
	}

	private static Plots.Curve curve(String name, double[] distances, EvaluationReport.Line line) {
		return new Plots.Curve(String.format(Locale.ROOT, "%s: AuC %.4f", name, line.scores().auc()), distances, line.curve());
	}

	private static void log(EvaluationReport report, String how, PhotoFolder folder) {
		Scores scores = report.model().scores(), grey = report.grey().scores();
		IJ.log(String.format(Locale.ROOT, "Evaluated %s on %s in %s:", how, counted(report.pictures().size(), "picture"), folder.folder()));
		IJ.log(String.format(Locale.ROOT,
			"  AuC %.4f (grey %.4f), rebalanced AuC %.4f (grey %.4f), colourfulness ratio %.2f, PSNR %.2f dB, SSIM %.3f", scores.auc(),
			grey.auc(), scores.rebalancedAuc(), grey.rebalancedAuc(), scores.colourfulnessRatio(), scores.psnr(), scores.ssim()));
		Map<Path, String> skipped = report.skipped();
		if (skipped.isEmpty()) return;
		IJ.log("  Left out " + counted(skipped.size(), "file") + ":");
		skipped.values().stream().limit(MOST_REASONS).forEach(reason -> IJ.log("  " + reason));
		if (skipped.size() > MOST_REASONS) IJ.log("  ... and " + (skipped.size() - MOST_REASONS) + " more.");
	}

	private static String counted(int n, String noun) {
		return n + " " + noun + (n == 1 ? "" : "s");
	}
}
