package tintype;

/**
 * A failure told to the user in one sentence: what happened, and what to do
 * next. Dialogs, logs and the command line show the message as it is.
 */
public class TintypeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param sentence what happened and what to do next, for the user */
	public TintypeException(String sentence) {
		super(sentence);
	}

	/**
	 * @param sentence what happened and what to do next, for the user
	 * @param cause    what lies behind it, for the log
	 */
	public TintypeException(String sentence, Throwable cause) {
		super(sentence, cause);
	}
}
