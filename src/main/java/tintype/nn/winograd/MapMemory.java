package tintype.nn.winograd;

/** Memory for maps that is kept while their size stays. */
public final class MapMemory implements AutoCloseable {

	private Maps maps;

	/**
	 * Maps of this size, of any values; those of before if that was theirs.
	 *
	 * @throws OutOfMemoryError if there is no memory for them
	 */
	public Maps of(int pictures, int channels, int height, int width) {
		if (maps != null && maps.pictures() == pictures && maps.channels() == channels && maps.height() == height && maps.width() == width) return maps;
		close();
		maps = Maps.of(pictures, channels, height, width);
		return maps;
	}

	/** Maps as large as others; likewise. */
	public Maps like(Maps others) {
		return of(others.pictures(), others.channels(), others.height(), others.width());
	}

	/** Frees it; it can be used again. */
	@Override
	public void close() {
		if (maps != null) maps.close();
		maps = null;
	}
}
