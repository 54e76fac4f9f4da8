package tintype.nn.device;

/** Why a GPU can't be used; the message goes on with ", using the CPU". */
final class Unusable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** What to do about it, a sentence, or nothing. */
	final String advice;

	Unusable(String reason) {
		this(reason, "");
	}

	Unusable(String reason, String advice) {
		super(reason);
		this.advice = advice;
	}
}
