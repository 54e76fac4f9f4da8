package tintype.study;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the digits are written: for each several forms that hands use, as strokes
 * of a pen. A stroke is a smooth line through points; a point named twice is a
 * corner. x runs to the right and y down, both 0 to 100.
 */
final class DigitStrokes {

	/** Digit after digit. Forms stand on lines of their own, strokes are parted by slashes. */
	private static final List<String> FORMS = List.of("""
		50 5, 25 20, 18 50, 26 82, 50 95, 74 82, 82 50, 74 20, 48 5
		62 10, 38 8, 20 35, 22 72, 45 95, 72 80, 80 45, 68 14, 50 8, 40 16
		60 6, 36 25, 28 60, 36 92, 56 90, 70 60, 74 28, 62 6
		""", """
		50 5, 50 50, 50 95
		60 5, 50 50, 42 95
		30 25, 54 6, 54 6, 53 50, 52 95
		32 24, 52 6, 52 6, 52 50, 52 93 / 28 94, 76 93
		""", """
		22 28, 32 8, 58 5, 74 24, 62 52, 38 76, 20 94, 20 94, 50 93, 80 92
		24 26, 40 6, 66 10, 72 34, 54 64, 30 88, 18 84, 28 74, 50 84, 82 90
		26 18, 54 6, 76 22, 66 48, 24 92, 24 92, 52 86, 80 94
		""", """
		24 14, 50 4, 72 18, 64 40, 42 48, 42 48, 70 56, 76 76, 56 95, 22 86
		24 8, 50 8, 74 8, 74 8, 46 42, 46 42, 72 54, 76 76, 54 95, 22 86
		22 20, 46 5, 70 20, 56 44, 40 48, 64 54, 80 72, 58 95, 30 92, 20 80
		""", """
		28 6, 20 54, 20 54, 50 53, 82 52 / 66 8, 64 50, 62 95
		60 5, 18 62, 18 62, 50 62, 84 62 / 62 5, 61 50, 60 95
		26 8, 20 40, 34 56, 58 50, 70 34 / 74 6, 68 50, 64 95
		""", """
		74 7, 32 8, 32 8, 26 44, 26 44, 54 38, 76 58, 66 88, 40 95, 20 84
		34 8, 28 46, 28 46, 56 40, 76 62, 62 90, 22 88 / 34 8, 78 6
		72 10, 44 10, 30 30, 48 46, 68 62, 62 88, 36 94, 22 84
		""", """
		66 5, 38 24, 22 58, 28 88, 54 95, 74 76, 64 54, 40 54, 24 72
		54 4, 34 34, 24 68, 38 94, 64 90, 72 68, 54 54, 32 68
		60 6, 24 70, 36 95, 68 90, 70 66, 46 58, 26 74
		""", """
		20 10, 50 9, 78 9, 78 9, 60 50, 42 95
		20 10, 50 9, 78 9, 78 9, 62 50, 46 95 / 36 52, 74 48
		22 24, 22 8, 22 8, 50 8, 80 8, 80 8, 54 44, 44 95
		20 14, 46 8, 78 12, 62 44, 48 94
		""", """
		68 18, 48 5, 28 20, 46 44, 70 62, 66 88, 44 96, 24 82, 36 58, 62 40, 72 20, 60 8
		50 48, 28 30, 36 8, 62 6, 70 28, 50 48, 24 70, 34 94, 64 94, 76 72, 50 48
		70 14, 44 6, 32 24, 58 50, 68 76, 48 96, 28 78, 44 52, 68 28, 72 12
		""", """
		72 22, 50 5, 28 20, 30 44, 52 50, 72 28, 72 22, 70 60, 62 95
		72 10, 44 6, 28 28, 42 48, 66 36, 74 12, 74 12, 72 50, 70 95
		72 24, 52 6, 28 22, 34 46, 58 46, 74 22, 74 60, 58 92, 30 90
		""");

	private static final double FULL = 100;

	/** [digit, form, stroke, point, x or y], 0 to 1. */
	private final double[][][][][] forms;

	DigitStrokes() {
		forms = FORMS.stream().map(DigitStrokes::digit).toArray(double[][][][][]::new);
	}

	/**
	 * The forms of a digit.
	 *
	 * @param digit 0 to 9
	 * @return [form, stroke, point, x or y], 0 to 1; not to be changed
	 */
	double[][][][] of(int digit) {
		return forms[digit];
	}

	private static double[][][][] digit(String lines) {
		return lines.lines().map(form -> parts(form, "/").map(DigitStrokes::stroke).toArray(double[][][]::new)).toArray(double[][][][]::new);
	}

	private static double[][] stroke(String points) {
		return parts(points, ",").map(DigitStrokes::point).toArray(double[][]::new);
	}

	private static double[] point(String point) {
		return parts(point, " ").mapToDouble(number -> Double.parseDouble(number) / FULL).toArray();
	}

	private static Stream<String> parts(String text, String separator) {
		return Stream.of(text.strip().split("\\s*" + separator + "\\s*"));
	}
}
