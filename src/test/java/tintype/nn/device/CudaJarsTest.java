package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CudaJarsTest {

	private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

	@Test
	void withoutTheBackendNothingIsMissing() {
		assertEquals(new CudaJars(false, List.of(), List.of()), CudaJars.of(name -> !name.equals(BACKEND), false));
	}

	@Test
	void namesWhatIsMissing() {
		CudaJars jars = CudaJars.of(Set.of(BACKEND, "META-INF/maven/org.nd4j/nd4j-cuda-11.6/pom.properties",
			"org/bytedeco/cuda/global/cudart.class", "org/bytedeco/cuda/linux-x86_64/libjnicudart.so")::contains, false);
		assertEquals(List.of("nd4j-cuda-11.6-1.0.0-M2.1-linux-x86_64.jar", "nd4j-cuda-11.6-preset-1.0.0-M2.1.jar"), jars.missing());
		assertEquals(List.of("libcudart.so.11.0", "libcublasLt.so.11", "libcublas.so.11", "libcusolver.so.11"), jars.runtimes());
	}

	@Test
	void redistributedCudaNeedsNoInstallation() {
		CudaJars jars = CudaJars.of(name -> !name.endsWith("cusolver64_11.dll"), true);
		assertTrue(jars.present());
		assertEquals(List.of(), jars.missing());
		assertEquals(List.of("cusolver64_11.dll"), jars.runtimes());
	}

	/** Another CUDA's build of ND4J has other machine code. */
	@Test
	void otherBuildsAreNotTaken() {
		CudaJars jars = CudaJars.of(name -> !name.contains("nd4j-cuda-11.6"), false);
		assertEquals(List.of("nd4j-cuda-11.6-1.0.0-M2.1.jar"), jars.missing());
	}
}
