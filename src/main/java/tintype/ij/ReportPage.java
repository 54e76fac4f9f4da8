package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.measure.ResultsTable;
import tintype.inspect.Csv;
import tintype.inspect.Tensor;

/** A page of tables and pictures that any browser shows, without any script. */
final class ReportPage {

	private static final String STYLE = """
		body { font: 15px/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #222 }
		table { border-collapse: collapse; font-size: 13px; display: block; overflow-x: auto }
		td, th { border-bottom: 1px solid #ddd; padding: .2em .6em; text-align: left; white-space: nowrap }
		tr.red td { background: #ffd8d8; color: #900; font-weight: bold }
		figure { display: inline-block; margin: .5em; vertical-align: top } figcaption { font-size: 13px }
		img { max-width: 32em; border: 1px solid #ccc; image-rendering: pixelated }
		""";

	private final String title;
	private final List<String> tables = new ArrayList<>();
	private final List<String> pictures = new ArrayList<>();

	ReportPage(String title) {
		this.title = title;
	}

	/** @param file the same as CSV; red: rows to mark */
	void table(String heading, ResultsTable table, String file, IntPredicate red) {
		tables.add(section(heading, table, file, "", red));
	}

	/** The table at the top. @param text below its heading */
	void first(String heading, ResultsTable table, String file, String text) {
		tables.add(0, section(heading, table, file, text, row -> false));
	}

	private static String section(String heading, ResultsTable table, String file, String text, IntPredicate red) {
		StringBuilder html = new StringBuilder("<h2>" + escaped(heading) + "</h2>\n<p>" + escaped(text) + " <a href=\"" + file + "\">" + file + "</a></p>\n<table>\n");
		html.append(row("th", List.of(table.getHeadings()), false));
		for (int row = 0; row < table.size(); row++)
			html.append(row("td", cells(table, row), red.test(row)));
		return html.append("</table>\n").toString();
	}

	private static String row(String tag, List<String> cells, boolean red) {
		return cells.stream().map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">").collect(Collectors.joining("", red ? "<tr class=\"red\">" : "<tr>", "</tr>\n"));
	}

	private static List<String> cells(ResultsTable table, int row) {
		return Stream.of(table.getHeadings()).map(head -> head.equals("Label") ? table.getLabel(row) : table.getStringValue(head, row)).toList();
	}

	/** A picture with its name, that leads to a file with all of it. */
	void picture(String caption, String file, String whole) {
		pictures.add("<figure><a href=\"" + whole + "\"><img src=\"" + file + "\" alt=\"\"></a><figcaption>" + escaped(caption) + "</figcaption></figure>\n");
	}

	/** The page. */
	String html() {
		return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title) + "</title>\n<style>\n" + STYLE + "</style></head><body>\n<h1>" + //
			escaped(title) + "</h1>\n" + String.join("", tables) + "<h2>Pictures</h2>\n" + String.join("", pictures) + "</body></html>\n";
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/**
	 * A tensor as comma-separated values: a column for each place of the last axis, c0, c1, ..., a
	 * row for all others in their order. ImageJ would take a line of plain numbers for values.
	 */
	static String csv(Tensor tensor) {
		int columns = Math.max(1, tensor.shape()[tensor.shape().length - 1]);
		StringBuilder csv = new StringBuilder(Csv.line(IntStream.range(0, columns).mapToObj(column -> "c" + column).toList()));
		float[] values = tensor.values();
		for (int i = 0; i < values.length; i++)
			csv.append(values[i]).append((i + 1) % columns == 0 ? "\r\n" : ",");
		return csv.toString();
	}

	/** A table as comma-separated values, its numbers with all their digits. */
	static String csv(ResultsTable table) {
		StringBuilder csv = new StringBuilder(Csv.line(List.of(table.getHeadings())));
		for (int row = 0; row < table.size(); row++) {
			int line = row;
			csv.append(Csv.line(Stream.of(table.getHeadings()).map(head -> whole(table, head, line)).toList()));
		}
		return csv.toString();
	}

	private static String whole(ResultsTable table, String head, int row) {
		if (head.equals("Label")) return table.getLabel(row);
		double number = table.getValue(head, row);
		if (Double.isNaN(number)) return table.getStringValue(head, row);
		return number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : Double.toString(number);
	}
}
