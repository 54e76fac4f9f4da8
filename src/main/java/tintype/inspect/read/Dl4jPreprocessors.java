package tintype.inspect.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.inspect.Operation;

/**
 * What DeepLearning4J does to the input of a layer without calling it a layer, as
 * rows.
 */
final class Dl4jPreprocessors {

	private static final String FIRST = "channels first", LAST = "channels last", FLATTEN = "flatten", RESHAPE = "reshape";

	private Dl4jPreprocessors() {}

	/**
	 * @param preprocessor with the name of its layer
	 * @param in           layout of what it reads
	 * @param out          layout of what it gives if the layer tells, or null
	 */
	static List<Step> steps(Fields preprocessor, Layout in, Layout out) {
		return switch (preprocessor.kind()) {
			case "CnnToFeedForwardPreProcessor" -> in == Layout.ROWS ? List.of() : flattened(Layout.image(preprocessor.word("format", "")));
			case "TensorFlowCnnToFeedForwardPreProcessor" -> in == Layout.ROWS ? List.of() : flattened(Layout.NHWC);
			case "KerasFlattenRnnPreprocessor" -> flattened(in == Layout.NWC ? Layout.NWC : Layout.NCW);
			case "FeedForwardToCnnPreProcessor" -> in.rank() == Layout.NCHW.rank() ? List.of() : image(preprocessor);
			case "RnnToFeedForwardPreProcessor" -> in == Layout.ROWS ? List.of() : timesAsRows();
			case "FeedForwardToRnnPreProcessor" -> rowsAsTimes(preprocessor, in);
			case "CnnToRnnPreProcessor" -> oneTime(preprocessor);
			case "ReshapePreprocessor" -> reshaped(preprocessor, in, out);
			case "PermutePreprocessor" -> permuted(preprocessor, in, out);
			case "ComposableInputPreProcessor" -> composed(preprocessor, in, out);
			default -> List.of(new Step(RESHAPE, Part.unsupported(preprocessor, "reads through a " + Names.legible(preprocessor.kind()) + //
				" of DeepLearning4J", out == null ? Layout.OTHER : out, 0)));
		};
	}

	private static Step step(String suffix, Operation operation, Layout layout) {
		return new Step(suffix, Part.of(operation, layout));
	}

	/** In the file's order of the axes. */
	private static List<Step> flattened(Layout in) {
		Step flatten = step(FLATTEN, new Operation.Flatten(), Layout.ROWS);
		return in.channelsFirst() ? List.of(step(FIRST, new Operation.Permute(in.toFile()), Layout.OTHER), flatten) : List.of(flatten);
	}

	private static List<Step> image(Fields preprocessor) {
		int channels = preprocessor.whole("numChannels", 1);
		Operation reshape = new Operation.Reshape(channels, preprocessor.whole("inputHeight", 1), preprocessor.whole("inputWidth", 1));
		return List.of(step(RESHAPE, reshape, Layout.OTHER), step(LAST, new Operation.Permute(Layout.NCHW.toGraph()), Layout.NCHW));
	}

	private static List<Step> timesAsRows() {
		Part part = Part.of(new Operation.Identity(), Layout.TIMES).noted("DeepLearning4J takes each time as a row; here sequences stay sequences.");
		return List.of(new Step("times as rows", part));
	}

	private static List<Step> rowsAsTimes(Fields preprocessor, Layout in) {
		Layout out = Layout.sequence(preprocessor.word("rnnDataFormat", ""));
		Part part = in == Layout.TIMES ? Part.of(new Operation.Identity(), out) //
			: Part.of(new Operation.Reshape(1, -1), out).noted("Each row is a sequence of one time.");
		return List.of(new Step("rows as times", part));
	}

	private static List<Step> oneTime(Fields preprocessor) {
		List<Step> steps = new ArrayList<>(flattened(Layout.NCHW));
		Part part = Part.of(new Operation.Reshape(1, -1), Layout.sequence(preprocessor.word("rnnDataFormat", "")));
		steps.add(new Step("rows as times", part.noted("Each image is a sequence of one time.")));
		return steps;
	}

	private static List<Step> reshaped(Fields preprocessor, Layout in, Layout out) {
		int[] target = preprocessor.wholes("targetShape", -1);
		int[] from = preprocessor.has("inputShape") ? preprocessor.wholes("inputShape", -1) : new int[0];
		boolean batch = preprocessor.flag("hasMiniBatchDimension", false);
		if (target.length < (batch ? 2 : 1)) throw preprocessor.wrong("targetShape");
		if (batch) target = Arrays.copyOfRange(target, 1, target.length);
		return reshaped(in, target, out != null && out.rank() == target.length ? out : meant(preprocessor, from.length - (batch ? 1 : 0), target.length));
	}

	/** DeepLearning4J's own guess. */
	private static Layout meant(Fields preprocessor, int rankBefore, int rank) {
		String format = preprocessor.word("format", preprocessor.word("dataFormat", ""));
		if (rank == Layout.NWC.rank()) return format.equals("NCW") ? Layout.NCW : Layout.NWC;
		return rank != Layout.NHWC.rank() ? Layout.OTHER.ofRank(rank) : rankBefore == 1 ? Layout.NHWC : Layout.image(format);
	}

	/** Reshapes in the file's order of the axes. @param target without the batch */
	static List<Step> reshaped(Layout in, int[] target, Layout out) {
		List<Step> steps = new ArrayList<>();
		if (in.channelsFirst()) steps.add(step(FIRST, new Operation.Permute(in.toFile()), Layout.OTHER));
		steps.add(step(RESHAPE, new Operation.Reshape(target), out.channelsFirst() ? Layout.OTHER : out));
		if (out.channelsFirst()) steps.add(step(LAST, new Operation.Permute(out.toGraph()), out));
		return steps;
	}

	/** The graph's axes in the file's order, permuted, and back, all in one. */
	private static List<Step> permuted(Fields preprocessor, Layout in, Layout wanted) {
		int[] axes = preprocessor.wholes("permutationIndices", 0);
		if (axes.length > 0 && axes[0] == 0) axes = Arrays.copyOfRange(axes, 1, axes.length);
		Layout from = in.rank() == axes.length ? in : Layout.OTHER, out = wanted != null && wanted.rank() == axes.length ? wanted : from;
		int[] sorted = axes.clone();
		Arrays.sort(sorted);
		for (int i = 0; i < sorted.length; i++)
			if (sorted[i] != i + 1) throw preprocessor.wrong("permutationIndices");
		int[] permuted = axes.clone();
		for (int i = 0; i < axes.length; i++)
			permuted[i] = from.toGraph(axes[(out == Layout.OTHER ? i + 1 : out.toGraph()[i]) - 1]);
		return List.of(step("permute", new Operation.Permute(permuted), out));
	}

	private static List<Step> composed(Fields preprocessor, Layout in, Layout out) {
		List<Step> steps = new ArrayList<>();
		for (var one : preprocessor.json().path("inputPreProcessors")) {
			Layout now = steps.isEmpty() ? in : steps.get(steps.size() - 1).part().layout();
			steps.addAll(steps(new Fields(preprocessor.name(), one), now, out));
		}
		return steps;
	}
}
