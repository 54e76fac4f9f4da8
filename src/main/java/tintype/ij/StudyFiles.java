package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import tintype.TintypeException;
import tintype.nn.WholeFile;
import tintype.study.StudyResult;
import tintype.study.StudyStatistics;
import tintype.study.StudyTable;

/** Where a study keeps its finished runs, and writes tables and plots at its end; nowhere without a folder. */
record StudyFiles(Path folder) {

	/**
	 * @param folder made if it is missing; an empty path for none
	 * @throws TintypeException if it can't be made
	 */
	static StudyFiles in(File folder) {
		if (folder.getPath().isBlank()) return new StudyFiles(null);
		try {
			return new StudyFiles(Files.createDirectories(folder.toPath().toAbsolutePath()));
		}
		catch (IOException | InvalidPathException e) {
			throw new TintypeException("The folder " + folder + " for the results can't be made: choose another place.", e);
		}
	}

	/** All epochs, the two tables, the verdicts, and the plots. */
	void write(StudyResult study, StudyStatistics statistics) {
		if (folder == null) return;
		StudyTable.write(study, folder.resolve("epochs.csv"));
		try {
			text("activations.csv", ReportPage.csv(StudyTables.settings(statistics)));
			text("differences.csv", ReportPage.csv(StudyTables.differences(statistics)));
			text("verdict.txt", String.join("\n", statistics.verdicts()) + "\n");
			ImageFile.save(StudyPlots.errors(study).getImagePlus(), folder.resolve("test-error.png"));
			ImageFile.save(StudyPlots.losses(study).getImagePlus(), folder.resolve("training-loss.png"));
		}
		catch (IOException e) {
			throw new TintypeException("The results can't be written to " + folder + ": check that it is writable and has space.", e);
		}
	}

	private void text(String name, String text) throws IOException {
		WholeFile.writeAmongOthers(folder.resolve(name), stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
	}
}
