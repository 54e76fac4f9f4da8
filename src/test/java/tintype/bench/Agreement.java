package tintype.bench;

import java.io.IOException;

/**
 * How far two programs are from having trained the same network.
 *
 * @param loss       largest relative difference of the losses
 * @param parameters root of the sum of squared differences over that of the
 *                   parameters
 * @param change     the same over how far the parameters moved from the start:
 *                   tells wrong gradients, as the other cannot after few steps
 */
record Agreement(double loss, double parameters, double change) {

	private static final int STEPS = 3;

	/**
	 * ND4J adds the loss up in float32, value by value: 1.3e-4 too little for 32
	 * patches on one thread. The gradient is not taken from that sum.
	 */
	private static final double TOLERANCE_OF_LOSS = 3e-4;

	/**
	 * Float32 sums in another order, three times through the network: of some ReLU in a
	 * million the input is so near to 0 that one program lets the gradient pass, the other not.
	 */
	private static final double TOLERANCE = 2e-3;

	/** The first steps of Adam are about the sign of each gradient, so tiny ones differ wholly. */
	private static final double TOLERANCE_OF_CHANGE = 3e-2;

	/**
	 * Trains both for three steps from the same start.
	 *
	 * @throws IllegalStateException if they do not compute the same
	 */
	static Agreement of(Opponent one, Opponent other, float[][] start) throws IOException {
		double loss = 0;
		for (int i = 0; i < STEPS; i++) {
			double expected = one.steps(1)[1];
			loss = Math.max(loss, Math.abs(other.steps(1)[1] / expected - 1));
		}
		float[][] expected = one.parameters();
		double difference = distance(expected, other.parameters());
		Agreement agreement = new Agreement(loss, difference / distance(expected, new float[start.length][]),
			difference / distance(expected, start));
		if (!agreement.holds()) throw new IllegalStateException("The two programs do not train the same network: " + agreement);
		return agreement;
	}

	/** False for NaN too. */
	private boolean holds() {
		return loss <= TOLERANCE_OF_LOSS && parameters <= TOLERANCE && change <= TOLERANCE_OF_CHANGE;
	}

	/** Euclidean; a missing array stands for zeros. */
	private static double distance(float[][] a, float[][] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			for (int j = 0; j < a[i].length; j++) {
				double difference = a[i][j] - (b[i] == null ? 0 : b[i][j]);
				sum += difference * difference;
			}
		return Math.sqrt(sum);
	}
}
