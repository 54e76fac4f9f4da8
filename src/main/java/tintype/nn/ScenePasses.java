package tintype.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;

import tintype.nn.winograd.Curve;
import tintype.nn.winograd.MapConvolution;
import tintype.nn.winograd.MapLoss;
import tintype.nn.winograd.MapMemory;
import tintype.nn.winograd.Maps;
import tintype.nn.winograd.PlaneConvolution;
import tintype.nn.winograd.PlaneMemory;
import tintype.nn.winograd.PointConvolution;
import tintype.nn.winograd.SoftTargets;
import tintype.nn.winograd.StridedConvolution;

/**
 * {@link SceneNet} in training, forwards and backwards by {@link tintype.nn.winograd}. The
 * same gradients for any number of threads, to the last bit. Keeps memory for the largest
 * batch so far until closed.
 */
final class ScenePasses implements AutoCloseable {

	private final ComputationGraph network;
	private final Curve curve;
	private final List<SceneBlock> blocks = new ArrayList<>();
	private final PlaneMemory ofOutput = new PlaneMemory();
	private final List<PlaneMemory> ofSpectra = new ArrayList<>();
	private final MapMemory ofInput = new MapMemory(), ofEighth = new MapMemory(), ofQuarter = new MapMemory();
	private final List<SceneBlock> toQuarter, toEighth, toSixteenth, toNarrowEighth, toNarrowQuarter, toLogits;
	private final SceneBlock skipEighth, skipQuarter;
	private final SceneMean scene;

	/** @param curve of all activations */
	ScenePasses(ComputationGraph network, Curve curve) {
		this.network = network;
		this.curve = curve;
		toQuarter = List.of(strided("1/2"), strided("1/4"), same("1/4 b"));
		toEighth = List.of(strided("1/8"), same("1/8 b"), same("1/8 c"));
		toSixteenth = List.of(strided("1/16"), same("1/16 b"));
		scene = new SceneMean(point("scene", curve), point("scene b", Curve.IDENTITY));
		toNarrowEighth = List.of(same("1/16 c"), point("up 1/8 narrow", Curve.IDENTITY));
		skipEighth = point("up 1/8 skip", Curve.IDENTITY);
		toNarrowQuarter = List.of(same("up 1/8 b"), point("up 1/4 narrow", Curve.IDENTITY));
		skipQuarter = point("up 1/4 skip", Curve.IDENTITY);
		toLogits = List.of(same("up 1/4 b"), point(SceneNet.LOGITS, Curve.IDENTITY));
	}

	private SceneBlock strided(String name) {
		Layer layer = convolution(name);
		return block(name, layer, new StridedConvolution(inputs(layer), outputs(layer)), curve);
	}

	private SceneBlock point(String name, Curve after) {
		Layer layer = convolution(name);
		return block(name, layer, new PointConvolution(inputs(layer), outputs(layer)), after);
	}

	private SceneBlock same(String name) {
		Layer layer = convolution(name);
		PlaneMemory ofSpectrum = new PlaneMemory();
		ofSpectra.add(ofSpectrum);
		return block(name, layer, new PlaneConvolution(inputs(layer), outputs(layer), ofSpectrum, ofOutput), curve);
	}

	private SceneBlock block(String name, Layer layer, MapConvolution convolution, Curve after) {
		SceneBlock block = new SceneBlock(layer, convolution, layer(name + " normalized").map(normalization -> new SceneNormalization(normalization, after)), after);
		blocks.add(block);
		return block;
	}

	/** It may have a layer of its own for its sums. */
	private Layer convolution(String name) {
		return layer(name + " maps").or(() -> layer(name)).orElseThrow();
	}

	private Optional<Layer> layer(String name) {
		return Optional.ofNullable(network.getVertex(name)).map(vertex -> vertex.getLayer());
	}

	private static int inputs(Layer layer) {
		return (int) layer.getParam("W").size(1);
	}

	private static int outputs(Layer layer) {
		return (int) layer.getParam("W").size(0);
	}

	/**
	 * The gradients of a batch.
	 *
	 * @param features [picture, 1, y, x]
	 * @param to       filled
	 * @return the loss, in nats
	 * @throws OutOfMemoryError if there is too little memory
	 */
	double compute(Maps features, SoftTargets targets, int threads, LayerGradients to) {
		Maps quarter = forward(toQuarter, features, threads), eighth = forward(toEighth, quarter, threads);
		Maps sixteenth = scene.forward(forward(toSixteenth, eighth, threads), threads);
		Maps upEighth = joined(forward(toNarrowEighth, sixteenth, threads), eighth, skipEighth, threads);
		Maps upQuarter = joined(forward(toNarrowQuarter, upEighth, threads), quarter, skipQuarter, threads);
		double loss = MapLoss.of(targets, forward(toLogits, upQuarter, threads), last(toLogits).gradient(), threads);
		back(toLogits, skipQuarter.gradient(), threads, to);
		separate(upQuarter, skipQuarter, toNarrowQuarter, toQuarter, threads, to);
		back(toNarrowQuarter, skipEighth.gradient(), threads, to);
		separate(upEighth, skipEighth, toNarrowEighth, toEighth, threads, to);
		back(toNarrowEighth, last(toSixteenth).gradient(), threads, to);
		scene.back(last(toSixteenth).gradient(), threads, to);
		add(toSixteenth, ofEighth.like(eighth), toEighth, threads, to);
		add(toEighth, ofQuarter.like(quarter), toQuarter, threads, to);
		back(toQuarter, ofInput.like(features), threads, to);
		return loss;
	}

	private static SceneBlock last(List<SceneBlock> blocks) {
		return blocks.get(blocks.size() - 1);
	}

	private static Maps forward(List<SceneBlock> blocks, Maps first, int threads) {
		Maps maps = first;
		for (SceneBlock block : blocks)
			maps = block.forward(maps, threads);
		return maps;
	}

	private Maps joined(Maps deep, Maps skipped, SceneBlock skip, int threads) {
		Maps sum = skip.forward(skipped, threads);
		SceneJoint.forward(deep, sum, curve, threads);
		return sum;
	}

	/** From the gradient of the last to that of what the first reads. */
	private static void back(List<SceneBlock> blocks, Maps ofFirst, int threads, LayerGradients to) {
		for (int i = blocks.size() - 1; i >= 0; i--)
			blocks.get(i).back(i == 0 ? ofFirst : blocks.get(i - 1).gradient(), threads, to);
	}

	/** From the gradient of a joint to those of the narrow maps and of the way down. */
	private void separate(Maps images, SceneBlock skip, List<SceneBlock> narrow, List<SceneBlock> down, int threads, LayerGradients to) {
		SceneJoint.back(images, curve, skip.gradient(), last(narrow).gradient(), threads);
		skip.back(last(down).gradient(), threads, to);
	}

	/** Back to maps that have a gradient from their skip already. */
	private static void add(List<SceneBlock> blocks, Maps ofFirst, List<SceneBlock> before, int threads, LayerGradients to) {
		back(blocks, ofFirst, threads, to);
		last(before).gradient().add(ofFirst, threads);
	}

	@Override
	public void close() {
		blocks.forEach(SceneBlock::close);
		ofSpectra.forEach(PlaneMemory::close);
		ofOutput.close();
		scene.close();
		ofInput.close();
		ofEighth.close();
		ofQuarter.close();
	}
}
