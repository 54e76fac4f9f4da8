package tintype.nn;

import tintype.Labelled;

/**
 * The activation f after each convolution but the last. All leave x &gt;= 0 as it
 * is and differ for x &lt; 0:
 * <table>
 * <caption>f for x &lt; 0</caption>
 * <tr><th></th><th>in training</th><th>afterwards</th><th>source</th></tr>
 * <tr><td>ReLU</td><td>0</td><td>0</td><td></td></tr>
 * <tr><td>LReLU</td><td>x / 100</td><td>the same</td><td>Maas et al. 2013</td></tr>
 * <tr><td>LReLU 5.5</td><td>x / 5.5</td><td>the same</td><td>Xu et al. 2015, "very leaky"</td></tr>
 * <tr><td>PReLU</td><td>alpha x, alpha learned for each channel, 0.25 at the start</td><td>the same</td><td>He et al. 2015</td></tr>
 * <tr><td>RReLU</td><td>x / a, a drawn from U(3, 8) for each element and step</td><td>x / 5.5</td><td>Xu et al. 2015</td></tr>
 * <tr><td>RReLU multiplied</td><td>a x, a drawn from U(1/8, 1/3) for each element and step</td><td>0.22917 x</td><td>PyTorch and others</td></tr>
 * <tr><td>ELU</td><td>exp(x) - 1</td><td>the same</td><td>Clevert et al. 2016, alpha = 1</td></tr>
 * </table>
 * The two RReLU have the same range of slopes, 1/8 to 1/3, but dividing makes
 * small slopes more frequent: its mean slope is ln(8/3) / 5 = 0.196, not 0.229.
 */
public enum Nonlinearity implements Labelled {

	RELU("ReLU", ofSquaredSlope(0)), //
	LRELU("LReLU", ofSquaredSlope(1 / 1e4)), //
	VERY_LEAKY("LReLU 5.5", ofSquaredSlope(1 / (5.5 * 5.5))), //
	PRELU("PReLU", ofSquaredSlope(0.25 * 0.25)), //
	RRELU("RReLU", ofSquaredSlope(1 / 24.0)), //
	RRELU_MULTIPLIED("RReLU multiplied", ofSquaredSlope((1 / 64.0 + 1 / 24.0 + 1 / 9.0) / 3)), //
	ELU("ELU", 0.644945);

	private final String label;
	private final double secondMoment;

	Nonlinearity(String label, double secondMoment) {
		this.label = label;
		this.secondMoment = secondMoment;
	}

	/** Half of all x are positive and stay, the others get the slope. */
	private static double ofSquaredSlope(double mean) {
		return (1 + mean) / 2;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Nonlinearity of(String label) {
		return Labelled.of(Nonlinearity.class, "activation", label);
	}

	/**
	 * The mean of f(x)&sup2; for a standard normal x, with the slopes that hold at
	 * the start of a training. Weights of variance 1 / (n {@code secondMoment()})
	 * for sums of n products keep the size of the signal from layer to layer (He et
	 * al. 2015, equation 10; with ReLU this is their 2 / n).
	 */
	public double secondMoment() {
		return secondMoment;
	}
}
