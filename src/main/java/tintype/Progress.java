package tintype;

/**
 * How far a long computation has come, and whether its caller still wants it.
 * <p>
 * The core reports through this seam only; it knows no progress bars. A
 * computation asks {@link #canceled()} at least once a second and ends with a
 * {@link java.util.concurrent.CancellationException} when it is true.
 */
public interface Progress {

	/** Reports nothing and is never canceled. */
	Progress NONE = new Progress() {

		@Override
		public void report(long done, long total, String text) {}

		@Override
		public boolean canceled() {
			return false;
		}
	};

	/**
	 * Tells how much is done. May be called from any thread.
	 *
	 * @param done  finished units of work, 0 to {@code total}
	 * @param total all units of work, more than 0
	 * @param text  what is being done, a few words for a status line
	 */
	void report(long done, long total, String text);

	/** True as soon as the caller wants the computation to stop. */
	boolean canceled();

	/**
	 * One of several equal parts of this work, for what reports it as a whole.
	 *
	 * @param part  0 to {@code parts} - 1
	 * @param parts at least 1
	 */
	default Progress part(int part, int parts) {
		Progress whole = this;
		return new Progress() {

			@Override
			public void report(long done, long total, String text) {
				whole.report(part * total + done, parts * total, text);
			}

			@Override
			public boolean canceled() {
				return whole.canceled();
			}
		};
	}
}
