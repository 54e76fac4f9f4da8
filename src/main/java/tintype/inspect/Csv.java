package tintype.inspect;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them. */
public final class Csv {

	private Csv() {}

	/** One line with its end; cells with commas, quotes or line ends are quoted. */
	public static String line(List<String> cells) {
		return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(String text) {
		boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
