package tintype.rectify;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import tintype.Labelled;

/** Flat things whose size is settled by a standard, in millimetres. */
public enum KnownSize implements Labelled {

	/** ISO 216. */
	A3("A3", 297, 420), A4("A4", 210, 297), A5("A5", 148, 210),

	/** ANSI Y14.1, 8.5 x 11 and 8.5 x 14 inches. */
	LETTER("letter", 215.9, 279.4), LEGAL("legal", 215.9, 355.6),

	/** Footprint of a microplate, ANSI SLAS 1-2004, whatever its number of wells. */
	PLATE("96-well plate", 127.76, 85.48),

	/** ISO/IEC 7810 ID-1: bank and identity cards. */
	CARD("ID card", 85.6, 53.98),

	/** ISO 8037-1. */
	SLIDE("microscope slide", 76, 26),

	/** ISO 1007, the picture on 135 film. */
	FILM("35 mm film", 36, 24);

	/** The unit of all these sizes. */
	public static final String UNIT = "mm";

	private final String label;

	private final double width, height;

	KnownSize(String label, double width, double height) {
		this.label = label;
		this.width = width;
		this.height = height;
	}

	@Override
	public String label() {
		return label;
	}

	/** Upright or lying as the photograph shows it: whichever is nearer to the estimate. */
	public RectangleSize like(AspectRatio estimate) {
		boolean asListed = distance(width / height, estimate) <= distance(height / width, estimate);
		return new RectangleSize(asListed ? width : height, asListed ? height : width, UNIT);
	}

	/** What an estimate could be within twice its uncertainty: the nearest, if any is. */
	public static Optional<KnownSize> near(AspectRatio estimate) {
		return Stream.of(values()).min(Comparator.comparingDouble(each -> each.distance(estimate))) //
			.filter(each -> each.distance(estimate) <= Math.log1p(2 * estimate.sigma() / estimate.value()));
	}

	private double distance(AspectRatio estimate) {
		return Math.min(distance(width / height, estimate), distance(height / width, estimate));
	}

	private static double distance(double ratio, AspectRatio estimate) {
		return Math.abs(Math.log(ratio / estimate.value()));
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static KnownSize of(String label) {
		return Labelled.of(KnownSize.class, "known size", label);
	}
}
