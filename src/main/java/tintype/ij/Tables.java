package tintype.ij;

import java.util.Map;

import ij.measure.ResultsTable;

/** ImageJ tables of named rows. Without a screen they are filled but not shown. */
final class Tables {

	private static final int DECIMALS = 4;

	private Tables() {}

	/** An empty table. */
	static ResultsTable create() {
		ResultsTable table = new ResultsTable();
		table.setPrecision(DECIMALS);
		table.setNaNEmptyCells(true);
		return table;
	}

	/**
	 * Adds a row.
	 *
	 * @param label   of the row, in the first column
	 * @param figures by the name of their column; new names become new columns
	 */
	static void addRow(ResultsTable table, String label, Map<String, Double> figures) {
		table.addRow();
		table.addLabel(label);
		figures.forEach(table::addValue);
	}

	/** Shows a table in a window, in place of an older one of the same title. */
	static void show(ResultsTable table, String title) {
		table.show(title);
	}
}
