package tintype.nn.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.jna.Function;

/**
 * Tells OpenBLAS which processor it is on where it does not know: releases older than
 * the processor take an AMD one with AVX-512 for one without, and multiply small matrices
 * at two thirds of the speed. OpenBLAS reads the environment while it loads, so this comes first.
 */
public final class CoreType {

	private static final String VARIABLE = "OPENBLAS_CORETYPE";
	private static final String WITH_AVX_512 = "SkylakeX";

	/** What OpenBLAS's kernels of that name use. */
	private static final List<String> NEEDED = List.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl");

	private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

	private CoreType() {}

	/** Sets OpenBLAS's environment variable for this process, on Linux, unless its user has set it. */
	public static void tell() {
		if (System.getenv(VARIABLE) != null || !Files.isReadable(DESCRIPTION)) return;
		try {
			if (isAmdWithAvx512(Files.readAllLines(DESCRIPTION))) set(VARIABLE, WITH_AVX_512);
		}
		catch (IOException | LinkageError e) {
			System.getLogger(CoreType.class.getName()).log(System.Logger.Level.DEBUG, "OpenBLAS is left to find the processor's type", e);
		}
	}

	/** @param lines as Linux describes processors */
	static boolean isAmdWithAvx512(List<String> lines) {
		return values(lines, "vendor_id").contains("AuthenticAMD") && values(lines, "flags").containsAll(NEEDED);
	}

	/** The words of the first processor. */
	private static Set<String> values(List<String> lines, String key) {
		return lines.stream().map(line -> line.split(":", 2)).filter(parts -> parts.length == 2 && parts[0].strip().equals(key)).limit(1)
			.flatMap(parts -> Arrays.stream(parts[1].strip().split("\\s+"))).collect(Collectors.toSet());
	}

	/** Of the C library's environment, of which Java has only a copy. */
	static void set(String variable, String value) {
		Function.getFunction("c", "setenv").invokeInt(new Object[] { variable, value, 0 });
	}
}
