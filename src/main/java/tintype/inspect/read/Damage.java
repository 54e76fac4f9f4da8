package tintype.inspect.read;

import tintype.TintypeException;

/** What to say of files that cannot be as they were saved. */
final class Damage {

	private static final int LONGEST = 400;

	private Damage() {}

	/** Text that a file had a part in: without control characters, cut if it is long. */
	static String legible(String text) {
		String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + ".." : text;
		return cut.replaceAll("\\p{Cntrl}", " ");
	}

	/** @param what is wrong, as the beginning of a sentence */
	static TintypeException of(String what) {
		return of(what, null);
	}

	/**
	 * @param what  is wrong, as the beginning of a sentence
	 * @param cause what lies behind it, or null
	 */
	static TintypeException of(String what, Throwable cause) {
		return new TintypeException(legible(what) + ": the file is damaged, save the model again.", cause);
	}
}
