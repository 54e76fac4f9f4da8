package tintype;

/** A caller who cancels when he has been asked some times. */
public final class CancelsAfter implements Progress {

	private int left;

	/** @param questions that he answers with no */
	public CancelsAfter(int questions) {
		left = questions;
	}

	@Override
	public void report(long done, long total, String text) {}

	@Override
	public synchronized boolean canceled() {
		return left-- <= 0;
	}
}
