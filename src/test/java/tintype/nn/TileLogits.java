package tintype.nn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;

import org.deeplearning4j.nn.graph.ComputationGraph;

import tintype.Progress;

/** Logits of single tiles, as programs outside this package ask for them. */
public final class TileLogits {

	private final ComputationGraph network;
	private final ColorModel model;
	private float[] logits = {};

	/** @param network of the posts, with ReLU */
	public TileLogits(ComputationGraph network) {
		this.network = network;
		model = new ColorModel(network, TestModels.card(TestModels.grid((int) network.getLayer(ColorNet.CONVOLUTIONS - 1).getParam("W").size(0))));
	}

	/**
	 * @param scaled lightness, -1 to 1, with the halo
	 * @return [bin, y, x], overwritten by the next tile of that size
	 */
	public float[] of(float[] scaled, int edge) {
		float[] lightness = new float[scaled.length];
		for (int i = 0; i < scaled.length; i++)
			lightness[i] = 50 + 50 * scaled[i];
		int outer = edge + 2 * ColorNet.HALO;
		Img<FloatType> picture = ArrayImgs.floats(lightness, outer, outer);
		int size = model.card().grid().size() * edge * edge;
		if (logits.length != size) logits = new float[size];
		model.logits(picture, Intervals.expand(picture, -ColorNet.HALO), logits, Progress.NONE);
		return logits;
	}

	/** Of each convolution its weights, then its biases. */
	public List<float[]> parameters() {
		return Arrays.stream(network.getLayers()).filter(layer -> layer.numParams() > 0) //
			.flatMap(convolution -> Stream.of("W", "b").map(convolution::getParam)).map(Tensors::toFloats).toList();
	}
}
