package tintype.inspect.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Phase;
import tintype.inspect.PostsNetworks;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Verification;
import tintype.inspect.Verified;
import tintype.inspect.Verified.Verdict;
import tintype.inspect.plain.Recomputation;
import tintype.inspect.read.Dl4jFile;
import tintype.nn.ModelFile;

/** Whole networks by DeepLearning4J and by plain loops. */
class NetworksTest {

	private static final Map<String, Tensor> DIGIT = Map.of(PostsNetworks.INPUT, PostsNetworks.digit());

	private static List<Verified> verified(LayerGraph graph, Map<String, Tensor> inputs, Phase phase, double tolerance) {
		try (Dl4jEngine engine = new Dl4jEngine(); Recomputation witness = new Recomputation(Progress.NONE)) {
			return Verification.of(Tunnel.whole(graph), inputs, phase, engine, witness, tolerance, Progress.NONE);
		}
	}

	private static void assertAllAgree(List<Verified> rows) {
		for (Verified row : rows)
			assertEquals(Verdict.AGREES, row.verdict(), row.toString());
	}

	/** Whatever the order of the sums; only a tenth is no number of single precision. */
	@Test
	void theFirstNetworkOfThePostIsExact() {
		for (Verified row : verified(PostsNetworks.debugging1(), DIGIT, Phase.TEST, 1e-6)) {
			assertEquals(0, row.before().absolute(), row.toString());
			if (!row.layer().equals("dense_2")) assertEquals(0, row.after().absolute(), row.toString());
			assertTrue(row.after().absolute() < 1e-8, row.toString());
		}
	}

	@Test
	void theSecondNetworkAgreesBeforeItsActivationsToo() {
		assertAllAgree(verified(PostsNetworks.debugging2(), DIGIT, Phase.TEST, 2e-6));
	}

	/** Each layer from the witness's own values would be closer; here what is off in one goes on through fifty. */
	@ParameterizedTest
	@ValueSource(strings = { "default", "colornet" })
	void ourModelsAgree(String model) throws IOException {
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/" + model + ".zip")) {
			LayerGraph graph = Dl4jFile.read(stream, model);
			Map<String, Tensor> inputs = Map.of(graph.inputs().get(0).name(), Case.random(2, 48, 32, 1));
			for (Phase phase : List.of(Phase.TEST, Phase.training(3)))
				assertAllAgree(verified(graph, inputs, phase, 1e-5));
		}
	}

	/** What left a layer stays as it was, whatever the layers after it do. */
	@Test
	void storedValuesStay() throws IOException {
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/default.zip"); Dl4jEngine engine = new Dl4jEngine()) {
			LayerGraph graph = Dl4jFile.read(stream, "default");
			Map<String, INDArray> after = new HashMap<>();
			Map<INDArray, float[]> copies = new IdentityHashMap<>();
			for (Layer layer : graph.layers()) {
				INDArray before = layer.isInput() ? engine.put(Case.random(1, 32, 32, 1)) //
					: engine.before(layer, layer.inputs().stream().map(after::get).toList(), Phase.TEST);
				copies.put(before, engine.take(before).values());
				after.put(layer.name(), layer.isInput() ? before : engine.after(layer, before, Phase.TEST));
				copies.put(after.get(layer.name()), engine.take(after.get(layer.name())).values());
			}
			copies.forEach((array, values) -> assertArrayEquals(values, engine.take(array).values()));
			copies.keySet().forEach(engine::release);
		}
	}
}
