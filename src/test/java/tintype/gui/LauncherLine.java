package tintype.gui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import tintype.ij.Launcher;

/** The command line that starts Tintype's launcher in a JVM of its own. */
final class LauncherLine {

	private LauncherLine() {}

	/**
	 * @param home  becomes user.home, so that no preferences leak
	 * @param words the launcher's
	 */
	static List<String> of(Path home, String... words) {
		List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			// Half of the work of a JVM that lives for seconds is compiling for a longer life.
			"-XX:TieredStopAtLevel=1", "-Xmx2g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-Duser.home=" + home,
			// Unpacking the native libraries anew takes longer than the tests.
			"-Dorg.bytedeco.javacpp.cachedir=" + Path.of(System.getProperty("user.home"), ".javacpp", "cache"),
			"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
			Launcher.class.getName()));
		line.addAll(List.of(words));
		return line;
	}
}
