package tintype.nn.winograd;

/** Memory for 36 matrices of the largest size so far. */
public final class PlaneMemory implements AutoCloseable {

	private Spectrum spectrum;
	private long size;

	/**
	 * Matrices of this size or a larger one, of any values.
	 *
	 * @throws OutOfMemoryError if there is no such memory
	 */
	Spectrum of(long wanted) {
		if (spectrum == null || wanted > size) {
			close();
			spectrum = new Spectrum(wanted);
			size = wanted;
		}
		return spectrum;
	}

	/** Frees it; it can be used again. */
	@Override
	public void close() {
		if (spectrum != null) spectrum.close();
		spectrum = null;
	}
}
