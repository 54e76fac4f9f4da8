package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.inspect.Layers.tensor;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import tintype.TintypeException;
import tintype.inspect.Activation;
import tintype.inspect.Activation.Curve;
import tintype.inspect.Activation.Softmax;
import tintype.inspect.DoubleTensor;
import tintype.inspect.Layers;
import tintype.inspect.Phase;

class NonlinearitiesTest {

	/** At -3.5, -0.75, 0.25 and 2.5, computed with 40 digits. */
	@ParameterizedTest
	@CsvSource({ "LINEAR, -3.5, -0.75, 0.25, 2.5", //
		"SIGMOID, 0.02931223075135632, 0.320821300824607, 0.5621765008857981, 0.9241418199787564", //
		"TANH, -0.9981778976111987, -0.6351489523872873, 0.2449186624037091, 0.9866142981514303", //
		"EXPONENTIAL, 0.0301973834223185, 0.4723665527410147, 1.284025416687741, 12.18249396070347", //
		"SOFTSIGN, -0.7777777777777778, -0.4285714285714286, 0.2, 0.7142857142857143", //
		"SOFTPLUS, 0.02975041827262057, 0.3868710061148999, 0.8259394198788436, 2.57888973429255", //
		"SILU, -0.1025928076297471, -0.2406159756184553, 0.1405441252214495, 2.310354549946891", //
		"GELU, -0.0008142017766243376, -0.1699705142826511, 0.1496765814207309, 2.48447583668556", //
		"GELU_TANH, -0.0006161976553736633, -0.1700394448343797, 0.149675350701685, 2.484915733910001", //
		"GELU_SIGMOID, -0.00903344613478012, -0.1636099424653622, 0.1511996499001942, 2.46501383495143", //
		"GELU_CUBED, -0.01300698061508879, -0.1740220945943681, 0.1496085102021687, 2.454664367657813", //
		"SELU, -1.705009340957283, -0.9276320158350512, 0.2626752468388701, 2.626752468388701", //
		"MISH, -0.1040957544863712, -0.2764947145054652, 0.1695724096638176, 2.471392304557881", //
		"HARD_SIGMOID, 0, 0.35, 0.55, 1", //
		"HARD_SIGMOID_6, 0, 0.375, 0.5416666666666667, 0.9166666666666667", //
		"HARD_SILU, 0, -0.28125, 0.1354166666666667, 2.291666666666667", //
		"HARD_TANH, -1, -0.75, 0.25, 1", //
		"LOG_SIGMOID, -3.529750418272621, -1.1368710061149, -0.5759394198788436, -0.07888973429254962", //
		"TANH_SHRINK, -2.501822102388801, -0.1148510476127127, 0.005081337596290871, 1.51338570184857", //
		"SQUAREPLUS, 0.2655644370746374, 0.6930004681646914, 1.132782218537319, 2.850781059358212", //
		"SPARSE_PLUS, 0, 0.015625, 0.390625, 2.5", //
		"CUBE, -42.875, -0.421875, 0.015625, 15.625", //
		"RECTIFIED_TANH, 0, 0, 0.2449186624037091, 0.9866142981514303", //
		"RATIONAL_TANH, -1.682098589461075, -0.7825990748373784, 0.2806458435077283, 1.611104806672793" })
	void curves(Curve curve, double a, double b, double c, double d) {
		DoubleUnaryOperator function = Nonlinearities.function(curve);
		assertEquals(a, function.applyAsDouble(-3.5), 1e-14 * Math.max(1, Math.abs(a)));
		assertEquals(b, function.applyAsDouble(-0.75), 1e-14 * Math.max(1, Math.abs(b)));
		assertEquals(c, function.applyAsDouble(0.25), 1e-14 * Math.max(1, Math.abs(c)));
		assertEquals(d, function.applyAsDouble(2.5), 1e-14 * Math.max(1, Math.abs(d)));
	}

	/** Also far out, where a careless formula overflows to something that is no number. */
	@ParameterizedTest
	@EnumSource(Curve.class)
	void curvesStayNumbers(Curve curve) {
		DoubleUnaryOperator function = Nonlinearities.function(curve);
		for (double x = -700; x <= 700; x += 12.5)
			assertTrue(Double.isFinite(function.applyAsDouble(x)), curve + " at " + x);
		assertTrue(Double.isNaN(function.applyAsDouble(Double.NaN)));
	}

	/** With 40 digits. */
	@ParameterizedTest
	@CsvSource({ "-38, 2.8854283600687843e-316", "-8, 6.2209605742717841e-16", "-3.6, 0.00015910859015753383", "-3.5, 0.00023262907903552504", //
		"-1, 0.15865525393145705", "0, 0.5", "1e-9, 0.50000000039894228", "0.5, 0.6914624612740131", "3.5, 0.99976737092096447", //
		"3.6, 0.99984089140984247", "6, 0.99999999901341235", "Infinity, 1", "-Infinity, 0" })
	void normalDistribution(double x, double below) {
		assertEquals(below, ErrorFunction.below(x), 1e-15);
	}

	@Test
	void reluWithAllItsNumbers() {
		DoubleUnaryOperator function = Nonlinearities.function(new Activation.Relu(0.2, 0.5, 1.4));
		assertEquals(1.4, function.applyAsDouble(3));
		assertEquals(0.5, function.applyAsDouble(0.5));
		assertEquals(0.2 * (0.4 - 0.5), function.applyAsDouble(0.4));
		assertEquals(0.2 * (-1 - 0.5), function.applyAsDouble(-1));
		DoubleUnaryOperator plain = Nonlinearities.function(Activation.relu());
		assertEquals(0, plain.applyAsDouble(Double.NEGATIVE_INFINITY));
		assertTrue(Double.isNaN(plain.applyAsDouble(Double.NaN)));
	}

	@Test
	void exponentialAndShrunk() {
		assertEquals(0.7 * (Math.exp(-2) - 1), Nonlinearities.function(new Activation.Elu(0.7)).applyAsDouble(-2), 1e-15);
		assertEquals(2 * (Math.exp(-0.5) - 1), Nonlinearities.function(new Activation.Celu(2)).applyAsDouble(-1), 1e-15);
		assertEquals(3, Nonlinearities.function(new Activation.Celu(2)).applyAsDouble(3));
		DoubleUnaryOperator soft = Nonlinearities.function(new Activation.Shrink(0.5, true)), hard = Nonlinearities.function(new Activation.Shrink(0.5, false));
		assertEquals(-1.5, soft.applyAsDouble(-2));
		assertEquals(1.5, soft.applyAsDouble(2));
		assertEquals(-2, hard.applyAsDouble(-2));
		assertEquals(0, soft.applyAsDouble(0.5) + hard.applyAsDouble(-0.5));
	}

	/** 1 / (1 + e) and e / (1 + e). */
	@Test
	void softmaxAlongAnyAxis() {
		double less = 1 / (1 + Math.E), more = Math.E / (1 + Math.E);
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { less, more, 0.5, 0.5 }, shares(new Softmax(-1, false)));
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { 0.5, more, 0.5, less }, shares(new Softmax(1, false)));
		Witness.assertGives(new int[] { 1, 2, 2 }, new double[] { 1, 1, 1, 1 }, shares(new Softmax(0, false)));
		assertEquals(Math.log(less), shares(new Softmax(-1, true)).values()[0], 1e-15);
		assertThrows(TintypeException.class, () -> shares(new Softmax(3, false)));
	}

	private static DoubleTensor shares(Softmax softmax) {
		return Witness.after(Layers.of(softmax), Phase.TEST, tensor(new int[] { 1, 2, 2 }, 0, 1, 0, 0));
	}

	@Test
	void softmaxOfLargeValues() {
		Witness.assertGives(new int[] { 1, 3 }, new double[] { 0.5, 0, 0.5 }, //
			Witness.after(Layers.of(new Softmax(-1, false)), Phase.TEST, tensor(new int[] { 1, 3 }, 1e9, -1e9, 1e9)));
	}

	/** Edges of 1 share their slopes. */
	@Test
	void parametricSlopes() {
		var x = tensor(new int[] { 1, 2, 2, 2 }, -1, -1, 2, -2, -3, 3, -4, -4);
		Witness.assertGives(new int[] { 1, 2, 2, 2 }, new double[] { -0.5, -3, 2, -6, -1.5, 3, -2, -12 }, //
			Witness.after(Layers.of(new Activation.PRelu(), "alpha", tensor(new int[] { 1, 1, 2 }, 0.5, 3)), Phase.TEST, x));
		Witness.assertGives(new int[] { 1, 2, 2, 2 }, new double[] { -0.5, -0.5, 2, -1, -9, 3, -12, -12 }, //
			Witness.after(Layers.of(new Activation.PRelu(), "alpha", tensor(new int[] { 2, 1, 1 }, 0.5, 3)), Phase.TEST, x));
		assertThrows(TintypeException.class, () -> Witness.after(Layers.of(new Activation.PRelu(), "alpha", tensor(new int[] { 2 }, 0.5, 3)), Phase.TEST, x));
	}
}
