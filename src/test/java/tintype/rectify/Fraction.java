package tintype.rectify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact number, as every float64 is one. */
record Fraction(BigInteger numerator, BigInteger denominator) {

	static final Fraction ZERO = of(0), ONE = of(1);

	Fraction {
		BigInteger common = numerator.gcd(denominator);
		if (denominator.signum() < 0) common = common.negate();
		if (common.signum() != 0) {
			numerator = numerator.divide(common);
			denominator = denominator.divide(common);
		}
	}

	static Fraction of(double value) {
		BigDecimal exact = new BigDecimal(value);
		return exact.scale() <= 0 ? new Fraction(exact.toBigIntegerExact(), BigInteger.ONE)
			: new Fraction(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
	}

	Fraction plus(Fraction other) {
		return new Fraction(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)), denominator.multiply(other.denominator));
	}

	Fraction minus(Fraction other) {
		return plus(new Fraction(other.numerator.negate(), other.denominator));
	}

	Fraction times(Fraction other) {
		return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
	}

	Fraction over(Fraction other) {
		return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
	}

	boolean isZero() {
		return numerator.signum() == 0;
	}

	/** The nearest float64, to a last digit. */
	double value() {
		return new BigDecimal(numerator).divide(new BigDecimal(denominator), new MathContext(40)).doubleValue();
	}
}
