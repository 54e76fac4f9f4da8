package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.Labelled;
import tintype.TintypeException;

class NonlinearityTest {

	/** Macros and model files hold them. */
	@Test
	void labelsNeverChange() {
		assertEquals(List.of("ReLU", "LReLU", "LReLU 5.5", "PReLU", "RReLU", "RReLU multiplied", "ELU"), Labelled.labels(Nonlinearity.class));
		assertEquals(Nonlinearity.RRELU_MULTIPLIED, Nonlinearity.of("RReLU multiplied"));
		TintypeException e = assertThrows(TintypeException.class, () -> Nonlinearity.of("Tanh"));
		assertTrue(e.getMessage().startsWith("There is no activation \"Tanh\": choose one of ReLU, "), e.getMessage());
	}

	/** By the midpoint rule over the normal density, and over the slopes of the random ones. */
	@ParameterizedTest
	@EnumSource
	void secondMoment(Nonlinearity activation) {
		double expected = switch (activation) {
			case RELU -> moment(x -> 0);
			case LRELU -> moment(x -> x / 100);
			case VERY_LEAKY -> moment(x -> x / 5.5);
			case PRELU -> moment(x -> ChannelPReLU.START * x);
			case RRELU -> mean(3, 8, a -> moment(x -> x / a));
			case RRELU_MULTIPLIED -> mean(1 / 8.0, 1 / 3.0, a -> moment(x -> a * x));
			case ELU -> moment(Math::expm1);
		};
		assertEquals(expected, activation.secondMoment(), 1e-5);
	}

	private static double moment(DoubleUnaryOperator negative) {
		return 20 * mean(-10, 10, x -> {
			double y = x < 0 ? negative.applyAsDouble(x) : x;
			return y * y * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
		});
	}

	private static double mean(double from, double to, DoubleUnaryOperator f) {
		int n = 2000;
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += f.applyAsDouble(from + (i + 0.5) * (to - from) / n);
		return sum / n;
	}
}
