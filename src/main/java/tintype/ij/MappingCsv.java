package tintype.ij;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tintype.TintypeException;
import tintype.rectify.Mapping;

/**
 * A mapping as a table of keys and values (RFC 4180), which a spreadsheet opens. The
 * homography's numbers are h11 to h33, row and column.
 */
final class MappingCsv {

	private static final String HEAD = "key,value";
	private static final String CELL = "(\"(?:[^\"]|\"\")*\"|[^\",]*)";
	private static final Pattern ROW = Pattern.compile(CELL + "," + CELL);

	/** What spreadsheets put before UTF-8. */
	private static final String MARK = "\uFEFF";

	private MappingCsv() {}

	static String write(Mapping mapping) {
		StringBuilder text = new StringBuilder(HEAD + "\r\n");
		MappingFields.of(mapping).forEach((key, value) -> text.append(key).append(',').append(quoted(value)).append("\r\n"));
		return text.toString();
	}

	/**
	 * Reads a mapping. Its inverse has to be there: as it comes last, a file that was cut
	 * short can't be taken for a whole one.
	 *
	 * @param what the text is, to begin a sentence
	 * @throws TintypeException if it is another table, or not a whole and sound mapping
	 */
	static Mapping read(String text, String what) {
		Map<String, String> fields = new LinkedHashMap<>();
		MappingFields mapping = new MappingFields(fields, what);
		String[] lines = (text.startsWith(MARK) ? text.substring(1) : text).split("\r\n|\n|\r");
		if (!lines[0].equals(HEAD)) throw mapping.failure("it has no head", null);
		for (int i = 1; i < lines.length; i++) {
			Matcher row = ROW.matcher(lines[i]);
			if (lines[i].isEmpty()) continue;
			if (!row.matches()) throw mapping.failure("its line " + (i + 1) + " is not a key and a value", null);
			if (fields.put(plain(row.group(1)), plain(row.group(2))) != null)
				throw mapping.failure("its line " + (i + 1) + " repeats an earlier one", null);
		}
		if (!fields.containsKey(MappingFields.key(MappingFields.INVERSE, 8))) throw mapping.failure("it ends too early", null);
		return mapping.mapping();
	}

	private static String quoted(String cell) {
		return cell.matches("[^\",]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	private static String plain(String cell) {
		return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
	}
}
