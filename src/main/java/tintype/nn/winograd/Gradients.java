package tintype.nn.winograd;

import java.util.ArrayList;
import java.util.List;

/** The loss of some patches, in nats, and its gradients, layer by layer. */
final class Gradients {

	double loss;

	/** As {@link Kernels#gradient()} has them. */
	final List<float[][]> ofWeights = new ArrayList<>();

	/** [output] */
	final List<double[]> ofBiases = new ArrayList<>();

	/** [output], of all layers but the last; 0 where the slopes are no parameters. */
	final List<double[]> ofSlopes = new ArrayList<>();

	/** Adds others. */
	void add(Gradients more) {
		loss += more.loss;
		for (int i = 0; i < ofWeights.size(); i++)
			for (int tap = 0; tap < Layer.TAPS; tap++)
				Loops.add(ofWeights.get(i)[tap], more.ofWeights.get(i)[tap], 0, ofWeights.get(i)[tap].length);
		add(ofBiases, more.ofBiases);
		add(ofSlopes, more.ofSlopes);
	}

	private static void add(List<double[]> sums, List<double[]> more) {
		for (int i = 0; i < sums.size(); i++)
			for (int j = 0; j < sums.get(i).length; j++)
				sums.get(i)[j] += more.get(i)[j];
	}

	/** Sums over all places of a row. */
	static double[] folded(float[] row, int channels) {
		double[] sums = new double[channels];
		for (int i = 0; i < row.length; i++)
			sums[i % channels] += row[i];
		return sums;
	}
}
