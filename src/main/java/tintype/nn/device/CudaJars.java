package tintype.nn.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What of ND4J's CUDA build is on the class path.
 *
 * @param present  whether ND4J would find a GPU backend at all
 * @param missing  file names of jars without which that backend fails
 * @param runtimes shared libraries of CUDA that no jar holds, so that the system has to
 */
record CudaJars(boolean present, List<String> missing, List<String> runtimes) {

	private static final String ND4J_CUDA = "nd4j-cuda-11.6", CUDA = "cuda-11.6-8.3-1.5.7";

	private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

	private static final List<String> LINUX_RUNTIMES = List.of("libcudart.so.11.0", "libcublasLt.so.11", "libcublas.so.11", "libcusolver.so.11");

	private static final List<String> WINDOWS_RUNTIMES = List.of("cudart64_110.dll", "cublasLt64_11.dll", "cublas64_11.dll", "cusolver64_11.dll");

	/** The jars that a class loader finds. Loads none of their classes. */
	static CudaJars of(ClassLoader loader) {
		boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
		return of(name -> loader.getResource(name) != null, windows);
	}

	/** @param holds whether the class path holds a resource */
	static CudaJars of(Predicate<String> holds, boolean windows) {
		if (!holds.test(BACKEND)) return new CudaJars(false, List.of(), List.of());
		String platform = windows ? "windows-x86_64" : "linux-x86_64";
		Map<String, String> jars = new LinkedHashMap<>();
		jars.put("META-INF/maven/org.nd4j/" + ND4J_CUDA + "/pom.properties", ND4J_CUDA + "-" + MachineCode.ND4J + ".jar");
		jars.put("org/nd4j/linalg/jcublas/bindings/" + platform + library(windows, "nd4jcuda"),
			ND4J_CUDA + "-" + MachineCode.ND4J + "-" + platform + ".jar");
		jars.put("org/nd4j/presets/cuda/Nd4jCudaPresets.class", ND4J_CUDA + "-preset-" + MachineCode.ND4J + ".jar");
		jars.put("org/bytedeco/cuda/global/cudart.class", CUDA + ".jar");
		jars.put("org/bytedeco/cuda/" + platform + library(windows, "cudart"), CUDA + "-" + platform + ".jar");
		List<String> missing = new ArrayList<>(), runtimes = new ArrayList<>();
		jars.forEach((resource, jar) -> {
			if (!holds.test(resource)) missing.add(jar);
		});
		for (String runtime : windows ? WINDOWS_RUNTIMES : LINUX_RUNTIMES)
			if (!holds.test("org/bytedeco/cuda/" + platform + "/" + runtime)) runtimes.add(runtime);
		return new CudaJars(true, List.copyOf(missing), List.copyOf(runtimes));
	}

	/** The library that ties Java to a native one. */
	private static String library(boolean windows, String name) {
		return windows ? "/jni" + name + ".dll" : "/libjni" + name + ".so";
	}
}
