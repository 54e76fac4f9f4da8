package tintype.nn.device;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.bytedeco.javacpp.Pointer;

import com.sun.management.OperatingSystemMXBean;

/** How much memory there is, and how to get more of it. */
public final class MemoryLimits {

	private static final double GIGABYTE = 1L << 30;

	private MemoryLimits() {}

	/** The limits and what is used now. */
	public static Map<String, String> lines() {
		Runtime java = Runtime.getRuntime();
		long installed = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("Computer", gigabytes(installed));
		lines.put("Java heap (images)", gigabytes(java.totalMemory() - java.freeMemory()) + " of at most " + gigabytes(java.maxMemory()) +
			"; for more, Edit > Options > Memory & Threads... and a restart, or java -Xmx8g");
		lines.put("Native memory (networks)", gigabytes(Pointer.totalBytes()) + " of at most " + limit(Pointer.maxBytes()) +
			"; for more, start Java with -Dorg.bytedeco.javacpp.maxbytes=8g");
		lines.put("Both together", gigabytes(Pointer.physicalBytes()) + " of at most " + limit(Pointer.maxPhysicalBytes()) +
			"; for more, start Java with -Dorg.bytedeco.javacpp.maxphysicalbytes=16g");
		return lines;
	}

	private static String limit(long bytes) {
		return bytes > 0 ? gigabytes(bytes) : "all";
	}

	private static String gigabytes(long bytes) {
		return String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE);
	}
}
