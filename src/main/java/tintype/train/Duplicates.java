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

	/** Bits of the hash that may differ. */
	static final int FARTHEST = 4;

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
