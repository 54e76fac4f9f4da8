package tintype.study;

import java.util.List;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * How far the test error of an activation lies above ReLU's, from runs that share
 * seed and normalisation: the seeds' own scatter, which both share, drops out.
 *
 * @param pairs number of seeds, at least 1
 * @param mean  of the differences, in test error 0 to 1; below 0 is better than ReLU
 * @param low   of Student's 95 % interval of the mean; NaN with one pair
 * @param high  of that interval; NaN with one pair
 * @param p     two-sided, of this many or more if there were no difference (paired
 *              t test); NaN with one pair; 1 if all are equal, as nothing tells then
 *              how far they scatter
 * @param holm  p adjusted for all comparisons of the study (Holm 1979); NaN with one pair
 */
public record PairedDifference(int pairs, double mean, double low, double high, double p, double holm) {

	/** Most probability of calling any difference one that is none. */
	static final double ALPHA = 0.05;

	/** Of differences, not adjusted yet. */
	static PairedDifference of(List<Double> differences) {
		int n = differences.size();
		double mean = StudyStatistics.mean(differences), error = StudyStatistics.deviation(differences) / Math.sqrt(n);
		if (n < 2) return new PairedDifference(n, mean, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
		TDistribution student = new TDistribution(n - 1.0);
		double half = error * student.inverseCumulativeProbability(1 - ALPHA / 2);
		double p = error == 0 ? 1 : 2 * student.cumulativeProbability(-Math.abs(mean) / error);
		return new PairedDifference(n, mean, mean - half, mean + half, p, p);
	}

	PairedDifference withHolm(double adjusted) {
		return new PairedDifference(pairs, mean, low, high, p, adjusted);
	}

	/** Whether it is more than chance: the adjusted p is below 0.05. Then the interval excludes 0 too. */
	public boolean isProven() {
		return holm < ALPHA;
	}
}
