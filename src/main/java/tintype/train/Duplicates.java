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
	 * photographs the two most alike differ in 12; of copies that were scaled,
	 * brightened or compressed to a tenth of the quality, 97 in 100 or more differ
	 * in 10 or fewer.
	 */
	static final int FARTHEST = 10;

	/** Compares every validation picture with every training picture by their hashes; opens no file. */
	public static Duplicates of(PhotoSurvey training, PhotoSurvey validation) {
		Map<Path, Path> twins = new LinkedHashMap<>();
		validation.hashes().forEach((file, hash) -> {
			int least = FARTHEST + 1;
			for (Map.Entry<Path, PerceptualHash> other : training.hashes().entrySet()) {
				int distance = hash.distance(other.getValue());
				if (distance >= least) continue;
				least = distance;
				twins.put(file, other.getKey());
			}
		});
		return new Duplicates(twins);
	}
}
