package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tintype.TintypeException;

/**
 * One machine's share of a sorted list: every count-th item, so that all shares are of
 * about the same length and together make the list.
 *
 * @param index 1 to {@code count}
 * @param count of shares, at least 1
 */
public record Shard(int index, int count) {

	/** The whole list. */
	public static final Shard ALL = new Shard(1, 1);

	private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(\\d{1,9})\\s*");

	/** @throws TintypeException if the index is not one of 1 to count */
	public Shard {
		if (index < 1 || index > count) throw wrong(index + "/" + count);
	}

	/**
	 * @param text such as {@code 3/8}, or empty for all
	 * @throws TintypeException if it is neither
	 */
	public static Shard of(String text) {
		if (text.isBlank()) return ALL;
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) throw wrong(text);
		return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	/** Its items, in the order of the list. */
	<T> List<T> of(List<T> all) {
		List<T> mine = new ArrayList<>();
		for (int i = index - 1; i < all.size(); i += count)
			mine.add(all.get(i));
		return mine;
	}

	/** What tells files of this shard from those of others; empty for the whole list. */
	String suffix() {
		return count == 1 ? "" : "-" + index + "-of-" + count;
	}

	private static TintypeException wrong(String text) {
		return new TintypeException("The shard " + text + " is no share of a list: write i/n with i from 1 to n, such as 3/8, or leave it empty.");
	}
}
