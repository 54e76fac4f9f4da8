package tintype.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import tintype.Progress;
import tintype.inspect.Verified.Verdict;

/**
 * Two engines on the same way through a network, compared layer by layer. Each goes on
 * with its own values: what differs in one layer may differ in all that follow, and
 * the first is where to look.
 * <p>
 * The engines take turns, so that besides what later layers still need no more than
 * one layer's values are held.
 */
public final class Verification<A, B> {

	/** Share of a layer's scale that single precision may be off. */
	public static final double TOLERANCE = 1e-4;

	private final Engine<A> engine;
	private final Engine<B> witness;
	private final double tolerance;
	private final List<Verified> rows = new ArrayList<>();

	private Verification(Engine<A> engine, Engine<B> witness, double tolerance) {
		this.engine = engine;
		this.witness = witness;
		this.tolerance = tolerance;
	}

	/** With {@link #TOLERANCE}. */
	public static <A, B> List<Verified> of(Tunnel tunnel, Map<String, Tensor> inputs, Phase phase, Engine<A> engine, Engine<B> witness, Progress progress) {
		return of(tunnel, inputs, phase, engine, witness, TOLERANCE, progress);
	}

	/**
	 * Compares without rounding: values of single precision count as they are.
	 *
	 * @param inputs    for each name of {@link Tunnel#given()} its values
	 * @param engine    what is examined
	 * @param witness   what it is compared with, e.g.
	 *                  {@link tintype.inspect.plain.Recomputation}
	 * @param tolerance share of the largest absolute value of the witness by which a
	 *                  layer may differ, before and after its activation
	 * @return one row for each layer of the tunnel
	 * @throws tintype.TintypeException                   if values are missing or do not fit
	 * @throws java.util.concurrent.CancellationException when the caller cancels
	 */
	public static <A, B> List<Verified> of(Tunnel tunnel, Map<String, Tensor> inputs, Phase phase, Engine<A> engine, Engine<B> witness, //
		double tolerance, Progress progress)
	{
		Verification<A, B> verification = new Verification<>(engine, witness, tolerance);
		try (Passage<A> first = new Passage<>(tunnel, engine, inputs, phase); Passage<B> second = new Passage<>(tunnel, witness, inputs, phase)) {
			tunnel.each(layer -> first.step(layer, verification.visitor(second)), progress);
		}
		return verification.rows;
	}

	/** While the values of the first passage are there, the second makes its own of the same layer. */
	private Tunnel.Visitor<A> visitor(Passage<B> second) {
		return new Tunnel.Visitor<>() {

			@Override
			public void visit(Layer layer, A before, A after) {
				second.step(layer, (same, rightBefore, rightAfter) -> rows.add(compared(layer, before, after, rightBefore, rightAfter)));
			}

			@Override
			public void skipped(Layer layer, String reason) {
				second.step(layer, (same, rightBefore, rightAfter) -> {});
				rows.add(new Verified(layer.name(), Verdict.SKIPPED, null, null, reason));
			}
		};
	}

	private Verified compared(Layer layer, A before, A after, B rightBefore, B rightAfter) {
		StringBuilder reason = new StringBuilder();
		Difference first = difference(before, rightBefore, reason);
		Difference second = before == after && rightBefore == rightAfter ? first : difference(after, rightAfter, reason);
		boolean agrees = first.relative() <= tolerance && second.relative() <= tolerance;
		return new Verified(layer.name(), agrees ? Verdict.AGREES : Verdict.DIFFERS, first, second, reason.toString());
	}

	private Difference difference(A values, B right, StringBuilder reason) {
		DoubleTensor mine = engine.exact(values), other = witness.exact(right);
		if (!Arrays.equals(mine.shape(), other.shape()) && reason.isEmpty()) reason.append("The shape is " + //
			Shapes.text(mine.shape()) + ", but " + Shapes.text(other.shape()) + " was expected.");
		return Difference.of(mine, other);
	}
}
