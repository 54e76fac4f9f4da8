package tintype.rectify;

/**
 * Bilinear interpolation of packed colours in whole numbers. A first loop fetches the
 * four neighbours of every pixel; the others go straight through arrays and are kept
 * short, so that the compiler turns them into vector instructions.
 */
final class ColourBilinear implements BilinearRow {

	/** Binary digits of a fraction of a pixel: 1/8192 pixel changes no value by more than 1/16 grey level. */
	private static final int BITS = 13;

	private static final int STEPS = 1 << BITS;

	/** Wider or higher sources have places beyond int. */
	static final int REACH = Integer.MAX_VALUE >> BITS;

	private final int[] source;
	private final int below;
	private final int[] target;

	/** Top left, top right, bottom left, bottom right neighbour. */
	private final int[] a = new int[Strip.BLOCK], b = a.clone(), c = a.clone(), d = a.clone();

	/** Their weights, which sum to 65536. */
	private final int[] ofA = a.clone(), ofB = a.clone(), ofC = a.clone(), ofD = a.clone();

	private final int[] across = a.clone(), down = a.clone();
	private final int[] red = a.clone(), green = a.clone(), blue = a.clone();

	/** @param below distance from a pixel to the one below it, the width of the source */
	ColourBilinear(int[] source, int below, int[] target) {
		this.source = source;
		this.below = below;
		this.target = target;
	}

	@Override
	public void write(double[] x, double[] y, int count, int at) {
		fetch(x, y, count);
		weigh(count);
		mix(16, red, count);
		mix(8, green, count);
		mix(0, blue, count);
		for (int k = 0; k < count; k++)
			target[at + k] = 0xff000000 | red[k] & 0xff0000 | green[k] >> 8 & 0xff00 | blue[k] >> 16;
	}

	private void fetch(double[] x, double[] y, int count) {
		for (int k = 0; k < count; k++) {
			int column = (int) (x[k] * STEPS), row = (int) (y[k] * STEPS);
			int i = (row >> BITS) * below + (column >> BITS);
			a[k] = source[i];
			b[k] = source[i + 1];
			c[k] = source[i + below];
			d[k] = source[i + below + 1];
			across[k] = column & STEPS - 1;
			down[k] = row & STEPS - 1;
		}
	}

	private void weigh(int count) {
		for (int k = 0; k < count; k++) {
			int both = across[k] * down[k] + 512 >> 10;
			ofB[k] = (across[k] << 3) - both;
			ofC[k] = (down[k] << 3) - both;
			ofA[k] = 65536 - (across[k] << 3) - (down[k] << 3) + both;
			ofD[k] = both;
		}
	}

	/** The value in the eight bits from {@code shift} on, times 65536, with a half for rounding. */
	private void mix(int shift, int[] mixed, int count) {
		for (int k = 0; k < count; k++)
			mixed[k] = ofA[k] * (a[k] >> shift & 0xff) + ofB[k] * (b[k] >> shift & 0xff) + ofC[k] * (c[k] >> shift & 0xff) //
				+ ofD[k] * (d[k] >> shift & 0xff) + 32768;
	}
}
