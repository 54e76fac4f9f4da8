package tintype.nn.device;

import java.util.function.UnaryOperator;

/**
 * Which device the user wants.
 *
 * @param cpu    whether it has to be the CPU; otherwise a GPU is taken if there is one
 *               that can be used
 * @param reason what asks for the CPU; empty if nothing does
 * @param wrong  whether the reason is a mistake of which the user should hear
 */
record DeviceWish(boolean cpu, String reason, boolean wrong) {

	/** System property of whoever starts the JVM; wins over the preference. */
	static final String PROPERTY = "tintype.device";

	/** System property by which a host passes on the preference that it keeps. */
	static final String PREFERENCE = "tintype.device.preference";

	/** Values of the two. */
	static final String AUTO = "auto", CPU = "cpu";

	/** ND4J's own switches, which hold for its other users in this JVM as well. */
	private static final String GPU_PRIORITY = "BACKEND_PRIORITY_GPU", CPU_PRIORITY = "BACKEND_PRIORITY_CPU";

	private static final int USUAL_GPU_PRIORITY = 100;

	private static final DeviceWish AUTOMATIC = new DeviceWish(false, "", false);

	/** The wish of this JVM's user. */
	static DeviceWish current() {
		return of(System::getProperty, System::getenv);
	}

	/**
	 * Reads a wish.
	 *
	 * @param properties system properties by name, null for those not set
	 * @param variables  environment variables by name, null for those not set
	 */
	static DeviceWish of(UnaryOperator<String> properties, UnaryOperator<String> variables) {
		String property = properties.apply(PROPERTY), preference = properties.apply(PREFERENCE);
		DeviceWish wish = property != null ? of(property, "the system property " + PROPERTY)
			: preference != null ? of(preference, "the preference in Device Information") : AUTOMATIC;
		if (wish.cpu) return wish;
		boolean prefersCpu = priority(variables.apply(GPU_PRIORITY), USUAL_GPU_PRIORITY) < priority(variables.apply(CPU_PRIORITY), 0);
		return prefersCpu ? new DeviceWish(true, "the environment variable " + GPU_PRIORITY + " is below the CPU's", false) : AUTOMATIC;
	}

	private static DeviceWish of(String value, String source) {
		if (value.equals(AUTO)) return AUTOMATIC;
		if (value.equals(CPU)) return new DeviceWish(true, source + " says so", false);
		return new DeviceWish(true, source + " is \"" + value + "\", neither " + AUTO + " nor " + CPU, true);
	}

	/** What is no number stops ND4J itself, so it need not be told apart here. */
	private static int priority(String text, int usual) {
		return text == null || !text.matches("-?\\d{1,9}") ? usual : Integer.parseInt(text);
	}
}
