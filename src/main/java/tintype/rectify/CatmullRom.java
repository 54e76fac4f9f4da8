package tintype.rectify;

/**
 * Cubic convolution with a = -0.5, the one that reproduces parabolas: Keys, Cubic
 * convolution interpolation for digital image processing, IEEE Trans. ASSP 29 (1981).
 */
final class CatmullRom implements Kernel {

	@Override
	public int taps() {
		return 4;
	}

	@Override
	public void weigh(double f, double[] weights) {
		weights[0] = ((-0.5 * f + 1) * f - 0.5) * f;
		weights[1] = (1.5 * f - 2.5) * f * f + 1;
		weights[2] = ((-1.5 * f + 2) * f + 0.5) * f;
		weights[3] = (0.5 * f - 0.5) * f * f;
	}
}
