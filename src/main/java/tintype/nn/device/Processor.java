package tintype.nn.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/** What the processor can do, and what of it the natives use. */
public final class Processor {

	private static final int AVX_512 = 3;
	private static final int AVX_2 = 2;

	/** What users set to make the natives use fewer instructions or threads. */
	private static final List<String> SWITCHES = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OPENBLAS_CORETYPE", "DNNL_MAX_CPU_ISA");

	private Processor() {}

	/**
	 * Instruction sets, libraries and threads. ND4J must have been started.
	 *
	 * @param oneDnn what convolutions have to do with oneDNN, in words
	 */
	public static Map<String, String> lines(String oneDnn) {
		NativeOps natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("Processor", System.getProperty("os.arch") + ", " + instructions(natives.optimalLevel()) + " as ND4J sees it");
		lines.put("ND4J's own code", "compiled for " + instructions(natives.binaryLevel()));
		lines.put("oneDNN", oneDnn);
		// its words end with the processor that its kernels are for
		lines.put("OpenBLAS kernels", OpenBlas.configuration().orElse("unknown, as no OpenBLAS was found"));
		lines.put("Threads", Nd4j.getEnvironment().maxMasterThreads() + " of the natives, " + Runtime.getRuntime().availableProcessors() +
			" processors for Java");
		for (String name : SWITCHES)
			if (System.getenv(name) != null) lines.put(name, System.getenv(name) + " (environment variable)");
		return lines;
	}

	/** The levels are of ND4J's CpuBackend. */
	private static String instructions(int level) {
		return level >= AVX_512 ? "AVX-512" : level == AVX_2 ? "AVX2" : "the base instruction set";
	}
}
