package tintype.nn.device;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bytedeco.javacpp.Loader;
import org.nd4j.nativeblas.NativeOpsHolder;

/** The network engine's parts, their versions, and the files they were loaded from. */
public final class EngineJars {

	private static final String[][] PARTS = { //
		{ "ND4J", "org.nd4j", "nd4j-api", "org.nd4j.linalg.factory.Nd4j" }, //
		{ "DeepLearning4J", "org.deeplearning4j", "deeplearning4j-nn", "org.deeplearning4j.nn.graph.ComputationGraph" }, //
		{ "JavaCPP", "org.bytedeco", "javacpp", "org.bytedeco.javacpp.Loader" }, //
		{ "OpenBLAS", "org.bytedeco", "openblas", "org.bytedeco.openblas.global.openblas" } };

	private EngineJars() {}

	/**
	 * Version and jar of each part, and where the natives lie. ND4J must have been
	 * started.
	 */
	public static Map<String, String> lines() {
		Map<String, String> lines = new LinkedHashMap<>();
		for (String[] part : PARTS)
			lines.put(part[0], version(part[1], part[2]) + ", " + jar(part[3]));
		lines.put("Natives", Loader.load(NativeOpsHolder.getInstance().getDeviceNativeOps().getClass()));
		lines.put("Unpacked to", cache() + " (may be deleted; the next start unpacks them again)");
		return lines;
	}

	/**
	 * The file that a class was loaded from.
	 *
	 * @param type loaded by this class's loader
	 */
	public static String jar(String type) {
		try {
			CodeSource source = Class.forName(type, false, EngineJars.class.getClassLoader()).getProtectionDomain().getCodeSource();
			return source == null ? "built in" : Path.of(URI.create(source.getLocation().toString())).toString();
		}
		catch (ClassNotFoundException e) {
			return "missing: " + e.getMessage();
		}
	}

	/** As written in the jar; a jar that was packed anew may have lost it. */
	private static String version(String group, String artifact) {
		try {
			return Loader.getVersion(group, artifact);
		}
		catch (IOException | RuntimeException e) {
			return "unknown version";
		}
	}

	private static String cache() {
		try {
			return Loader.getCacheDir().toString();
		}
		catch (IOException e) {
			return "nowhere: " + e.getMessage();
		}
	}
}
