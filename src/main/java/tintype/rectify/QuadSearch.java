package tintype.rectify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;

import tintype.Progress;

/**
 * Quads whose four sides lie on straight edges with the same direction of the brightness
 * step: brighter inside all round, or darker inside all round.
 * <p>
 * Opposite sides are paired first and each pair counts as much as its weaker side, so that
 * one long edge cannot stand in for one that is missing. A side that both its neighbours go
 * on past counts less: it may be a row of text in a sheet whose true end lies farther out,
 * perhaps outside the picture.
 */
final class QuadSearch {

	/** Pairs of opposite sides that are kept, and quads that are returned. */
	private static final int PAIRS = 2000, QUADS = 12;

	/** Opposite sides are within 50 degrees of parallel; angles at corners are 35 to 145 degrees. */
	private static final double OPPOSITE = -0.643, CORNER = 0.819;

	/** Least that each side must be worth, 0 to 1. */
	private static final double LEAST_WORTH = 0.4;

	/** The part of a side at each end that need not be supported: corners are often round or bent. */
	private static final double ENDS = 0.06;

	/** The part of its worth that a side loses if both its neighbours go on past it as edges. */
	private static final double PASSED = 0.6;

	/** Looked at beyond a corner: this part of the side, at least so many pixels, after a gap. */
	private static final double BEYOND = 0.15, BEYOND_LEAST = 8, BEYOND_GAP = 4;

	/** Two opposite sides; {@code strength} is the supported length of the weaker one. */
	private record Pair(EdgeLine one, EdgeLine other, double strength) {}

	/**
	 * A quad and what speaks for it.
	 *
	 * @param corners {x, y} in cyclic order; side i goes from corner i to i + 1
	 * @param bright  true if its inside is brighter than its surroundings
	 * @param weakest what the weaker of the sides is worth, 0 to 1
	 * @param score   for comparison with other quads of the same picture
	 */
	record Found(double[][] corners, boolean bright, double weakest, double score) {}

	private final List<EdgeLine> lines;
	private final int width, height;
	private final double shortest;
	private final List<Found> best = new ArrayList<>();

	private QuadSearch(List<EdgeLine> lines, int width, int height, double shortest) {
		this.lines = lines;
		this.width = width;
		this.height = height;
		this.shortest = shortest;
	}

	/**
	 * The best quads, best first.
	 *
	 * @param width    of the picture, pixels
	 * @param height   of the picture, pixels
	 * @param shortest least distance between opposite sides, pixels
	 */
	static List<Found> of(List<EdgeLine> lines, int width, int height, double shortest, Progress progress) {
		QuadSearch search = new QuadSearch(lines, width, height, shortest);
		search.look(1, progress);
		search.look(-1, progress);
		return search.best;
	}

	/** @param inward 1 if the bright sides of the lines are inside, -1 if the dark ones are */
	private void look(int inward, Progress progress) {
		List<Pair> pairs = pairs(inward);
		for (int i = 0; i < pairs.size(); i++) {
			if (progress.canceled()) throw new CancellationException();
			for (int j = 0; j < i; j++)
				if (areCrossed(pairs.get(i), pairs.get(j))) weigh(pairs.get(i), pairs.get(j), inward);
		}
	}

	private List<Pair> pairs(int inward) {
		List<Pair> pairs = new ArrayList<>();
		for (EdgeLine one : lines)
			for (EdgeLine other : lines) {
				if (one == other) break;
				if (one.cos * other.cos + one.sin * other.sin > OPPOSITE) continue;
				double apart = Math.min(inward * one.distance(other.middleX, other.middleY), inward * other.distance(one.middleX, one.middleY));
				if (apart < shortest) continue;
				pairs.add(new Pair(one, other, Math.min(one.support(), other.support())));
			}
		pairs.sort(Comparator.comparingDouble(Pair::strength).reversed());
		return pairs.subList(0, Math.min(PAIRS, pairs.size()));
	}

	private static boolean areCrossed(Pair first, Pair second) {
		return isCorner(first.one, second.one) && isCorner(first.one, second.other) //
			&& isCorner(first.other, second.one) && isCorner(first.other, second.other);
	}

	private static boolean isCorner(EdgeLine first, EdgeLine second) {
		return Math.abs(first.cos * second.cos + first.sin * second.sin) < CORNER;
	}

	private void weigh(Pair first, Pair second, int inward) {
		EdgeLine[] sides = { first.one, second.one, first.other, second.other };
		double[][] corners = new double[4][];
		for (int i = 0; i < 4; i++) {
			corners[i] = sides[(i + 3) % 4].meet(sides[i]);
			if (!isInside(corners[i], sides[(i + 1) % 4], sides[(i + 2) % 4], inward)) return;
		}
		double[] worth = worth(sides, corners);
		for (double each : worth)
			if (each < LEAST_WORTH) return;
		double across = Math.min(worth[0], worth[2]), along = Math.min(worth[1], worth[3]);
		double score = across * along * Math.sqrt(area(corners));
		keep(new Found(corners, inward > 0, Math.min(across, along), score));
	}

	/** In the picture, and well inside the two sides that do not meet there, which makes the quad convex. */
	private boolean isInside(double[] corner, EdgeLine next, EdgeLine opposite, int inward) {
		return corner[0] > -1 && corner[1] > -1 && corner[0] < width && corner[1] < height //
			&& inward * next.distance(corner[0], corner[1]) > shortest / 2 && inward * opposite.distance(corner[0], corner[1]) > shortest / 2;
	}

	/** Of each side: its supported part, less if its neighbours go on past it. */
	private double[] worth(EdgeLine[] sides, double[][] corners) {
		double[] worth = new double[4], before = new double[4], after = new double[4];
		for (int i = 0; i < 4; i++) {
			double from = sides[i].along(corners[i][0], corners[i][1]), to = sides[i].along(corners[(i + 1) % 4][0], corners[(i + 1) % 4][1]);
			double ends = ENDS * (to - from), beyond = Math.max(BEYOND_LEAST, BEYOND * Math.abs(to - from));
			worth[i] = sides[i].support(from + ends, to - ends);
			before[i] = passing(sides[i], from, from > to, beyond);
			after[i] = passing(sides[i], to, to > from, beyond);
		}
		for (int i = 0; i < 4; i++) {
			double one = after[(i + 3) % 4], other = before[(i + 1) % 4];
			double both = Double.isNaN(one) ? other : Double.isNaN(other) ? one : Math.min(one, other);
			if (both > 0) worth[i] *= 1 - PASSED * both;
		}
		return worth;
	}

	/** The supported part of a side beyond its corner, 0 to 1; NaN if the picture ends there. */
	private double passing(EdgeLine side, double corner, boolean onwards, double beyond) {
		double way = onwards ? 1 : -1, start = corner + way * BEYOND_GAP;
		double across = room(side.x(start), -way * side.sin, width), down = room(side.y(start), way * side.cos, height);
		double room = Math.min(beyond, Math.min(across, down));
		return room < BEYOND_LEAST / 2 ? Double.NaN : side.support(start, start + way * room);
	}

	/** How far one can go before the edges end, pixels, on a way whose every pixel changes the position by {@code step}. */
	private static double room(double position, double step, int size) {
		if (step == 0) return Double.POSITIVE_INFINITY;
		return ((step > 0 ? size - 1 - EdgePixels.MARGIN : EdgePixels.MARGIN) - position) / step;
	}

	/** By the shoelace formula. */
	private static double area(double[][] corners) {
		double twice = 0;
		for (int i = 0; i < 4; i++) {
			double[] a = corners[i], b = corners[(i + 1) % 4];
			twice += a[0] * b[1] - a[1] * b[0];
		}
		return Math.abs(twice) / 2;
	}

	private void keep(Found found) {
		int place = best.size();
		while (place > 0 && best.get(place - 1).score < found.score)
			place--;
		if (place == QUADS) return;
		best.add(place, found);
		if (best.size() > QUADS) best.remove(QUADS);
	}
}
