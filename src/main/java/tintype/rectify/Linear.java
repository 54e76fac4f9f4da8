package tintype.rectify;

/** The hat function. */
final class Linear implements Kernel {

	@Override
	public int taps() {
		return 2;
	}

	@Override
	public void weigh(double fraction, double[] weights) {
		weights[0] = 1 - fraction;
		weights[1] = fraction;
	}
}
