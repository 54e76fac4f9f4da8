package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.inspect.LayerGraph;
import tintype.inspect.Phase;
import tintype.inspect.PostsNetworks;
import tintype.inspect.Tunnel;
import tintype.inspect.Verification;
import tintype.inspect.Verified;
import tintype.inspect.plain.Recomputation;

/** The source post's two networks by DeepLearning4J, compared with plain loops. */
class PostsVerifiedTest {

	private static List<Verified> verified(LayerGraph graph) {
		try (Dl4jEngine engine = new Dl4jEngine(); Recomputation witness = new Recomputation(Progress.NONE)) {
			return Verification.of(Tunnel.whole(graph), Map.of(PostsNetworks.INPUT, PostsNetworks.digit()), Phase.TEST, engine, witness, Progress.NONE);
		}
	}

	/** To the last bit; a tenth alone is not one of single precision. */
	@Test
	void theFirstIsExact() {
		for (Verified row : verified(PostsNetworks.debugging1())) {
			assertEquals(0, row.before().absolute(), row.layer());
			assertEquals(0, row.after().absolute(), row.layer().equals("dense_2") ? 1e-8 : 0, row.layer());
		}
	}

	/** Plain sums in single precision are 1.1e-6 of 288 off. */
	@Test
	void theSecondIsAsGoodAsItsPrecision() {
		for (Verified row : verified(PostsNetworks.debugging2())) {
			assertEquals(Verified.Verdict.AGREES, row.verdict(), row.layer());
			assertTrue(row.relative() <= 2e-6, row.toString());
		}
	}
}
