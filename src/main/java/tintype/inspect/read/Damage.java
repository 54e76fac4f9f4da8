package tintype.inspect.read;

import tintype.TintypeException;

/** What to say of files that cannot be as they were saved. */
final class Damage {

	private Damage() {}

	/** @param what is wrong, as the beginning of a sentence */
	static TintypeException of(String what) {
		return of(what, null);
	}

	/**
	 * @param what  is wrong, as the beginning of a sentence
	 * @param cause what lies behind it, or null
	 */
	static TintypeException of(String what, Throwable cause) {
		return new TintypeException(what + ": the file is damaged, save the model again.", cause);
	}
}
