package tintype.ij;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

import tintype.TintypeException;

/**
 * A pattern of paths, such as {@code /plates/**}{@code /*.tif}, in the syntax of
 * {@link java.nio.file.FileSystem#getPathMatcher}: {@code *} and {@code ?} stay in one
 * folder, <code>**</code> goes through any number of them, here also none.
 *
 * @param base    the longest leading folder without such signs; where the search begins
 * @param matcher of paths below it
 */
record GlobPattern(Path base, PathMatcher matcher) {

	private static final String SIGNS = ".*[*?\\[{].*";

	/** Whether a text holds signs of a pattern. */
	static boolean is(String text) {
		return text.matches(SIGNS);
	}

	/** @throws TintypeException if brackets are not closed, and the like */
	static GlobPattern of(String text) {
		String pattern = FileSystems.getDefault().getSeparator().equals("\\") ? text.replace('\\', '/') : text;
		int split = pattern.lastIndexOf('/', firstSign(pattern));
		String folder = split < 0 ? "" : pattern.substring(0, Math.max(split, pattern.startsWith("/") ? 1 : 0));
		// Java's **/ wants at least one folder, a user's does not.
		String rest = pattern.substring(split + 1).replaceAll("(?<=^|/)\\*\\*/", "{**/,}");
		try {
			return new GlobPattern(Path.of(folder).toAbsolutePath().normalize(), FileSystems.getDefault().getPathMatcher("glob:" + rest));
		}
		catch (PatternSyntaxException e) {
			throw new TintypeException("The pattern " + text + " can't be read (" + e.getDescription() + "): write it as /plates/**/*.tif.", e);
		}
	}

	private static int firstSign(String pattern) {
		int at = 0;
		while (!is(pattern.substring(at, at + 1)))
			at++;
		return at;
	}

	boolean matches(Path file) {
		return matcher.matches(base.relativize(file));
	}
}
