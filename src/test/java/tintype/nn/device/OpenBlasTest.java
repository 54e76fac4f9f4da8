package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

import tintype.nn.Backend;

class OpenBlasTest {

	/** ND4J sets the same number, if less quickly. */
	@Test
	void setsTheThreadsOfProducts() {
		Backend.start();
		int usual = OpenBlas.threads();
		try {
			OpenBlas.setThreads(1);
			assertEquals(1, OpenBlas.threads());
			Nd4j.factory().blas().setMaxThreads(2);
			assertEquals(2, OpenBlas.threads());
		}
		finally {
			OpenBlas.setThreads(usual);
		}
		assertEquals(usual, OpenBlas.threads());
	}

	@Test
	void tellsWhatItsKernelsAreFor() {
		Backend.start();
		assertTrue(OpenBlas.configuration().orElseThrow().contains(OpenBlas.core().orElseThrow()), OpenBlas.configuration() + " and " + OpenBlas.core());
	}
}
