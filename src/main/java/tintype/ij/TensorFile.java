package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import ij.measure.ResultsTable;
import tintype.TintypeException;
import tintype.inspect.Npy;
import tintype.inspect.Tensor;

/** Numbers for a network that do not come from an image: a NumPy file, a CSV file, or an open table. */
final class TensorFile {

	private TensorFile() {}

	/**
	 * @param source a .npy file, a table file that ImageJ reads, or the title of an open table
	 * @return the array as it is, or [row, column] of a table
	 * @throws TintypeException if there is neither, or it holds no numbers
	 */
	static Tensor read(File source) {
		ResultsTable open = ResultsTable.getResultsTable(source.getPath());
		if (open != null) return rows(open, source.getPath());
		if (!source.isFile()) throw new TintypeException("There is no open table or file " + source + ": choose a .npy or .csv file.");
		try (InputStream in = Files.newInputStream(source.toPath())) {
			if (source.getName().endsWith(".npy")) return Npy.read(in, source.getName());
			return rows(ResultsTable.open(source.getPath()), source.getName());
		}
		catch (IOException e) {
			throw new TintypeException("The file " + source + " could not be read: choose a .npy or .csv file of numbers.", e);
		}
	}

	private static Tensor rows(ResultsTable table, String name) {
		String[] columns = table.getHeadings();
		int first = columns.length > 0 && columns[0].equals("Label") ? 1 : 0, count = columns.length - first;
		if (count < 1 || table.size() == 0) throw new TintypeException("The table " + name + " has no columns of numbers: give one column for each value.");
		Tensor tensor = new Tensor(new int[] { table.size(), count }, new float[Math.multiplyExact(table.size(), count)]);
		for (int row = 0; row < table.size(); row++)
			for (int column = 0; column < count; column++)
				tensor.values()[row * count + column] = number(table, columns[first + column], row, name);
		return tensor;
	}

	private static float number(ResultsTable table, String column, int row, String name) {
		float number = (float) table.getValue(column, row);
		if (Float.isNaN(number) && !table.getStringValue(column, row).equals("NaN")) throw new TintypeException("The table " + name + //
			" has no number in column " + column + ", row " + (row + 1) + ": give numbers only.");
		return number;
	}
}
