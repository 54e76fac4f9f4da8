package tintype.rectify;

import java.util.Arrays;

import tintype.rectify.ColourChannel.Neighbours;

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

	private static final ColourChannel[] CHANNELS = ColourChannel.values();

	private final int[] source;
	private final int below;
	private final int[] target;

	/** Their four weights sum to 65536. */
	private final Neighbours top = new Neighbours(Strip.BLOCK), bottom = new Neighbours(Strip.BLOCK);

	private final int[] across = new int[Strip.BLOCK], down = across.clone(), indices = across.clone();

	/** Of each channel, times 65536, with a half for rounding. */
	private final int[][] mixed = new int[CHANNELS.length][Strip.BLOCK];

	private final int[] colours = across.clone();

	/** @param below distance from a pixel to the one below it, the width of the source */
	ColourBilinear(int[] source, int below, int[] target) {
		this.source = source;
		this.below = below;
		this.target = target;
	}

	@Override
	public void write(double[] x, double[] y, int count, int at) {
		split(x, y, count);
		fetch(0, top, count);
		fetch(below, bottom, count);
		weigh(count);
		for (ColourChannel channel : CHANNELS) {
			int[] sums = mixed[channel.ordinal()];
			Arrays.fill(sums, 32768);
			channel.add(top, sums, count);
			channel.add(bottom, sums, count);
		}
		pack(count);
		System.arraycopy(colours, 0, target, at, count);
	}

	/** Into the index of the neighbour at the top left and the distances from it, in {@link #STEPS}. */
	private void split(double[] x, double[] y, int count) {
		for (int k = 0; k < count; k++) {
			int column = (int) (x[k] * STEPS), row = (int) (y[k] * STEPS);
			indices[k] = (row >> BITS) * below + (column >> BITS);
			across[k] = column & STEPS - 1;
			down[k] = row & STEPS - 1;
		}
	}

	/** @param offset from the indices to the neighbours at the left: 0, or {@link #below} */
	private void fetch(int offset, Neighbours pairs, int count) {
		int[] left = pairs.left(), right = pairs.right();
		for (int k = 0; k < count; k++) {
			int i = indices[k] + offset;
			left[k] = source[i];
			right[k] = source[i + 1];
		}
	}

	private void weigh(int count) {
		int[] ofA = top.ofLeft(), ofB = top.ofRight(), ofC = bottom.ofLeft(), ofD = bottom.ofRight();
		for (int k = 0; k < count; k++) {
			int both = across[k] * down[k] + 512 >> 10;
			ofB[k] = (across[k] << 3) - both;
			ofC[k] = (down[k] << 3) - both;
			ofA[k] = 65536 - (across[k] << 3) - (down[k] << 3) + both;
			ofD[k] = both;
		}
	}

	private void pack(int count) {
		int[] red = mixed[0], green = mixed[1], blue = mixed[2];
		for (int k = 0; k < count; k++)
			colours[k] = 0xff000000 | red[k] & 0xff0000 | green[k] >> 8 & 0xff00 | blue[k] >> 16;
	}
}
