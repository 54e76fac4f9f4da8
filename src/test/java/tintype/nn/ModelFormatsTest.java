package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;

import net.imglib2.FinalInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tintype.Progress;

/** A file of every format ever written still opens. A new format adds its file; the old ones stay as they are. */
class ModelFormatsTest {

	@ParameterizedTest
	@CsvSource({ "format-1, ReLU, false, 1e-5", "format-2, ReLU, false, 1e-5", "format-2-rrelu-batchnorm, RReLU, true, 1e-5", //
		"format-2-prelu, PReLU, false, 1e-5", "format-3, ReLU, false, 1e-5", "format-3-half, ReLU, false, 5e-3" })
	void opens(String file, String activation, boolean batchNorm, float tolerance) throws IOException {
		try (InputStream stream = getClass().getResourceAsStream(file + ".zip")) {
			assertNotNull(stream, "The model " + file + " is missing");
			try (ColorModel old = ModelFile.read(stream, file); ColorModel made = TestModels.untrained(Nonlinearity.of(activation), batchNorm)) {
				assertEquals("Test 3", old.card().title());
				assertEquals(made.card().grid(), old.card().grid());
				assertEquals(0.5, old.card().lambda());
				assertEquals(activation, old.card().activation().label());
				assertEquals(batchNorm, old.card().batchNorm());
				assertArrayEquals(logits(made), logits(old), tolerance);
			}
		}
	}

	private static float[] logits(ColorModel model) {
		Img<FloatType> picture = TestModels.picture(9, 7);
		return model.logits(Views.extendMirrorDouble(picture), new FinalInterval(picture), Progress.NONE);
	}
}
