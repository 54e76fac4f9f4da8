package tintype.train;

import tintype.Labelled;

/**
 * How the learning rate falls over a run. A function of the share of the run
 * that is done, so that a run of known length can be repeated exactly.
 */
public enum Schedule implements Labelled {

	/** Full for the first tenth, then down to 0 along half a cosine (Loshchilov &amp; Hutter 2017, without restarts). */
	COSINE("cosine") {

		@Override
		double factor(double done) {
			return done < HOLD ? 1 : 0.5 * (1 + Math.cos(Math.PI * (done - HOLD) / (1 - HOLD)));
		}
	},
	/** A tenth after 60 % of the run and a hundredth after 85 % (steps as in Zhang et al. 2016, moved to any length). */
	STEPS("steps") {

		@Override
		double factor(double done) {
			return done < 0.6 ? 1 : done < 0.85 ? 0.1 : 0.01;
		}
	},
	/** Never falls. */
	CONSTANT("constant") {

		@Override
		double factor(double done) {
			return 1;
		}
	};

	/** Every schedule keeps the full rate for this share of a run: meanwhile a run by the clock measures its length. */
	static final double HOLD = 0.1;

	private final String label;

	Schedule(String label) {
		this.label = label;
	}

	/** What the initial rate is multiplied by, from 0 to 1 of the run. */
	abstract double factor(double done);

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Schedule of(String label) {
		return Labelled.of(Schedule.class, "learning rate schedule", label);
	}
}
