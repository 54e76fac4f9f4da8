package tintype.rectify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import tintype.Progress;

/**
 * The straight edges of a picture, found by a Hough transform in which each edge pixel votes
 * for the lines along its own edge (Duda and Hart, Comm. ACM 15, 1972; O'Gorman and Clowes
 * 1976). A line and the same line with its bright side reversed are two.
 * <p>
 * The lines that are kept are shared out among the directions, so many to each sector: the
 * rows of a text, or the wells of a plate, are many lines of one direction and would
 * otherwise take the places of all others.
 */
final class LineSlots {

	/** Sectors of the full circle, and lines kept of each. */
	private static final int SECTORS = 36, SLOTS = 14;

	/** Directions of the accumulator; 1 degree each. */
	private static final int ANGLES = 360;

	/** How far from the direction of its gradient a pixel votes, in directions. */
	private static final int VOTES = 8;

	/** Candidates that are looked at for every slot, at most. */
	private static final int TRIES = 4;

	private LineSlots() {}

	/**
	 * The lines, strongest first.
	 *
	 * @param shortest least supported length of a line, pixels
	 */
	static List<EdgeLine> of(EdgePixels edges, int width, int height, double shortest, Progress progress) {
		int reach = (int) Math.ceil(Math.hypot(width, height)) + 2, offsets = 2 * reach + 1;
		float[] votes = votes(edges, reach, offsets);
		int[] tries = new int[SECTORS];
		List<List<EdgeLine>> slots = new ArrayList<>();
		for (int sector = 0; sector < SECTORS; sector++)
			slots.add(new ArrayList<>());
		List<EdgeLine> lines = new ArrayList<>();
		for (int peak : peaks(votes, offsets, shortest / 3)) {
			int sector = peak / offsets * SECTORS / ANGLES;
			if (slots.get(sector).size() == SLOTS || tries[sector]++ == SLOTS * TRIES) continue;
			if (progress.canceled()) throw new CancellationException();
			EdgeLine line = EdgeLine.fitted(Math.toRadians(peak / offsets), peak % offsets - reach, edges, reach);
			if (line.support() < shortest || lines.stream().anyMatch(line::isSameAs)) continue;
			slots.get(sector).add(line);
			lines.add(line);
		}
		return lines;
	}

	/** Votes [direction, offset]; each pixel gives about 1 to the line through it in its own direction. */
	private static float[] votes(EdgePixels edges, int reach, int offsets) {
		float[] votes = new float[ANGLES * offsets];
		double[] cos = IntStream.range(0, ANGLES).mapToDouble(i -> Math.cos(Math.toRadians(i))).toArray();
		double[] sin = IntStream.range(0, ANGLES).mapToDouble(i -> Math.sin(Math.toRadians(i))).toArray();
		for (int e = 0; e < edges.count(); e++) {
			double own = Math.toDegrees(edges.angle()[e]);
			int nearest = (int) Math.round(own);
			for (int k = nearest - VOTES; k <= nearest + VOTES; k++) {
				int direction = Math.floorMod(k, ANGLES);
				double weight = 1 - Math.abs(k - own) / (VOTES + 1);
				double offset = edges.x()[e] * cos[direction] + edges.y()[e] * sin[direction] + reach;
				int low = (int) offset;
				float upper = (float) (weight * (offset - low));
				votes[direction * offsets + low] += (float) weight - upper;
				votes[direction * offsets + low + 1] += upper;
			}
		}
		return votes;
	}

	/** Cells with no more votes in any of their eight neighbours, most votes first. */
	private static int[] peaks(float[] votes, int offsets, double least) {
		return IntStream.range(0, votes.length) //
			.filter(i -> votes[i] >= least && i % offsets > 0 && i % offsets < offsets - 1 && isPeak(votes, offsets, i)) //
			.boxed().sorted((i, j) -> votes[i] == votes[j] ? i - j : Float.compare(votes[j], votes[i])) //
			.mapToInt(Integer::intValue).toArray();
	}

	private static boolean isPeak(float[] votes, int offsets, int i) {
		for (int direction = -1; direction <= 1; direction++)
			for (int offset = -1; offset <= 1; offset++)
				if (votes[Math.floorMod(i + direction * offsets + offset, votes.length)] > votes[i]) return false;
		return true;
	}
}
