package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A GPU colours as the CPU does, which a JVM of its own is told to use. */
@Tag("gpu")
class GpuAgreementTest {

	/** In ab units; a step of 8-bit RGB is about half of one. */
	private static final float TOLERANCE = 0.1f;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { ModelFile.DEFAULT, ModelFile.COLOR_NET })
	void gpuGivesTheColoursOfTheCpu(String model) throws Exception {
		boolean gpu = Backend.device().gpu();
		if (!gpu) System.out.println("Skipped: " + Backend.device().reason());
		assumeTrue(gpu, Backend.device().reason());
		assertArrayEquals(byTheCpu(model), DefaultColours.of(model), TOLERANCE);
	}

	private float[] byTheCpu(String model) throws Exception {
		Path file = folder.resolve("colours");
		int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-Dtintype.device=cpu", "-cp",
			System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), DefaultColours.class.getName(), model,
			file.toString()).inheritIO().start().waitFor();
		assertEquals(0, code);
		float[] values = new float[(int) Files.size(file) / Float.BYTES];
		ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer().get(values);
		return values;
	}
}
