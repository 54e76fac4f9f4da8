package tintype.ij;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Makes ImageJ run without a screen in the tests' JVM, with Tintype in its
 * menu, before any test class is loaded: those name classes of ImageJ.
 */
public class PatchedImageJ implements LauncherSessionListener {

	@Override
	public void launcherSessionOpened(LauncherSession session) {
		if (System.getProperty("plugins.dir") != null) return;
		MenuFolder.install();
		HeadlessImageJ.patch(PatchedImageJ.class.getClassLoader());
	}
}
