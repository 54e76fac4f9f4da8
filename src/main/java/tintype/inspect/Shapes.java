package tintype.inspect;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Shapes in words. */
public final class Shapes {

	private Shapes() {}

	/** Edges in the order given, e.g. "26, 26, 32"; open ones are "?". */
	public static String text(int... shape) {
		return Arrays.stream(shape).mapToObj(size -> size < 0 ? "?" : Integer.toString(size)).collect(Collectors.joining(", "));
	}
}
