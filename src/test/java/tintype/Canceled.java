package tintype;

/** The progress of a caller who has canceled already. */
public final class Canceled implements Progress {

	@Override
	public void report(long done, long total, String text) {}

	@Override
	public boolean canceled() {
		return true;
	}
}
