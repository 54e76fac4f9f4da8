package tintype.nn;

import tintype.Labelled;

/** The activation after each convolution but the last. */
public enum Nonlinearity implements Labelled {

	RELU("ReLU"), LRELU("LReLU"), VERY_LEAKY("LReLU 5.5"), PRELU("PReLU"), RRELU("RReLU"), RRELU_MULTIPLIED("RReLU multiplied"), ELU("ELU");

	private final String label;

	Nonlinearity(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Nonlinearity of(String label) {
		return Labelled.of(Nonlinearity.class, "activation", label);
	}
}
