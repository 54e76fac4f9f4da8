package tintype.ij;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tintype.TintypeException;
import tintype.rectify.Homography;
import tintype.rectify.Mapping;

/**
 * A mapping as named texts, which is what its JSON and CSV files have in common.
 * Numbers are written so that reading gives the same bits (Java's shortest decimals).
 */
final class MappingFields {

	static final String KIND = "kind";
	static final String FORMAT = "format";
	static final String UNIT = "unit";
	static final String HOMOGRAPHY = "h";
	static final String INVERSE = "inverse";

	/** The value of {@link #KIND}, by which a file is told from those of other programs. */
	static final String NAME = "Tintype mapping";

	private static final int NEWEST = 1;
	private static final List<String> SIZES = List.of("sourceWidth", "sourceHeight", "width", "height");
	private static final List<String> LENGTHS = List.of("pixelSize", "left", "top");

	private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
	private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,9}");
	private static final int LONGEST_UNIT = 64;

	private static final String SINGULAR = "its homography maps the picture onto a line";

	/** Less than the determinant of any map worth the name, in coordinates from -1 to 1; rounding leaves 1e-17 of a singular one. */
	private static final double LEAST_DETERMINANT = 1e-14;

	/** How well the inverse that is written has to agree with the one that follows, as a share of the coordinates and of a thousand pixels. */
	private static final double AGREEMENT = 1e-6;

	private final Map<String, String> fields;
	private final String what;

	/**
	 * @param fields as read, in any order
	 * @param what   they were read from, to begin a sentence, such as {@code The file a.json}
	 */
	MappingFields(Map<String, String> fields, String what) {
		this.fields = fields;
		this.what = what;
	}

	/**
	 * The texts of a mapping in the order of a file, the inverse last.
	 *
	 * @throws TintypeException if its unit could not be read back
	 */
	static Map<String, String> of(Mapping mapping) {
		if (!isUnit(mapping.unit())) throw new TintypeException("\"" + shortened(mapping.unit()) +
			"\" can't be the unit of a mapping; choose one word, such as mm.");
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put(KIND, NAME);
		fields.put(FORMAT, "" + NEWEST);
		int[] sizes = { mapping.sourceWidth(), mapping.sourceHeight(), mapping.width(), mapping.height() };
		for (int i = 0; i < sizes.length; i++)
			fields.put(SIZES.get(i), "" + sizes[i]);
		fields.put(UNIT, mapping.unit());
		double[] lengths = { mapping.pixelSize(), mapping.left(), mapping.top() };
		for (int i = 0; i < lengths.length; i++)
			fields.put(LENGTHS.get(i), "" + lengths[i]);
		put(fields, HOMOGRAPHY, mapping.toFlat());
		put(fields, INVERSE, mapping.toFlat().inverse());
		return fields;
	}

	private static void put(Map<String, String> fields, String matrix, Homography homography) {
		double[] numbers = homography.matrix();
		for (int i = 0; i < 9; i++)
			fields.put(key(matrix, i), "" + numbers[i]);
	}

	/** The name of a number of a matrix, such as {@code h12} for the first row's second. */
	static String key(String matrix, int index) {
		return matrix + (index / 3 + 1) + (index % 3 + 1);
	}

	/**
	 * The mapping that the texts are of.
	 *
	 * @throws TintypeException if they are of something else, a newer format, incomplete,
	 *                          not numbers where numbers should be, or contradict each other
	 */
	Mapping mapping() {
		requireKnownKind(null);
		Homography toFlat = homography(HOMOGRAPHY);
		int[] sizes = SIZES.stream().mapToInt(this::count).toArray();
		double[] lengths = LENGTHS.stream().mapToDouble(this::number).toArray();
		if (!(lengths[0] > 0)) throw damaged("its pixelSize is not more than 0", null);
		if (!isUnit(text(UNIT))) throw damaged("its unit is blank or too long", null);
		requirePlane(toFlat, sizes);
		Mapping mapping = new Mapping(facing(toFlat, sizes[2], sizes[3]), sizes[0], sizes[1], sizes[2], sizes[3], lengths[0], text(UNIT), lengths[1],
			lengths[2]);
		if (fields.containsKey(key(INVERSE, 0))) requireAgreement(mapping, homography(INVERSE));
		for (String field : fields.keySet())
			if (!of(mapping).containsKey(field)) throw damaged("it holds \"" + shortened(field) + "\", which no mapping has", null);
		return mapping;
	}

	/** Refuses other programs' files and newer formats, of which nothing else can be said. */
	private void requireKnownKind(Throwable cause) {
		if (!NAME.equals(fields.get(KIND))) throw new TintypeException(what + " is no mapping of Tintype; choose a .json or .csv that" +
			" Rectify by Four Points has saved.", cause);
		String format = fields.getOrDefault(FORMAT, "");
		if (COUNT.matcher(format).matches() && Long.parseLong(format) > NEWEST) throw new TintypeException(what + " has format " + format +
			", which is newer than this version of Tintype can read; update Tintype.", cause);
		if (!format.equals("" + NEWEST)) throw damaged("its format is missing or no number", cause);
	}

	/** What to throw when reading fails halfway, by what was read until then. */
	TintypeException failure(String how, Throwable cause) {
		requireKnownKind(cause);
		return damaged(how, cause);
	}

	private TintypeException damaged(String how, Throwable cause) {
		return new TintypeException(what + " is damaged: " + how + "; save the mapping again.", cause);
	}

	private String text(String key) {
		String text = fields.get(key);
		if (text == null) throw damaged("it has no " + key, null);
		return text;
	}

	private double number(String key) {
		String text = text(key);
		double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
		if (!Double.isFinite(number)) throw damaged("its " + key + " is \"" + shortened(text) + "\", not a number", null);
		return number;
	}

	private int count(String key) {
		String text = text(key);
		long count = COUNT.matcher(text).matches() ? Long.parseLong(text) : 0;
		if (count < 1 || count > Integer.MAX_VALUE) throw damaged("its " + key + " is \"" + shortened(text) + "\", not a number of pixels", null);
		return (int) count;
	}

	private Homography homography(String matrix) {
		double[] numbers = new double[9];
		for (int i = 0; i < 9; i++)
			numbers[i] = number(key(matrix, i));
		try {
			return Homography.of(numbers);
		}
		catch (IllegalArgumentException e) {
			throw damaged(SINGULAR, e);
		}
	}

	/** Refuses what is singular but for rounding, in coordinates in which either picture spans -1 to 1, so that sizes don't matter. */
	private void requirePlane(Homography toFlat, int[] sizes) {
		double determinant;
		try {
			determinant = frame(sizes[2], sizes[3]).inverse().after(toFlat).after(frame(sizes[0], sizes[1])).determinant();
		}
		catch (IllegalArgumentException e) {
			throw damaged(SINGULAR, e);
		}
		if (!(Math.abs(determinant) > LEAST_DETERMINANT)) throw damaged(SINGULAR, null);
	}

	private static Homography frame(double width, double height) {
		return Homography.of(width / 2, 0, (width - 1) / 2, 0, height / 2, (height - 1) / 2, 0, 0, 1);
	}

	/** The same map with the sign that puts the flat picture before the camera; other programs make h33 = 1 and may turn it. */
	private static Homography facing(Homography toFlat, int width, int height) {
		Homography back = toFlat.inverse();
		for (double[] point : corners(width, height))
			if (back.denominator(point[0], point[1]) > 0) return toFlat;
		double[] turned = toFlat.matrix();
		for (int i = 0; i < 9; i++)
			turned[i] = 0 - turned[i]; // 0, not -0
		return Homography.of(turned);
	}

	private void requireAgreement(Mapping mapping, Homography inverse) {
		Homography back = mapping.toFlat().inverse();
		for (double[] corner : corners(mapping.width(), mapping.height())) {
			if (!(back.denominator(corner[0], corner[1]) > 0)) continue;
			double[] expected = back.map(corner[0], corner[1]), written = inverse.map(corner[0], corner[1]);
			double apart = Math.hypot(expected[0] - written[0], expected[1] - written[1]);
			if (!(apart <= AGREEMENT * (1000 + Math.abs(expected[0]) + Math.abs(expected[1]))))
				throw damaged("its inverse is not that of its homography", null);
		}
	}

	private static double[][] corners(double width, double height) {
		return new double[][] { { (width - 1) / 2, (height - 1) / 2 }, { -0.5, -0.5 }, { width - 0.5, -0.5 }, { width - 0.5, height - 0.5 },
			{ -0.5, height - 0.5 } };
	}

	private static boolean isUnit(String unit) {
		return !unit.isBlank() && unit.length() <= LONGEST_UNIT && unit.chars().noneMatch(Character::isISOControl);
	}

	private static String shortened(String text) {
		return text.length() <= LONGEST_UNIT ? text : text.substring(0, LONGEST_UNIT) + "...";
	}
}
