package tintype.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import tintype.TintypeException;

/**
 * Says which patches make which batch. Batch i follows from the seed and i
 * alone, so a run that was killed goes on with the same patches.
 * <p>
 * Pictures are drawn without replacement: each is used once before any is used
 * again, in an order that changes from pass to pass. To decode a picture takes
 * far longer than to cut a patch from it, so batches come in blocks, the longer
 * the larger the pictures are: a block draws one picture per patch of a batch
 * and cuts a patch from each for every one of its batches. Safe for several
 * threads.
 */
final class PatchSampler {

	/** Up to this mean size a picture gives one patch each time it is decoded. */
	private static final double PIXELS_PER_PATCH = 1 << 18;
	private static final int LONGEST_BLOCK = 16;
	/** All patches of a block wait in memory. */
	private static final long MOST_BYTES = 64L << 20;
	/** An odd number whose bits look random: 2^64 over the golden ratio. */
	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private final PhotoSurvey survey;
	private final PhotoReader reader;
	private final PatchShape shape;
	private final Augmentation augmentation;
	private final long seed;

	/**
	 * @param survey whose usable pictures are large enough for the shape
	 * @param shape  of the patches
	 */
	PatchSampler(PhotoSurvey survey, PhotoReader reader, PatchShape shape, Augmentation augmentation, long seed) {
		this.survey = survey;
		this.reader = reader;
		this.shape = shape;
		this.augmentation = augmentation;
		this.seed = seed;
	}

	PatchShape shape() {
		return shape;
	}

	/**
	 * Makes one batch, on the calling thread.
	 *
	 * @param index of the batch, from 0
	 * @param batch patches in it, the same for all batches of a run
	 * @throws TintypeException if a picture can't be read any more
	 */
	Patch[] patches(long index, int batch) {
		Patch[][] made = new Patch[1][batch];
		pictures(index / blockLength(batch), batch).forEach((file, slots) -> cut(file, slots, index, made));
		return made[0];
	}

	/** Batches that are cut from the same pictures, 1..16; the same in every run over the same pictures. */
	int blockLength(int batch) {
		if (shape.scene()) return 1; // a patch is a picture
		long outer = shape.outer(), cells = shape.cells();
		long bytes = batch * Float.BYTES * (outer * outer + 2 * cells * cells);
		double wanted = Math.min(survey.meanPixels() / PIXELS_PER_PATCH, (double) MOST_BYTES / bytes);
		return (int) Math.max(1, Math.min(LONGEST_BLOCK, Math.floor(wanted)));
	}

	/** The pictures of a block, each with the places in a batch that it fills: several if there are fewer pictures than places. */
	Map<Path, List<Integer>> pictures(long block, int batch) {
		int all = survey.usable().size();
		Map<Path, List<Integer>> pictures = new LinkedHashMap<>();
		int[] order = null;
		for (int slot = 0; slot < batch; slot++) {
			long draw = block * batch + slot;
			int turn = (int) (draw % all);
			if (order == null || turn == 0) order = order(draw / all);
			pictures.computeIfAbsent(survey.usable().get(order[turn]), file -> new ArrayList<>()).add(slot);
		}
		return pictures;
	}

	/** The shuffled pictures of one pass (Fisher and Yates). */
	private int[] order(long pass) {
		SplittableRandom random = random(0, pass);
		int[] order = IntStream.range(0, survey.usable().size()).toArray();
		for (int i = order.length - 1; i > 0; i--) {
			int other = random.nextInt(i + 1);
			int kept = order[i];
			order[i] = order[other];
			order[other] = kept;
		}
		return order;
	}

	/**
	 * Reads a picture and cuts its patches for some batches of one block.
	 *
	 * @param slots the places in each batch that are this picture's
	 * @param first index of the first batch
	 * @param made  written: per batch, per place
	 * @throws TintypeException if the picture can't be read any more, or another
	 *                          that is too small has taken its place
	 */
	void cut(Path file, List<Integer> slots, long first, Patch[][] made) {
		reader.read(file, photo -> {
			if (Math.min(photo.width(), photo.height()) < shape.smallestPicture()) throw new TintypeException(file + " has " + //
				photo.width() + " x " + photo.height() + " pixels, fewer than when the run began: put the old picture back and resume.");
			for (int i = 0; i < made.length; i++)
				for (int slot : slots)
					made[i][slot] = Patch.cut(photo, shape, augmentation, random(1 + first + i, slot));
			return file;
		});
	}

	/** Chance of its own for each pair of numbers. */
	private SplittableRandom random(long one, long other) {
		long mixed = new SplittableRandom(seed + GOLDEN * one).nextLong();
		return new SplittableRandom(new SplittableRandom(mixed + GOLDEN * other).nextLong());
	}
}
