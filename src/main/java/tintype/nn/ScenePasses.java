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
 * same gradients for any number of threads, to the last bit. Keeps memory for
 * batches of the last size until closed.
 */
final class ScenePasses implements AutoCloseable {

	private final ComputationGraph network;
	private final Curve curve;
	private final List<Runnable> made = new ArrayList<>();
	private final PlaneMemory ofOutput = new PlaneMemory(), ofKernels = new PlaneMemory();
	private final MapMemory ofInput = new MapMemory(), ofEighth = new MapMemory(), ofQuarter = new MapMemory(), ofUpEighth = new MapMemory(),
		ofUpQuarter = new MapMemory();
	private final List<SceneBlock> toQuarter, toEighth, toSixteenth, toNarrowEighth, toNarrowQuarter, toLogits;
	private final SceneBlock skipEighth, skipQuarter;
	private final SceneMean scene;

	/**
	 * @param curve of all activations
	 * @throws OutOfMemoryError if there is no memory for four times the weights; nothing is left allocated
	 */
	ScenePasses(ComputationGraph network, Curve curve) {
		this.network = network;
		this.curve = curve;
		try {
			toQuarter = List.of(strided("1/2"), strided("1/4"), same("1/4 b"));
			toEighth = List.of(strided("1/8"), same("1/8 b"), same("1/8 c"));
			toSixteenth = List.of(strided("1/16"), same("1/16 b"));
			scene = new SceneMean(point("scene", curve), point("scene b", Curve.IDENTITY));
			toNarrowEighth = List.of(same("1/16 c"), point("up 1/8 narrow", Curve.IDENTITY));
			skipEighth = point("up 1/8 skip", Curve.IDENTITY);
			toNarrowQuarter = List.of(same("up 1/8 b"), point("up 1/4 narrow", Curve.IDENTITY));
			skipQuarter = point("up 1/4 skip", Curve.IDENTITY);
			toLogits = List.of(same("up 1/4 b"), point(SceneNet.LOGITS, Curve.IDENTITY));
			made.add(scene::close);
		}
		catch (RuntimeException | Error e) {
			close();
			throw e;
		}
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
		made.add(ofSpectrum::close);
		return block(name, layer, new PlaneConvolution(inputs(layer), outputs(layer), ofSpectrum, ofOutput, ofKernels), curve);
	}

	private SceneBlock block(String name, Layer layer, MapConvolution convolution, Curve after) {
		Optional<SceneNormalization> normalization = layer(name + " normalized").map(settings -> new SceneNormalization(settings, after));
		SceneBlock block = new SceneBlock(layer, convolution, normalization, after);
		made.add(block::close);
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
		Maps logits = forward(toLogits, upQuarter, threads);
		double loss = MapLoss.of(targets, logits, logits, threads);
		back(toLogits, logits, ofUpQuarter.like(upQuarter), threads, to);
		separate(upQuarter, ofUpQuarter.like(upQuarter), skipQuarter, toNarrowQuarter, ofQuarter.like(quarter), threads, to);
		back(toNarrowQuarter, last(toNarrowQuarter).gradient(), ofUpEighth.like(upEighth), threads, to);
		separate(upEighth, ofUpEighth.like(upEighth), skipEighth, toNarrowEighth, ofEighth.like(eighth), threads, to);
		back(toNarrowEighth, last(toNarrowEighth).gradient(), sixteenth, threads, to);
		scene.back(sixteenth, threads, to);
		back(toSixteenth, sixteenth, last(toEighth).gradient(), threads, to);
		last(toEighth).gradient().add(ofEighth.like(eighth), threads);
		back(toEighth, last(toEighth).gradient(), last(toQuarter).gradient(), threads, to);
		last(toQuarter).gradient().add(ofQuarter.like(quarter), threads);
		back(toQuarter, last(toQuarter).gradient(), ofInput.like(features), threads, to);
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

	/** From the gradient of what the last yields, which is overwritten, to that of what the first reads. */
	private static void back(List<SceneBlock> blocks, Maps gradient, Maps ofFirst, int threads, LayerGradients to) {
		Maps next = gradient;
		for (int i = blocks.size() - 1; i >= 0; i--) {
			Maps before = i == 0 ? ofFirst : blocks.get(i - 1).gradient();
			blocks.get(i).back(next, before, threads, to);
			next = before;
		}
	}

	/**
	 * From the gradient of a joint, which is overwritten, to those of the narrow maps and of the way down.
	 *
	 * @param ofSkipped filled with the latter
	 */
	private void separate(Maps images, Maps gradient, SceneBlock skip, List<SceneBlock> narrow, Maps ofSkipped, int threads, LayerGradients to) {
		SceneJoint.back(images, curve, gradient, last(narrow).gradient(), threads);
		skip.back(gradient, ofSkipped, threads, to);
	}

	@Override
	public void close() {
		made.forEach(Runnable::run);
		ofOutput.close();
		ofKernels.close();
		ofInput.close();
		ofEighth.close();
		ofQuarter.close();
		ofUpEighth.close();
		ofUpQuarter.close();
	}
}
