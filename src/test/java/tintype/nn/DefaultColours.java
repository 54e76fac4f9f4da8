package tintype.nn;

import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.Setting;

/** Writes what a model that comes with Tintype predicts, on the device of this JVM; see {@link GpuAgreementTest}. */
public final class DefaultColours {

	private static final int WIDTH = 96;
	private static final int HEIGHT = 64;

	private DefaultColours() {}

	/** @param args model, file for the big-endian floats of a and b */
	public static void main(String[] args) throws Exception {
		try (DataOutputStream file = new DataOutputStream(Files.newOutputStream(Path.of(args[1])))) {
			for (float value : of(args[0]))
				file.writeFloat(value);
		}
	}

	/** All of a, then all of b, of a picture. */
	static float[] of(String name) {
		float[] values = new float[2 * WIDTH * HEIGHT];
		try (ColorModel model = ModelFile.open(name)) {
			int i = 0;
			for (FloatType value : new Prediction(model, model.card().decoding(Setting.VIVID)).ab(TestModels.picture(WIDTH, HEIGHT), HEIGHT, Progress.NONE))
				values[i++] = value.get();
		}
		return values;
	}
}
