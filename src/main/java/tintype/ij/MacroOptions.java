package tintype.ij;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The options of a macro's {@code run("Colorize...", "model=[my model.zip] quiet")}
 * as keys and values.
 * <p>
 * Reads what {@link ij.Macro#getValue} reads: {@code key=value} up to the next
 * blank, {@code key=[two words]} with nested brackets, {@code key='two words'}.
 * Unlike it, it never finds a key inside another one's value or name. A word
 * that stands alone has the value null. Keys are in lower case; the first of
 * two equal keys counts.
 */
final class MacroOptions {

	private final String text;
	private int at;

	private MacroOptions(String text) {
		this.text = text;
	}

	/** @param options as {@link ij.Macro#getOptions} gives them; null means none */
	static Map<String, String> parse(String options) {
		Map<String, String> values = new LinkedHashMap<>();
		MacroOptions reader = new MacroOptions(options == null ? "" : options);
		while (reader.skipBlanks())
			reader.readInto(values);
		return values;
	}

	private boolean skipBlanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at)))
			at++;
		return at < text.length();
	}

	private void readInto(Map<String, String> values) {
		int start = at;
		while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at)))
			at++;
		String key = text.substring(start, at).toLowerCase(Locale.ROOT);
		String value = null;
		if (at < text.length() && text.charAt(at) == '=') {
			at++;
			value = value();
		}
		values.putIfAbsent(key, value);
	}

	private String value() {
		if (at < text.length() && text.charAt(at) == '[') return enclosed(closingBracket());
		if (at < text.length() && text.charAt(at) == '\'') return enclosed(text.indexOf('\'', at + 1));
		int start = at;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at)))
			at++;
		return text.substring(start, at);
	}

	/** @param end where the closing sign stands; behind the text when it is missing */
	private String enclosed(int end) {
		int start = at + 1;
		int stop = end < 0 ? text.length() : end;
		at = Math.min(stop + 1, text.length());
		return text.substring(start, stop);
	}

	private int closingBracket() {
		int depth = 0;
		for (int i = at; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '[') depth++;
			if (c == ']' && --depth == 0) return i;
		}
		return -1;
	}
}
