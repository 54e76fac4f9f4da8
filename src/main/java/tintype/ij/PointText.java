package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tintype.TintypeException;

/**
 * Points as text, so that they fit into a macro's line: {@code 12.5,40 300,42 310,220 8,215}.
 * Blanks, commas and semicolons separate numbers alike.
 */
final class PointText {

	private PointText() {}

	/**
	 * Reads points.
	 *
	 * @param text none or more pairs of numbers
	 * @param what the points are, for the message, such as {@code corners}
	 * @return {x, y} each, in their order, new
	 * @throws TintypeException if a word is no number, or a number has no partner
	 */
	static List<double[]> parse(String text, String what) {
		List<Double> numbers = new ArrayList<>();
		for (String word : text.trim().split("[\\s,;]+"))
			if (!word.isEmpty()) numbers.add(number(word, what));
		if (numbers.size() % 2 != 0) throw new TintypeException("The " + what + " hold " + numbers.size() +
			" numbers, so one point lacks its y; write them as x,y x,y x,y x,y.");
		List<double[]> points = new ArrayList<>();
		for (int i = 0; i < numbers.size(); i += 2)
			points.add(new double[] { numbers.get(i), numbers.get(i + 1) });
		return points;
	}

	private static double number(String word, String what) {
		try {
			return Double.parseDouble(word);
		}
		catch (NumberFormatException e) {
			throw new TintypeException("In the " + what + ", \"" + word + "\" is not a number; write them as x,y x,y x,y x,y.", e);
		}
	}

	/** Points as {@link #parse} reads them, to a thousandth of a pixel at least. */
	static String of(List<double[]> points) {
		return points.stream().map(each -> number(each[0]) + "," + number(each[1])).collect(Collectors.joining(" "));
	}

	private static String number(double value) {
		String text = String.format(Locale.ROOT, "%.4f", value);
		return text.replaceFirst("\\.?0+$", "").replaceFirst("^-0$", "0");
	}
}
