package tintype.nn;

import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.BETA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GAMMA;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_LOG_STD;
import static org.deeplearning4j.nn.params.BatchNormalizationParamInitializer.GLOBAL_MEAN;
import static tintype.nn.LayerGradients.floats;

import java.util.Map;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.Maps;

/** A batch normalisation of {@link SceneNet} in training, and the curve after it. */
final class SceneNormalization {

	private final Layer layer;
	private final BatchNormalization settings;
	private final Curve curve;
	private MapNormalization last;

	SceneNormalization(Layer layer, Curve curve) {
		this.layer = layer;
		this.curve = curve;
		settings = (BatchNormalization) layer.conf().getLayer();
	}

	/** @param output filled */
	void forward(Maps sums, Maps output) {
		int channels = sums.channels();
		last = new MapNormalization(values(GAMMA), values(BETA), new float[channels], new float[channels], new double[channels]);
		last.forward(new ChannelValues(sums), true, settings.getEps(), curve, new ChannelValues(output));
	}

	private float[] values(String name) {
		return Tensors.toFloats(layer.getParam(name));
	}

	/** @param gradient of the output; replaced by that of the sums */
	void back(Maps sums, Maps gradient, LayerGradients to) {
		double[] ofGamma = new double[sums.channels()], ofBeta = new double[sums.channels()];
		ChannelValues both = new ChannelValues(gradient);
		last.back(new ChannelValues(sums), curve, both, ofGamma, ofBeta, both);
		to.put(layer, Map.of(GAMMA, floats(ofGamma), BETA, floats(ofBeta), GLOBAL_MEAN, meansLess(), GLOBAL_LOG_STD, spreadsLess()));
	}

	/** What DeepLearning4J takes from the running means after a step. */
	private float[] meansLess() {
		float[] means = values(GLOBAL_MEAN);
		for (int i = 0; i < means.length; i++)
			means[i] = (float) ((1 - settings.getDecay()) * (means[i] - last.means()[i]));
		return means;
	}

	/** What it takes from the logarithms of the running deviations, of which the squares have a running mean. */
	private float[] spreadsLess() {
		float[] spreads = values(GLOBAL_LOG_STD);
		for (int i = 0; i < spreads.length; i++) {
			double before = Math.pow(10, 2 * spreads[i]), after = settings.getDecay() * before + (1 - settings.getDecay()) * last.variances()[i];
			spreads[i] = (float) (Math.log10(before / after) / 2);
		}
		return spreads;
	}
}
