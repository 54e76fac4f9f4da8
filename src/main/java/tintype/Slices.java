package tintype;

/** What the slices of a stack are to each other. */
public enum Slices implements Labelled {

	/** Neighbours in time or depth, which get colours that belong together. */
	SERIES("series"),

	/** Nothing: each is coloured as if it were alone. */
	SEPARATE("separate pictures");

	private final String label;

	Slices(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static Slices of(String label) {
		return Labelled.of(Slices.class, "kind of slices", label);
	}
}
