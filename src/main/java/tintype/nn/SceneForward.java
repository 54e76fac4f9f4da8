package tintype.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

import tintype.Progress;
import tintype.nn.winograd.Curve;
import tintype.nn.winograd.MapConvolution;
import tintype.nn.winograd.Maps;
import tintype.nn.winograd.PlaneConvolution;
import tintype.nn.winograd.PlaneMemory;
import tintype.nn.winograd.PointConvolution;
import tintype.nn.winograd.StridedConvolution;

/**
 * {@link SceneNet} as after training, by {@link tintype.nn.winograd}: normalisation
 * folded into the convolutions, activations taken where the sums are written, weights made
 * ready once. The same logits as of {@link ForwardPass} but for rounding, whatever the
 * number of threads. Keeps the weights, and memory for the largest pictures so far, until
 * closed.
 */
final class SceneForward implements AutoCloseable {

	/** What makes maps of maps; the former are closed by whoever asked for them. */
	private interface Step {

		Maps of(Maps maps, int threads);
	}

	private final ComputationGraph network;
	private final WeightsMadeReady weights;
	private final Curve curve;
	private final List<Runnable> made = new ArrayList<>();
	private final PlaneMemory ofInput = new PlaneMemory(), ofOutput = new PlaneMemory();
	private final Step[] toQuarter, toEighth, toSixteenth, toNarrowEighth, skipEighth, toNarrowQuarter, skipQuarter, toLogits;
	private final SceneFeatures features;

	private SceneForward(ComputationGraph network, Curve curve) {
		this.network = network;
		this.curve = curve;
		weights = new WeightsMadeReady(network);
		made.add(weights::close);
		try {
			toQuarter = new Step[] { strided("1/2"), strided("1/4"), same("1/4 b") };
			toEighth = new Step[] { strided("1/8"), same("1/8 b"), same("1/8 c") };
			toSixteenth = new Step[] { strided("1/16"), same("1/16 b") };
			features = new SceneFeatures(folded("scene"), folded("scene b"), curve);
			toNarrowEighth = new Step[] { same("1/16 c"), point("up 1/8 narrow") };
			skipEighth = new Step[] { point("up 1/8 skip") };
			toNarrowQuarter = new Step[] { same("up 1/8 b"), point("up 1/4 narrow") };
			skipQuarter = new Step[] { point("up 1/4 skip") };
			toLogits = new Step[] { same("up 1/4 b"), point(SceneNet.LOGITS) };
		}
		catch (RuntimeException | Error e) {
			close();
			throw e;
		}
	}

	/**
	 * The network ready to run, if it can be run so: in single precision, on a CPU with
	 * OpenBLAS, with one curve for all channels.
	 *
	 * @param network that {@link SceneNet} made; its weights are copied
	 * @throws OutOfMemoryError if there is no memory for four times the weights; nothing is left allocated
	 */
	static Optional<SceneForward> of(ComputationGraph network) {
		if (!Backend.hasFastProducts() || network.params().dataType() != DataType.FLOAT) return Optional.empty();
		return Curves.of(network.getVertex("up 1/8").getLayer().conf().getLayer()).map(curve -> new SceneForward(network, curve));
	}

	/** Whether the network still has the weights that were made ready. */
	boolean isCurrent() {
		return weights.areCurrent();
	}

	private Step strided(String name) {
		FoldedConvolution layer = folded(name);
		return step(new StridedConvolution(layer.inputs(), layer.outputs()), layer, curve);
	}

	private Step point(String name) {
		FoldedConvolution layer = folded(name);
		return step(new PointConvolution(layer.inputs(), layer.outputs()), layer, Curve.IDENTITY);
	}

	private Step same(String name) {
		FoldedConvolution layer = folded(name);
		return step(new PlaneConvolution(layer.inputs(), layer.outputs(), ofInput, ofOutput, new PlaneMemory()), layer, curve);
	}

	private Step step(MapConvolution convolution, FoldedConvolution layer, Curve after) {
		made.add(convolution::close);
		convolution.set(layer.weights(), Backend.threadsAtPresent());
		return (maps, threads) -> {
			Maps output = maps.after(convolution, layer.outputs());
			try {
				convolution.forward(maps, layer.biases(), after, output, threads);
				return output;
			}
			catch (RuntimeException | Error e) {
				output.close();
				throw e;
			}
		};
	}

	/** A convolution may have a layer of its own for its sums. */
	private FoldedConvolution folded(String name) {
		Optional<Layer> sums = layer(name + " maps");
		return FoldedConvolution.of(sums.or(() -> layer(name)).orElseThrow(), layer(name + " normalized"));
	}

	private Optional<Layer> layer(String name) {
		return Optional.ofNullable(network.getVertex(name)).map(vertex -> vertex.getLayer());
	}

	/**
	 * @param pictures [picture, 1, y, x], scaled lightness, edges multiples of {@value SceneNet#REDUCTION}; only read
	 * @param progress asked before each layer whether to go on
	 * @return logits [picture, bin, y, x]
	 * @throws CancellationException when the caller cancels; nothing is left allocated but what is kept
	 * @throws OutOfMemoryError      if there is too little memory; likewise
	 */
	float[] logits(INDArray pictures, Progress progress) {
		try (Maps input = Maps.of((int) pictures.size(0), 1, (int) pictures.size(2), (int) pictures.size(3));
			SingleThreads alone = SingleThreads.ofProducts())
		{
			input.values().put(0, Tensors.toFloats(pictures));
			return logits(input, Backend.threadsAtPresent(), progress);
		}
	}

	private float[] logits(Maps input, int threads, Progress progress) {
		try (Maps quarter = run(toQuarter, input, threads, progress); Maps eighth = run(toEighth, quarter, threads, progress);
			Maps sixteenth = run(toSixteenth, eighth, threads, progress))
		{
			features.add(sixteenth, threads);
			try (Maps upEighth = joined(run(toNarrowEighth, sixteenth, threads, progress), eighth, skipEighth, threads, progress);
				Maps upQuarter = joined(run(toNarrowQuarter, upEighth, threads, progress), quarter, skipQuarter, threads, progress);
				Maps logits = run(toLogits, upQuarter, threads, progress))
			{
				float[] values = new float[logits.length()];
				logits.values().get(0, values);
				return values;
			}
		}
	}

	/** @return the last step's maps */
	private static Maps run(Step[] steps, Maps first, int threads, Progress progress) {
		Maps maps = first;
		for (Step step : steps) {
			Maps before = maps;
			try {
				if (progress.canceled()) throw new CancellationException("Canceled");
				maps = step.of(before, threads);
			}
			finally {
				if (before != first) before.close();
			}
		}
		return maps;
	}

	/** @param deep closed by this */
	private Maps joined(Maps deep, Maps skipped, Step[] skip, int threads, Progress progress) {
		try (deep) {
			Maps sum = run(skip, skipped, threads, progress);
			SceneJoint.forward(deep, sum, curve, threads);
			return sum;
		}
	}

	@Override
	public void close() {
		made.forEach(Runnable::run);
		ofInput.close();
		ofOutput.close();
	}
}
