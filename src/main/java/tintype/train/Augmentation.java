package tintype.train;

import tintype.Labelled;

/** How a patch is changed before the network sees it, so that few pictures teach more. */
public enum Augmentation implements Labelled {

	NONE("none"), MIRROR("mirror"), SCALE("mirror and scale"), OLD_PHOTOGRAPH("old photograph");

	private final String label;

	Augmentation(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Augmentation of(String label) {
		return Labelled.of(Augmentation.class, "augmentation", label);
	}
}
