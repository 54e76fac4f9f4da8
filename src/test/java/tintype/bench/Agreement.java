package tintype.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

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
	 * Trains all for three steps from the same start.
	 *
	 * @return how far each of the others is from the one
	 * @throws IllegalStateException if they do not compute the same
	 */
	static List<Agreement> of(Opponent one, List<Opponent> others, float[][] start) throws IOException {
		double[] losses = losses(one);
		float[][] parameters = one.parameters();
		List<Agreement> agreements = new ArrayList<>();
		for (Opponent other : others)
			agreements.add(of(losses, parameters, losses(other), other.parameters(), start));
		return agreements;
	}

	private static double[] losses(Opponent opponent) throws IOException {
		double[] losses = new double[STEPS];
		for (int i = 0; i < STEPS; i++)
			losses[i] = opponent.steps(1)[1];
		return losses;
	}

	private static Agreement of(double[] expectedLosses, float[][] expected, double[] losses, float[][] parameters, float[][] start) {
		double loss = 0;
		for (int i = 0; i < STEPS; i++)
			loss = Math.max(loss, Math.abs(losses[i] / expectedLosses[i] - 1));
		double difference = distance(expected, parameters);
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
