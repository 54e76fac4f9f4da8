package tintype.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pictures that judge a training run although they, or copies of them, taught
 * it: the figures they give are too good.
 *
 * @param twins each such validation picture with the training picture it is
 *              most like; empty if all is well
 */
public record Duplicates(Map<Path, Path> twins) {

	/**
	 * Bits of the hash that may differ. Among 540,000 pairs of different outdoor
	 * photographs 24 differ in 20 or fewer; of copies that were scaled to a third,
	 * brightened or compressed to a tenth of the quality, 95 in 100 or more differ
	 * in 10 or fewer.
	 */
	static final int FARTHEST = 12;

	/** Bits that tell something: photographs have 80 or more, objects on a plain background up to 70. */
	private static final int TELLING = 75;

	/** Correlation of thumbnails that confirms what many bits say: of copies 0.95 or more, even where whites are clipped. */
	private static final double ALIKE = 0.95;

	/**
	 * The same where few bits speak. Of 7140 pairs of discs, all of one size in one
	 * place on white and each of other colours, one pair reaches it; copies that
	 * were scaled to a third or compressed stay above. Copies that were brightened
	 * until their colours clip may fall below.
	 */
	private static final double SAME = 0.995;

	/** Compares every validation picture with every training picture by their hashes; opens no file. */
	public static Duplicates of(PhotoSurvey training, PhotoSurvey validation) {
		Map<Path, Path> twins = new LinkedHashMap<>();
		validation.hashes().forEach((file, hash) -> {
			double most = 0;
			for (Map.Entry<Path, PerceptualHash> other : training.hashes().entrySet()) {
				double likeness = likeness(hash, other.getValue());
				if (likeness <= most) continue;
				most = likeness;
				twins.put(file, other.getKey());
			}
		});
		return new Duplicates(twins);
	}

	/** Above 0, up to 1, for copies; 0 for different pictures. */
	static double likeness(PerceptualHash one, PerceptualHash other) {
		if (one.distance(other) > FARTHEST) return 0;
		double correlation = one.thumbnail().correlation(other.thumbnail());
		return correlation >= (Math.min(one.telling(), other.telling()) < TELLING ? SAME : ALIKE) ? correlation : 0;
	}
}
