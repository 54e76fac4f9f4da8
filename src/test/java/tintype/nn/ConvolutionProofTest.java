package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ConvolutionProofTest {

	@Test
	void wordsTellTheWaysApart() {
		assertEquals("used for convolutions: one takes 0.6 times as long as a matrix product of its size", ConvolutionProof.inWords(0.64));
		assertEquals("there, but not used: a convolution takes 6.4 times as long as a matrix product of its size", ConvolutionProof.inWords(6.43));
	}

	/** On the same machine, at the same moment: to be read, as times are no matter for an assertion. */
	@Test
	void timesBothWays() {
		assumeTrue(Backend.hasOneDnn(), "Skipped: these natives have no oneDNN.");
		double with = ConvolutionProof.times();
		Nd4j.getEnvironment().allowHelpers(false);
		try {
			double without = ConvolutionProof.times();
			System.out.printf("A convolution takes %.2f times as long as a matrix product with oneDNN, %.2f without%n", with, without);
			assertTrue(with > 0 && Double.isFinite(with) && without > 0 && Double.isFinite(without));
		}
		finally {
			Nd4j.getEnvironment().allowHelpers(true);
		}
	}
}
