package tintype.bench;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One tile through the network on ONNX Runtime, with all its optimisations of graphs. */
final class OnnxInference implements Contender {

	private static final String ENGINE = "OnnxRuntime";

	private final NDManager manager = NDManager.newBaseManager(ENGINE);
	private final Model model = Model.newInstance("ColorNet", ENGINE);
	private final NDArray tile;

	/** @param arrays the tile, then weights and biases */
	private OnnxInference(float[][] arrays, int threads) throws IOException, MalformedModelException {
		int outer = (int) Math.sqrt(arrays[0].length);
		model.load(new ByteArrayInputStream(OnnxNetwork.of(Arrays.copyOfRange(arrays, 1, arrays.length), outer)), //
			Map.of("intraOpNumThreads", Integer.toString(threads), "optLevel", "ALL_OPT"));
		tile = manager.create(arrays[0], new Shape(1, 1, outer, outer));
	}

	/** Argument: the file of the arrays. */
	public static void main(String[] args) throws IOException, MalformedModelException {
		Turns.take(new OnnxInference(TrainingTask.readArrays(Path.of(args[0])), Opponent.threads()));
	}

	/** DJL tells the version it was built with, so this is that of the jar. */
	@Override
	public String description() {
		Matcher jar = Pattern.compile("onnxruntime-([\\d.]+)\\.jar").matcher(System.getProperty("java.class.path"));
		return "ONNX Runtime " + (jar.find() ? jar.group(1) : "") + " through DJL " + Engine.getDjlVersion();
	}

	/** Like Tintype's, copies the logits to Java. */
	@Override
	public double step() {
		return logits()[0];
	}

	private float[] logits() {
		try (NDManager scope = manager.newSubManager()) {
			NDList logits = model.getBlock().forward(new ParameterStore(scope, false), new NDList(tile), false);
			logits.attach(scope);
			return logits.singletonOrThrow().toFloatArray();
		}
	}

	/** The logits [bin, y, x]. */
	@Override
	public float[][] parameters() {
		return new float[][] { logits() };
	}
}
