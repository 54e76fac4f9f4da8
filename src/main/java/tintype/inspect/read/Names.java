package tintype.inspect.read;

import java.util.HashMap;
import java.util.Map;

/** Names of layers: each once, and short enough for a line. */
final class Names {

	private static final int LONGEST = 80;

	private final Map<String, Integer> taken = new HashMap<>();

	/** The name without control characters, cut if it is long. */
	static String legible(String name) {
		String cut = name.length() > LONGEST ? name.substring(0, LONGEST) + ".." : name;
		return cut.replaceAll("\\p{Cntrl}", " ").strip();
	}

	/** The name, or the name with a number that makes it new. */
	String unique(String name) {
		String legible = legible(name);
		String unique = legible;
		while (taken.putIfAbsent(unique, 1) != null)
			unique = legible + " (" + taken.merge(legible, 1, Integer::sum) + ")";
		return unique;
	}
}
