package tintype.ij;

import java.awt.EventQueue;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;
import tintype.train.TrainingLog.Row;

/** A training's epochs as rows of an ImageJ table that grows while it is looked at, and stays closed once it is. */
final class LiveTable {

	private final String title;
	private final boolean onScreen;
	private TextWindow window;

	LiveTable(String title, boolean onScreen) {
		this.title = title;
		this.onScreen = onScreen;
	}

	/** Adds a row; without a screen nothing happens, as the core writes the same rows to a file. */
	void add(Row row) {
		if (!onScreen) return;
		if (EventQueue.isDispatchThread()) append(row);
		else EventQueue.invokeLater(() -> append(row));
	}

	private void append(Row row) {
		if (window == null) {
			ResultsTable table = Tables.create();
			fill(table, row);
			table.show(title);
			window = (TextWindow) WindowManager.getFrame(title);
		}
		else if (window.isDisplayable()) {
			// The table's own show would bring its window to the front each time.
			TextPanel panel = window.getTextPanel();
			ResultsTable table = panel.getResultsTable();
			fill(table, row);
			panel.append(table.getRowAsString(table.size() - 1));
		}
	}

	private static void fill(ResultsTable table, Row row) {
		table.incrementCounter();
		table.addValue("Epoch", row.epoch());
		table.addValue("Steps", row.step());
		table.addValue("Loss", row.loss());
		table.addValue("Validation loss", row.validationLoss());
		table.addValue("AuC", row.validation().auc());
		table.addValue("Rebalanced AuC", row.validation().rebalancedAuc());
		table.addValue("Colourfulness", row.validation().colourfulnessRatio());
		table.addValue("PSNR (dB)", row.validation().psnr());
		table.addValue("T", row.temperature());
		table.addValue("Best", row.best() ? "yes" : "");
		table.addValue("Minutes", row.minutes());
		table.addValue("Patches/s", row.patchesPerSecond());
		table.addValue("Pictures/s", row.picturesPerSecond());
	}
}
