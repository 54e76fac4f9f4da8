package tintype.ij;

import java.lang.reflect.Constructor;
import java.util.List;

import tintype.TintypeException;

/**
 * Makes ImageJ 1 run commands and macros without a screen, by the patches of
 * ij1-patcher: no dialog then needs a window. Call it before any class of
 * ImageJ is loaded; so this class names none.
 * <p>
 * The patcher is called by reflection because it belongs to the command line
 * only. Fiji brings and applies its own; an ImageJ with a screen needs none.
 */
final class HeadlessImageJ {

	private static final String PATCHER = "net.imagej.patcher.LegacyEnvironment";

	/** Plugins come from the class path, and nothing is picked up from the home folder. */
	private static final List<String> STEPS = List.of("disableInitializer", "disableIJ1PluginDirs",
		"noPluginClassLoader", "suppressIJ1ScriptDiscovery", "applyPatches");

	private HeadlessImageJ() {}

	/**
	 * Patches ImageJ's classes in a class loader, once.
	 *
	 * @throws TintypeException if the patcher is missing, comes too late or may
	 *           not reach into the class loader
	 */
	static void patch(ClassLoader loader) {
		Thread.currentThread().setContextClassLoader(loader);
		try {
			Constructor<?> maker = Class.forName(PATCHER, true, loader).getConstructor(ClassLoader.class, boolean.class);
			Object patcher = maker.newInstance(loader, true);
			for (String step : STEPS)
				patcher.getClass().getMethod(step).invoke(patcher);
		}
		catch (ClassNotFoundException e) {
			throw new TintypeException("ImageJ cannot run without a screen here, as ij1-patcher is missing; " +
				"start with ./mvnw -q compile exec:java.", e);
		}
		catch (ReflectiveOperationException e) {
			throw new TintypeException("ImageJ could not be made to run without a screen; " +
				"start Java with --add-opens java.base/java.lang=ALL-UNNAMED.", e);
		}
	}
}
