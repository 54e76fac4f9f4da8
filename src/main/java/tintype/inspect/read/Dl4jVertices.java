package tintype.inspect.read;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import tintype.inspect.Operation;
import tintype.inspect.Operation.Joined;
import tintype.inspect.Padding;

/** What joins or changes values between the layers of a ComputationGraph. */
final class Dl4jVertices {

	private static final Set<String> WITHOUT_WEIGHTS = Set.of("SubsetVertex", "StackVertex", "UnstackVertex", "L2Vertex", "L2NormalizeVertex",
		"LastTimeStepVertex", "DuplicateToTimeSeriesVertex", "ReverseTimeSeriesVertex", "DotProductVertex");

	private Dl4jVertices() {}

	/**
	 * @param in  layouts of what it reads
	 * @param out layout of what it gives if a reader tells, or null
	 */
	static List<Step> steps(Fields vertex, List<Layout> in, Layout out) {
		Layout first = in.get(0);
		return switch (vertex.kind()) {
			case "ElementWiseVertex" -> one(joined(vertex, in));
			case "MergeVertex" -> one(merged(vertex, in));
			case "ScaleVertex" -> one(Part.of(new Operation.Rescaling(vertex.number("scaleFactor"), 0), first));
			case "ShiftVertex" -> one(Part.of(new Operation.Rescaling(1, vertex.number("shiftFactor")), first));
			case "PoolHelperVertex" -> one(Part.of(new Operation.Cropping(2, new Padding.Edges(1, 0, 1, 0)), first));
			case "ReshapeVertex" -> reshaped(vertex, first, out);
			case "PreprocessorVertex" -> preprocessed(Dl4jPreprocessors.steps(vertex.inner("preProcessor"), first, out), first);
			case "FrozenVertex" -> steps(vertex.inner("underlying"), in, out);
			default -> one(unsupported(vertex, first));
		};
	}

	private static List<Step> one(Part part) {
		return List.of(new Step("", part));
	}


	private static List<Step> preprocessed(List<Step> steps, Layout in) {
		return steps.isEmpty() ? one(Part.of(new Operation.Identity(), in)) : steps;
	}

	private static Part unsupported(Fields vertex, Layout in) {
		return Part.unsupported(vertex, "is a " + Names.legible(vertex.kind()) + " of DeepLearning4J", in, WITHOUT_WEIGHTS.contains(vertex.kind()) ? 0 : -1);
	}

	private static Part joined(Fields vertex, List<Layout> in) {
		Joined joined = switch (vertex.word("op", "")) {
			case "Add" -> Joined.ADD;
			case "Subtract" -> Joined.SUBTRACT;
			case "Product" -> Joined.MULTIPLY;
			case "Average" -> Joined.AVERAGE;
			case "Max" -> Joined.MAXIMUM;
			default -> throw vertex.wrong("op");
		};
		return merge(vertex, in, joined, -1);
	}

	private static Part merged(Fields vertex, List<Layout> in) {
		int axis = vertex.has("mergeAxis") ? vertex.whole("mergeAxis", -Byte.MAX_VALUE) : 1;
		Layout layout = in.get(0);
		if (axis < 0) axis += 1 + layout.rank();
		if (axis < 0 || layout != Layout.OTHER && axis > layout.rank()) throw vertex.wrong("mergeAxis");
		int inGraph = layout.toGraph(axis);
		return merge(vertex, in, Joined.CONCATENATE, inGraph == layout.rank() ? -1 : inGraph);
	}

	private static Part merge(Fields vertex, List<Layout> in, Joined joined, int axis) {
		Layout layout = in.get(0);
		if (in.stream().anyMatch(other -> other.rank() > 1 && layout.rank() > 1 && other.channelsFirst() != layout.channelsFirst())) return //
			Part.unsupported(vertex, "joins data in different orders of the axes", layout, 0);
		return Part.of(in.size() == 1 ? new Operation.Identity() : new Operation.Merge(joined, axis), layout);
	}

	/** The first edge is the batch. */
	private static List<Step> reshaped(Fields vertex, Layout in, Layout out) {
		int[] shape = vertex.wholes("newShape", -1);
		String order = vertex.word("reshapeOrder", "c");
		if (shape.length < 2) throw vertex.wrong("newShape");
		if (!order.equals("c")) return one(Part.unsupported(vertex, "reshapes in Fortran order", Layout.OTHER, 0));
		int[] sample = Arrays.copyOfRange(shape, 1, shape.length);
		return Dl4jPreprocessors.reshaped(in, sample, out != null && out.rank() == sample.length ? out : Layout.NCHW.ofRank(sample.length));
	}
}
