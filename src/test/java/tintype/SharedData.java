package tintype;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data sets that are not part of the project; tests skip where they lack. */
public final class SharedData {

	private SharedData() {}

	/** A path below the folder "shared" beside the project, or skips the test. */
	public static Path require(String path) {
		Path found = Path.of(System.getProperty("user.dir")).resolve("../shared").resolve(path).normalize();
		if (!Files.exists(found))
			System.out.println("Skipped: no data at ../shared/" + path);
		assumeTrue(Files.exists(found), "no data at ../shared/" + path);
		return found;
	}

	/** Pixel counts of the 313 bins on scenes/train, float64 little endian. */
	public static double[] trainCounts() throws IOException {
		ByteBuffer npy = ByteBuffer.wrap(Files.readAllBytes(require("data/tools/prior_train.npy")));
		npy.order(ByteOrder.LITTLE_ENDIAN);
		npy.position(10 + npy.getShort(8));
		double[] counts = new double[npy.remaining() / Double.BYTES];
		npy.asDoubleBuffer().get(counts);
		return counts;
	}
}
