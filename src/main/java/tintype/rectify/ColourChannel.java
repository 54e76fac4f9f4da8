package tintype.rectify;

/**
 * Red, green or blue of packed colours. Each adds up by code of its own, so that the
 * compiler takes one short loop at a time: of more neighbours in a loop, or more loops
 * in a method, it makes no vector instructions.
 */
enum ColourChannel {

	RED {

		@Override
		void add(Neighbours pairs, int[] sums, int count) {
			add(pairs, 16, sums, count);
		}
	},

	GREEN {

		@Override
		void add(Neighbours pairs, int[] sums, int count) {
			add(pairs, 8, sums, count);
		}
	},

	BLUE {

		@Override
		void add(Neighbours pairs, int[] sums, int count) {
			add(pairs, 0, sums, count);
		}
	};

	/**
	 * Neighbours at the left and at the right of some places, and their weights.
	 *
	 * @param left    colours packed as 0xRRGGBB
	 * @param ofLeft  their weights
	 * @param right   likewise
	 * @param ofRight likewise
	 */
	record Neighbours(int[] left, int[] ofLeft, int[] right, int[] ofRight) {

		Neighbours(int length) {
			this(new int[length], new int[length], new int[length], new int[length]);
		}
	}

	/** Adds this channel's values of 0..255, weighted, to the sums. */
	abstract void add(Neighbours pairs, int[] sums, int count);

	static void add(Neighbours pairs, int shift, int[] sums, int count) {
		int[] left = pairs.left, ofLeft = pairs.ofLeft, right = pairs.right, ofRight = pairs.ofRight;
		for (int k = 0; k < count; k++)
			sums[k] += ofLeft[k] * (left[k] >> shift & 0xff) + ofRight[k] * (right[k] >> shift & 0xff);
	}
}
