package tintype.rectify;

/** How a picture goes on beyond its edges: which of its columns, or rows, stands for one outside. */
enum Extension {

	/** None does. */
	FILL {

		@Override
		int inside(int index, int size) {
			return index < 0 || index >= size ? NONE : index;
		}
	},

	/** The one at the edge. */
	REPLICATE {

		@Override
		int inside(int index, int size) {
			return Math.max(0, Math.min(size - 1, index));
		}
	},

	/** As in a mirror through the centre of the pixels at the edge, over and over. */
	MIRROR {

		@Override
		int inside(int index, int size) {
			if (size == 1) return 0;
			int folded = Math.floorMod(index, 2 * size - 2);
			return Math.min(folded, 2 * size - 2 - folded);
		}
	};

	static final int NONE = -1;

	/**
	 * @param size of the picture in this direction, at least 1
	 * @return 0 to {@code size} - 1, or {@link #NONE}
	 */
	abstract int inside(int index, int size);
}
