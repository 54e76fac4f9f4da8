package tintype.train;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import tintype.TintypeException;

/**
 * Which pictures teach and which only judge.
 *
 * @param training   to learn from
 * @param validation other pictures, which choose epoch and temperature
 */
public record PhotoSplit(PhotoFolder training, PhotoFolder validation) {

	/**
	 * Splits one folder. A hash of each picture's path inside the folder decides,
	 * so a picture stays on its side when others are added, and when the folder
	 * moves to another computer. Each side gets at least one picture.
	 *
	 * @param share of the pictures that judge, above 0 and below 1; met in the
	 *              mean, not exactly
	 * @throws TintypeException if the share is out of range or there is only one
	 *                          picture
	 */
	public static PhotoSplit of(PhotoFolder folder, double share) {
		if (!(share > 0 && share < 1)) throw new TintypeException( //
			"The share of pictures for validation is " + share + ": choose above 0 and below 1, e.g. 0.1.");
		if (folder.files().size() < 2) throw new TintypeException( //
			"There is only one picture in " + folder.folder() + ", but some have to teach and others to judge: add pictures.");
		Comparator<Path> byPlace = Comparator.comparingDouble(file -> place(folder.folder(), file));
		List<Path> lowestFirst = folder.files().stream().sorted(byPlace.thenComparing(Comparator.naturalOrder())).toList();
		long below = lowestFirst.stream().filter(file -> place(folder.folder(), file) < share).count();
		int judges = (int) Math.max(1, Math.min(lowestFirst.size() - 1, below));
		Set<Path> judging = new HashSet<>(lowestFirst.subList(0, judges));
		return new PhotoSplit(part(folder, file -> !judging.contains(file)), part(folder, judging::contains));
	}

	private static PhotoFolder part(PhotoFolder folder, Predicate<Path> wanted) {
		return new PhotoFolder(folder.folder(), folder.files().stream().filter(wanted).sorted().toList());
	}

	/** Where a picture stands between 0 and 1, the same on every computer. */
	private static double place(Path folder, Path file) {
		StringBuilder names = new StringBuilder();
		for (Path name : folder.relativize(file)) // systems write the signs between names differently
			names.append('/').append(name);
		String composed = Normalizer.normalize(names, Normalizer.Form.NFC); // and macOS the accents
		long hash = UUID.nameUUIDFromBytes(composed.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
		return (hash >>> 32) * 0x1p-32; // the lower half holds the UUID's version
	}
}
