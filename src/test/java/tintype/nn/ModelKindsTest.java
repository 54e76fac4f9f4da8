package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import net.imglib2.img.Img;
import net.imglib2.test.ImgLib2Assert;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tintype.Progress;
import tintype.Setting;

/** Models of every activation, without and with batch normalisation, as files and on pictures. */
class ModelKindsTest {

	/** 1e-5 of the range of a and b, about 200 units. */
	private static final float TILES_DIFFER = 2e-3f;

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void roundTrip(Nonlinearity activation, boolean batchNorm) {
		Path file = folder.resolve("model.zip");
		try (ColorModel model = TestModels.untrained(activation, batchNorm)) {
			ModelFile.write(model, file);
			try (ColorModel read = ModelFile.open(file)) {
				assertEquals(activation, read.card().activation());
				assertEquals(batchNorm, read.card().batchNorm());
				assertEquals(model.network().params(), read.network().params());
				assertArrayEquals(logits(model), logits(read));
			}
		}
	}

	private static float[] logits(ColorModel model) {
		Img<FloatType> picture = TestModels.picture(30, 28);
		return model.logits(picture, Intervals.expand(picture, -ColorNet.HALO), Progress.NONE);
	}

	/** With Tintype on its class path, where the network has layers of Tintype's own. */
	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void anyDl4jProgramOpensIt(Nonlinearity activation, boolean batchNorm) throws IOException {
		Path file = folder.resolve("model.zip");
		try (ColorModel model = TestModels.untrained(activation, batchNorm)) {
			ModelFile.write(model, file);
			ComputationGraph network = ModelSerializer.restoreComputationGraph(file.toFile());
			assertEquals(model.network().params(), network.params());
			assertEquals(model.network().getConfiguration(), network.getConfiguration());
			ColorModel plain = new ColorModel(network, model.card());
			assertArrayEquals(logits(model), logits(plain), 1e-5f);
		}
	}

	@ParameterizedTest
	@MethodSource("tintype.nn.TestModels#kinds")
	void tiledIsWhole(Nonlinearity activation, boolean batchNorm) {
		try (ColorModel model = TestModels.untrained(activation, batchNorm)) {
			Prediction prediction = new Prediction(model, model.card().decoding(Setting.VIVID).with(0.38, 1));
			Img<FloatType> picture = TestModels.picture(37, 30);
			Img<FloatType> whole = prediction.ab(picture, 512, Progress.NONE);
			ImgLib2Assert.assertImageEqualsRealType(whole, prediction.ab(picture, 16, Progress.NONE), TILES_DIFFER);
		}
	}
}
