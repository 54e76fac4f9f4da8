package tintype;

/** What tests may know of the model that ships, whichever it is. */
public final class DefaultModel {

	private DefaultModel() {}

	/** Name and version. */
	public static String title() {
		try (Colorizer colorizer = Colorizer.open(Colorizer.DEFAULT_MODEL)) {
			return colorizer.card().title();
		}
	}

	/** What an image's Info says of the default look. */
	public static String words() {
		try (Colorizer colorizer = Colorizer.open(Colorizer.DEFAULT_MODEL)) {
			return colorizer.words(Look.VIVID);
		}
	}

	/** Temperature of the default look. */
	public static double temperature() {
		try (Colorizer colorizer = Colorizer.open(Colorizer.DEFAULT_MODEL)) {
			return colorizer.card().decoding(Setting.VIVID).temperature();
		}
	}
}
