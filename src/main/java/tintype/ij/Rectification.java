package tintype.ij;

import java.io.File;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

import ij.IJ;
import ij.ImagePlus;
import tintype.Progress;
import tintype.TintypeException;
import tintype.rectify.FlatPlan;
import tintype.rectify.Mapping;

/**
 * A plane photographed at a slant, laid flat.
 *
 * @param flat   the flat picture, of the input's type, not shown
 * @param plan   what was done
 * @param remark what the proportions rest on, in a sentence; empty where they are known
 */
public record Rectification(ImagePlus flat, FlatPlan plan, String remark) {

	private static final int DIGITS = 6;

	/**
	 * Rectifies all planes of an image alike.
	 *
	 * @param input   not changed
	 * @param request what is known of the plane
	 * @param how     pixels are found
	 * @throws TintypeException                           if the points settle no usable map,
	 *                                                    a number is out of range or the
	 *                                                    result does not fit in memory
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public static Rectification of(ImagePlus input, PlaneRequest request, Resampling how, Progress progress) {
		Images.requirePixels(input);
		PlaneRequest.Planned planned = request.plan(input);
		Mapping mapping = planned.plan().mapping();
		ImagePlus flat = FlatImage.of(input, mapping, how, lines(planned, how, input), progress);
		LastMapping.keep(mapping);
		return new Rectification(flat, planned.plan(), planned.remark());
	}

	/**
	 * Does to a picture what was done to another of the same size.
	 *
	 * @throws TintypeException as {@link #of}, and if the picture has another size
	 */
	public static ImagePlus again(ImagePlus input, Mapping mapping, Resampling how, Progress progress) {
		Images.requirePixels(input);
		return FlatImage.of(input, mapping, how, List.of(String.format(Locale.ROOT, "Tintype: rectified \"%s\" by a mapping to %d x %d pixels of %s %s, %s",
			input.getTitle(), mapping.width(), mapping.height(), number(mapping.pixelSize()), mapping.unit(), how.interpolation(input).label())), progress);
	}

	private static List<String> lines(PlaneRequest.Planned planned, Resampling how, ImagePlus input) {
		Mapping mapping = planned.plan().mapping();
		String done = String.format(Locale.ROOT, "Tintype: rectified \"%s\" from %s to %d x %d pixels of %s %s, %s%s", input.getTitle(),
			PointText.of(List.of(planned.plan().fit().pairs().source())), mapping.width(), mapping.height(), number(mapping.pixelSize()), mapping.unit(),
			how.interpolation(input).label(), how.aliased() ? ", aliased" : "");
		return planned.remark().isEmpty() ? List.of(done) : List.of(done, "Tintype: " + planned.remark());
	}

	private static String number(double value) {
		return new BigDecimal(value, new MathContext(DIGITS)).stripTrailingZeros().toPlainString();
	}

	/** Tells in ImageJ's log what the proportions rest on, if that is in question. */
	public Rectification told() {
		if (!remark.isEmpty()) IJ.log(remark);
		return this;
	}

	/** Writes the mapping to a .json or .csv file, whole or not at all; an empty path for none. */
	public Rectification saved(File file) {
		if (!file.getPath().isBlank()) MappingFile.write(plan.mapping(), file);
		return this;
	}

	/** Shows the homography if wanted, and the residuals of the points wherever there are any. */
	public Rectification tabled(boolean wanted) {
		if (wanted) Tables.show(FitTables.homography(plan.mapping()), "Homography of " + flat.getTitle());
		if (wanted || plan.fit().degreesOfFreedom() > 0) Tables.show(FitTables.points(plan), "Points of " + flat.getTitle());
		return this;
	}
}
