package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ConvolutionProofTest {

	/** Both ways on the same machine, at the same moment. */
	@Test
	void tellsOneDnnFromNd4jsOwnWay() {
		assumeTrue(Backend.hasOneDnn(), "Skipped: these natives have no oneDNN.");
		double with = ConvolutionProof.times();
		Nd4j.getEnvironment().allowHelpers(false);
		try {
			double without = ConvolutionProof.times();
			System.out.printf("A convolution takes %.2f times as long as a matrix product with oneDNN, %.2f without%n", with, without);
			assertTrue(without > with, with + " and " + without);
			assertTrue(ConvolutionProof.inWords().matches("(used for|there, but not used: a) convolution.* takes \\d+\\.\\d times as long.*"));
		}
		finally {
			Nd4j.getEnvironment().allowHelpers(true);
		}
	}
}
