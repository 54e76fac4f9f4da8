package tintype.inspect;

/**
 * What came of one layer's comparison.
 *
 * @param layer   its name
 * @param before  difference of what leaves it before its activation; null if skipped
 * @param after   the same after its activation; null if skipped
 * @param reason  why it was skipped, or how the shapes differ; or ""
 */
public record Verified(String layer, Verdict verdict, Difference before, Difference after, String reason) {

	/** What a comparison says. */
	public enum Verdict {
		AGREES, DIFFERS,
		/** The layer cannot be computed, or reads one that cannot. */
		SKIPPED
	}

	/** The larger of the two differences, in units of the layer's scale; NaN if skipped. */
	public double relative() {
		return verdict == Verdict.SKIPPED ? Double.NaN : Math.max(before.relative(), after.relative());
	}
}
