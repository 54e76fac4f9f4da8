package tintype.ij;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tintype.TintypeException;
import tintype.inspect.Target;
import tintype.inspect.Tunnel.Side;

/**
 * A unit of a layer as text: {@code 3} is unit 3, or the sum of feature map 3;
 * {@code 3 at 10,12} its pixel at x = 10, y = 12. All count from 0.
 */
final class ChosenUnit {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\s+at\\s+(\\d{1,9})\\s*,\\s*(\\d{1,9}))?");

	private ChosenUnit() {}

	/** @throws TintypeException if it says something else */
	static Target of(String text, String layer, Side side) {
		Matcher matcher = TEXT.matcher(text.strip());
		if (!matcher.matches()) throw new TintypeException("\"" + text + "\" is no unit to take the gradient of: write its number, such as 3, or a pixel of its map, such as 3 at 10,12.");
		int unit = Integer.parseInt(matcher.group(1));
		if (matcher.group(2) == null) return Target.channel(layer, side, unit);
		return Target.value(layer, side, unit, Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(2)));
	}
}
