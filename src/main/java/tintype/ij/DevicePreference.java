package tintype.ij;

import ij.Prefs;

/**
 * The user's choice between CPU and GPU, kept among ImageJ's preferences and passed
 * on to the core, which knows no ImageJ, as a system property. It holds from the
 * next start on, as ND4J takes one device per JVM.
 */
public final class DevicePreference {

	/** Leaves what was chosen. */
	public static final String KEEP = "keep";

	/** A GPU if one can be used. */
	public static final String AUTO = "auto";

	/** Always the CPU. */
	public static final String CPU = "cpu";

	private static final String KEY = "tintype.device";

	/** Read by the core when it first needs a device. */
	private static final String PROPERTY = "tintype.device.preference";

	private DevicePreference() {}

	/** Tells the core what ImageJ's preferences hold. */
	public static void pass() {
		System.setProperty(PROPERTY, Prefs.get(KEY, AUTO));
	}

	/** Keeps a choice, which holds at once if no network has run yet. */
	public static void choose(String device) {
		if (device.equals(KEEP)) return;
		Prefs.set(KEY, device);
		pass();
	}
}
