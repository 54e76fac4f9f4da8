package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;
import tintype.inspect.LayerGraph;
import tintype.inspect.Layers;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Verification;
import tintype.inspect.Verified;
import tintype.inspect.Verified.Verdict;
import tintype.inspect.dl4j.Dl4jEngine;
import tintype.inspect.plain.Recomputation;
import tintype.nn.ModelFile;

/** The models that come with Tintype, by DeepLearning4J and by plain loops. */
class OwnModelsVerifiedTest {

	@ParameterizedTest
	@CsvSource({ "default, 64", "colornet, 40" })
	void everyLayerAgrees(String model, int edge) throws IOException {
		try (InputStream stream = ModelFile.class.getResourceAsStream("/tintype/" + model + ".zip"); //
			Dl4jEngine engine = new Dl4jEngine(); Recomputation witness = new Recomputation(Progress.NONE)) {
			LayerGraph graph = Dl4jFile.read(stream, model);
			Map<String, Tensor> inputs = Map.of(graph.inputs().get(0).name(), Layers.waves(0, 1, edge, edge, 1));
			List<Verified> rows = Verification.of(Tunnel.whole(graph), inputs, Phase.TEST, engine, witness, Progress.NONE);
			assertEquals(graph.layers().size(), rows.size());
			for (Verified row : rows) {
				assertEquals(Verdict.AGREES, row.verdict(), row.layer());
				assertTrue(row.relative() <= 1e-5, row.toString());
			}
		}
	}
}
