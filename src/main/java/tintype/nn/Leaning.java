package tintype.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tintype.TintypeException;
import tintype.color.AbGrid;

/**
 * A colour towards which a whole picture may lean: as if one knew of the scene
 * that it is likelier there than the picture alone tells.
 *
 * @param a in ab units, a centre of a bin
 * @param b as {@code a}
 */
record Leaning(double a, double b) {

	/**
	 * How many times likelier the colour itself becomes. Looked at on scenes: with 12
	 * some alternatives hardly show, with 40 they are a tint over everything.
	 */
	private static final double FACTOR = 20;

	/** Width, as a standard deviation in ab units, of the colours that become likelier with it. */
	private static final double SPREAD = 20;

	/**
	 * The colours that would change a picture most, in their order. Each bin pulls
	 * at each cell with its probability times its distance from the colour that the
	 * cell gets anyway; so a cell that is decided does not count. First comes the bin
	 * with the strongest pull on all cells, then always the next strongest that is
	 * more than {@value SecondColour#APART} away from those before.
	 *
	 * @param map     as decoded
	 * @param colours of the cells as usual
	 * @param count   of leanings
	 * @throws TintypeException if the bins have not as many distinct colours
	 */
	static List<Leaning> of(BinMap map, ChromaMap colours, int count) {
		AbGrid grid = map.grid();
		double[] pulls = pulls(map, colours);
		List<Leaning> leanings = new ArrayList<>();
		while (leanings.size() < count) {
			int strongest = -1;
			for (int bin = 0; bin < pulls.length; bin++)
				if (pulls[bin] >= 0 && (strongest < 0 || pulls[bin] > pulls[strongest])) strongest = bin;
			if (strongest < 0) throw new TintypeException("The model knows too few colours for " + (count + 1) +
				" alternatives of this picture; ask for at most " + (leanings.size() + 1) + ".");
			Leaning leaning = new Leaning(grid.a(strongest), grid.b(strongest));
			leanings.add(leaning);
			for (int bin = 0; bin < pulls.length; bin++)
				if (leaning.squaredDistance(grid, bin) <= SecondColour.APART * SecondColour.APART) pulls[bin] = -1;
		}
		return leanings;
	}

	private static double[] pulls(BinMap map, ChromaMap colours) {
		float[] shares = map.probabilities();
		double[] pulls = new double[map.grid().size()];
		for (int i = 0; i < shares.length; i++) {
			int bin = i / map.cells(), cell = i % map.cells();
			pulls[bin] += shares[i] * Math.sqrt(map.grid().squaredDistance(bin, colours.a()[cell], colours.b()[cell]));
		}
		return pulls;
	}

	/** Logarithms of the factors by which the bins become likelier: a Gaussian around the colour. */
	double[] weights(AbGrid grid) {
		double[] weights = new double[grid.size()];
		for (int bin = 0; bin < weights.length; bin++)
			weights[bin] = Math.log(FACTOR) * Math.exp(-squaredDistance(grid, bin) / (2 * SPREAD * SPREAD));
		return weights;
	}

	private double squaredDistance(AbGrid grid, int bin) {
		return grid.squaredDistance(bin, a, b);
	}

	/** For a slice label. */
	String words() {
		return String.format(Locale.ROOT, "leaning to a %.0f, b %.0f", a, b);
	}
}
