package tintype.ij;

import java.io.File;

import ij.Prefs;
import tintype.TintypeException;
import tintype.rectify.Mapping;

/** The mapping of the last rectification, which ImageJ's preferences keep until the next one. */
public final class LastMapping {

	/** What stands for it where a file could be named. */
	public static final String NAME = "last";

	private static final String KEY = "tintype.mapping";

	private LastMapping() {}

	static void keep(Mapping mapping) {
		Prefs.set(KEY, MappingFile.text(mapping));
	}

	/**
	 * The mapping that a user names.
	 *
	 * @param file {@value #NAME}, or a file that {@link Rectification#saved} has written
	 * @throws TintypeException if there is none, or the file holds none
	 */
	public static Mapping or(File file) {
		if (!file.getPath().equals(NAME)) return MappingFile.read(file);
		String text = Prefs.get(KEY, "");
		if (text.isEmpty()) throw new TintypeException("Nothing was rectified yet, so there is no last mapping: use Rectify by Four Points first, or choose a file.");
		return MappingFile.parse(text);
	}
}
