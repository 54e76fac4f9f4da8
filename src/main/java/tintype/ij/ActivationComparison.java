package tintype.ij;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import tintype.Progress;
import tintype.study.ActivationStudy;
import tintype.study.RenderedDigits;
import tintype.study.StudyData;
import tintype.study.StudyFolder;
import tintype.study.StudyResult;
import tintype.study.StudySettings;
import tintype.study.StudyStatistics;

/**
 * One small network trained with several activations: two plots that follow it, two
 * tables and a verdict in the Log. Each is null if its user has closed its window.
 *
 * @param losses of the training by epoch, a plot
 * @param errors of the test by epoch, a plot
 */
public record ActivationComparison(ImagePlus losses, ImagePlus errors) {

	/** Names the data that come with Tintype. */
	public static final String DIGITS = "digits";

	/**
	 * Runs a study, or what of it is missing in the folder.
	 *
	 * @param data   {@link #DIGITS}, or a folder as {@link StudyFolder} reads it
	 * @param folder for tables, plots and finished runs, made if it is missing; an empty path to keep none
	 * @throws tintype.TintypeException if the data can't be read, a setting is out of range, or the folder not written to
	 * @throws CancellationException    when canceled before any network has been trained; later, what is done is shown
	 */
	public static ActivationComparison of(File data, StudySettings settings, File folder, Progress progress) {
		StudyFiles files = StudyFiles.in(folder);
		StudyData digits = read(data, progress);
		StudyWindows windows = new StudyWindows(digits.name(), settings);
		StudyResult study = ActivationStudy.run(digits, settings, files.folder(), windows, progress);
		if (study.runs().isEmpty()) throw new CancellationException("Canceled");
		windows.plot(study);
		if (!study.isComplete()) IJ.log("The study was canceled after " + study.runs().size() + " of " + settings.runs() + " networks; tables and plots show these.");
		StudyStatistics statistics = StudyStatistics.of(study);
		show(windows, StudyTables.settings(statistics), "Activations of " + settings.network().label() + " on " + digits.name());
		ResultsTable differences = StudyTables.differences(statistics);
		if (differences.size() > 0) show(windows, differences, "Differences from ReLU of " + settings.network().label() + " on " + digits.name());
		windows.beside("Log", () -> statistics.verdicts().forEach(IJ::log));
		files.write(study, statistics);
		return windows.figures();
	}

	private static void show(StudyWindows windows, ResultsTable table, String title) {
		windows.beside(title, () -> Tables.show(table, title));
	}

	private static StudyData read(File data, Progress progress) {
		if (data.getPath().equals(DIGITS)) return RenderedDigits.standard();
		return StudyFolder.read(Path.of(data.getPath()), new HostPhotos(), IJ::log, progress);
	}
}
