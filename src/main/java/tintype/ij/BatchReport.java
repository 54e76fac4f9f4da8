package tintype.ij;

import java.nio.file.Path;
import java.util.Map;

/**
 * What became of a batch.
 *
 * @param done     pictures that this run has made the result of
 * @param present  pictures whose result was there already
 * @param failures reasons, by the picture's file
 */
public record BatchReport(int done, int present, Map<Path, String> failures) {

	/** In numbers, such as {@code 12 pictures done, 3 were there already, 1 failed}. */
	String words() {
		return done + (done == 1 ? " picture" : " pictures") + " done" + (present == 0 ? "" : ", " + present + (present == 1 ? " was" : " were") + " there already") + //
			(failures.isEmpty() ? "" : ", " + failures.size() + " failed");
	}
}
