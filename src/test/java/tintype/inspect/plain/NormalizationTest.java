package tintype.inspect.plain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static tintype.inspect.Layers.tensor;
import static tintype.inspect.Layers.waves;

import org.junit.jupiter.api.Test;

import tintype.inspect.DoubleTensor;
import tintype.inspect.Layer;
import tintype.inspect.Layers;
import tintype.inspect.Operation;
import tintype.inspect.Phase;
import tintype.inspect.Tensor;

/** Long rows of numbers come from NumPy's mean and var. */
class NormalizationTest {

	private static final Tensor X = waves(0, 2, 2, 3);

	/** |sin 4|, |sin 5|, |sin 6| in single precision. */
	private static final Tensor VARIANCE = tensor(new int[] { 3 }, 0.756802499294281, 0.958924293518066, 0.279415488243103);

	private static final Layer BATCH = Layers.of(new Operation.BatchNormalization(1e-3), //
		"gamma", waves(1, 3), "beta", waves(2, 3), "mean", waves(3, 3), "variance", VARIANCE);

	@Test
	void afterTrainingByTheLayersOwn() {
		Witness.assertGives(new int[] { 2, 2, 3 }, new double[] { 0.772886314131593, 1.624452623268388, -0.258932466509508, 0.909297406673431, //
			0.141120001673698, -0.756802499294281, 0.502794395393635, 1.453235568903788, -0.237596726292629, 1.171253189316893, //
			0.338599066172374, -0.767746327090856 }, Witness.before(BATCH, X));
	}

	@Test
	void inTrainingByTheBatch() {
		Witness.assertGives(new int[] { 2, 2, 3 }, new double[] { 0.680291822694858, 1.158991540019501, -0.621686239340173, 1.152381712252669, //
			-0.894933636565559, -0.894768749549816, -0.25443908306599, 0.921912537305924, -0.609983551666811, 2.058955174812189, //
			-0.621490434065072, -0.900771456620324 }, Witness.before(BATCH, Phase.training(1), X));
	}

	@Test
	void withoutGammaAndBeta() {
		Layer layer = Layers.of(new Operation.BatchNormalization(0), "mean", tensor(new int[] { 2 }, 1, 2), "variance", tensor(new int[] { 2 }, 4, 0.25));
		Witness.assertGives(new int[] { 1, 2 }, new double[] { 1, 4 }, Witness.before(layer, tensor(new int[] { 1, 2 }, 3, 4)));
	}

	@Test
	void layersByTheirSamples() {
		DoubleTensor last = Witness.before(Layers.of(new Operation.LayerNormalization(1e-3, 1), "gamma", waves(1, 3), "beta", waves(2, 3)), X);
		Witness.assertGives(new int[] { 2, 2, 3 }, new double[] { -0.274596641776446, 0.706437482295786, -0.645991414682071, 2.078903416256605, //
			-0.2990323348404104, -0.884642612910904, -0.240142489379995, 0.481346931205478, -0.616836272127855, 2.03657303432196, //
			-0.116149197882123, -0.905926408485055 }, last);
		DoubleTensor both = Witness.before(Layers.of(new Operation.LayerNormalization(1e-3, 2), "gamma", waves(1, 2, 3)), X);
		Witness.assertGives(new int[] { 2, 2, 3 }, new double[] { -0.034663518241225, 1.036083515306688, 0.174226336793596, -0.118670157978574, //
			1.057719159785396, 0.387441436147605, -0.382253900675423, 0.801026064062758, 0.191196540022373, -0.402449389926811, //
			0.7974075367995, 0.414016069483113 }, both);
	}

	/** A mean a million times the deviation. */
	@Test
	void meansMayBeLarge() {
		Layer layer = Layers.of(new Operation.BatchNormalization(0));
		assertArrayEquals(new double[] { -1, 1 }, Witness.before(layer, Phase.training(1), tensor(new int[] { 2, 1 }, 999_999, 1_000_001)).values());
	}
}
