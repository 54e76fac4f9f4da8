package tintype.nn.winograd;

/**
 * Between two layers of a band: leaves its first rows at the seam above, and lets those
 * from the seam below follow its last one.
 */
final class Joint implements RowStream {

	private final int layer, height;
	private final Seam above, below;
	private final RowStream next;
	private int y;

	/**
	 * @param layer  that yields the rows
	 * @param height of the band, in rows
	 * @param above  null at the top of the picture
	 * @param below  null at its bottom
	 */
	Joint(int layer, int height, Seam above, Seam below, RowStream next) {
		this.layer = layer;
		this.height = height;
		this.above = above;
		this.below = below;
		this.next = next;
	}

	@Override
	public float[][] accept(float[][] row) {
		if (above != null && y < Stage.SHARED) above.put(layer, y, row);
		float[][] free = next.accept(row);
		if (++y == height && below != null) for (int i = 0; i < Stage.SHARED; i++)
			next.accept(below.take(layer, i));
		return free;
	}
}
