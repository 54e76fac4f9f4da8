package tintype;

/** Ready ways to turn what a model knows into colours. */
public enum Setting implements Labelled {

	/** As colourful as the world: rare colours are given their chance. */
	VIVID("vivid"),

	/** As near to the true colours as can be on average: paler where the model doubts. */
	FAITHFUL("faithful");

	private final String label;

	Setting(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static Setting of(String label) {
		return Labelled.of(Setting.class, "setting", label);
	}
}
