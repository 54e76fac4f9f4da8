package tintype.study;

import java.util.Random;

/**
 * One hand at one moment: how it turns, leans, stretches and bends what it
 * writes, and how its pen presses.
 * <p>
 * Sines are those of {@link StrictMath}, which are the same on every machine.
 */
final class Handwriting {

	private static final double TILT = Math.PI / 180 * 7.5;
	private static final double LEAN = 0.16;
	private static final double HEIGHT = 20;
	private static final double HEIGHT_SPREAD = 1.4;
	private static final double NARROWNESS = 0.82;
	private static final double NARROWNESS_SPREAD = 0.12;
	private static final double SHIFT = 0.8;
	private static final double SLIP = 0.031;
	private static final double BEND = 0.033;
	private static final double LEAST_RADIUS = 0.55;
	private static final double RADIUS_RANGE = 1.15;
	private static final double PRESSURE = 0.2;

	private final Random random;
	private final double edge;
	private final double height;
	private final double width;
	private final double cosine;
	private final double sine;
	private final double lean;
	private final double shiftX;
	private final double shiftY;
	private final double radius;

	/** Amplitude, waves across the digit and phase of a bend in x along y, then of one in y along x. */
	private final double[] bends;

	/**
	 * @param random what differs from digit to digit; drawn from now and while writing
	 * @param edge   of the sheet in pixels; 28 is what the sizes are meant for
	 */
	Handwriting(Random random, int edge) {
		this.random = random;
		this.edge = edge;
		double pixel = edge / 28.0;
		height = pixel * (HEIGHT + HEIGHT_SPREAD * normal());
		width = height * (NARROWNESS + NARROWNESS_SPREAD * normal());
		double tilt = TILT * normal();
		cosine = StrictMath.cos(tilt);
		sine = StrictMath.sin(tilt);
		lean = LEAN * normal();
		shiftX = pixel * SHIFT * normal();
		shiftY = pixel * SHIFT * normal();
		radius = pixel * (LEAST_RADIUS + RADIUS_RANGE * random.nextDouble());
		bends = new double[] { BEND * normal(), 0.6 + 0.8 * random.nextDouble(), random.nextDouble(), //
			BEND * normal(), 0.6 + 0.8 * random.nextDouble(), random.nextDouble() };
	}

	/** Standard normal, within 2.2 deviations, so that no digit becomes unreadable. */
	private double normal() {
		double drawn = random.nextGaussian();
		return Math.max(-2.2, Math.min(2.2, drawn));
	}

	/**
	 * Writes one digit.
	 *
	 * @param form     [stroke, point, x or y], 0 to 1; not changed
	 * @param softness of the ink's border in pixels, 1 is sharp
	 */
	void write(double[][][] form, InkRaster sheet, double softness) {
		for (double[][] stroke : form) {
			double[][] line = PenLine.through(slipped(stroke));
			for (double[] point : line)
				place(point);
			double phase = random.nextDouble(), waves = 0.5 + random.nextDouble();
			for (int i = 1; i < line.length; i++)
				sheet.draw(line[i - 1], line[i], radius(i - 1, line.length, phase, waves), radius(i, line.length, phase, waves), softness);
		}
	}

	/** The points where the hand meant them, and where it got. Corners stay corners. */
	private double[][] slipped(double[][] stroke) {
		double[][] slipped = new double[stroke.length][];
		for (int i = 0; i < stroke.length; i++) {
			boolean corner = i > 0 && stroke[i][0] == stroke[i - 1][0] && stroke[i][1] == stroke[i - 1][1];
			slipped[i] = corner ? slipped[i - 1].clone() //
				: new double[] { stroke[i][0] + SLIP * normal(), stroke[i][1] + SLIP * normal() };
		}
		return slipped;
	}

	/** From the unit square to the sheet. */
	private void place(double[] point) {
		double x = point[0] - 0.5 + wave(bends[0], bends[1] * point[1] + bends[2]);
		double y = point[1] - 0.5 + wave(bends[3], bends[4] * point[0] + bends[5]);
		double wide = width * x - lean * height * y, high = height * y;
		point[0] = edge / 2.0 + shiftX + cosine * wide - sine * high;
		point[1] = edge / 2.0 + shiftY + sine * wide + cosine * high;
	}

	private double radius(int point, int points, double phase, double waves) {
		return radius * (1 + wave(PRESSURE, waves * point / points + phase));
	}

	private static double wave(double amplitude, double turns) {
		return amplitude * StrictMath.sin(2 * Math.PI * turns);
	}
}
