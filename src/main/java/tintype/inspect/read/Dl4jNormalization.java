package tintype.inspect.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tintype.inspect.Activation;
import tintype.inspect.Operation;

/** Batch normalisation, and PReLU with its learned slopes. */
final class Dl4jNormalization {

	private static final String VARIANCE = "variance";

	private Dl4jNormalization() {}

	/**
	 * The file keeps gamma, beta, mean, and the variance or the decimal logarithm of its
	 * root. Numbers that stand for gamma and beta in the configuration are used by
	 * DeepLearning4J only where both say something.
	 */
	static Part batch(Fields layer, Layout in) {
		int channels = layer.whole("nout", 1);
		boolean locked = layer.flag("lockGammaBeta", false);
		List<StoredWeight> weights = new ArrayList<>();
		if (!locked) {
			weights.add(StoredWeight.vector("gamma", channels));
			weights.add(StoredWeight.vector("beta", channels));
		}
		weights.add(StoredWeight.vector("mean", channels).fixed());
		StoredWeight variance = StoredWeight.vector(VARIANCE, channels).fixed();
		weights.add(layer.flag("useLogStd", false) ? variance.meaning(logarithm -> Math.pow(10, 2 * logarithm)) : variance);
		Part part = Part.of(new Operation.BatchNormalization(layer.number("eps")), in).with(weights);
		String named = layer.inner("activationFn").kind();
		return named.isEmpty() || named.equals("ActivationIdentity") ? part //
			: part.noted("The activation that its settings name, " + Names.legible(named) + ", is never applied by DeepLearning4J.");
	}

	/** What follows a batch normalisation whose gamma and beta are settings; null if nothing does. */
	static Part lockedScale(Fields layer, Layout in) {
		if (!layer.kind().equals("BatchNormalization") || !layer.flag("lockGammaBeta", false)) return null;
		double gamma = layer.number("gamma", 1), beta = layer.number("beta", 0);
		return gamma == 1 || beta == 0 ? null : Part.of(new Operation.Rescaling(gamma, beta), in);
	}

	/** One alpha for each element of an axis that is not shared; in the file in Fortran order. */
	static Part prelu(Fields layer, Layout in) {
		int[] edges = layer.wholes("inputShape", 1);
		if (layer.has("sharedAxes")) for (int axis : layer.wholes("sharedAxes", 1)) {
			if (axis > edges.length) throw layer.wrong("sharedAxes");
			edges[axis - 1] = 1;
		}
		Layout layout = edges.length == in.rank() ? in : Layout.NCHW.ofRank(edges.length);
		if (layout == Layout.OTHER) throw layer.wrong("inputShape");
		int[] shape = new int[edges.length], axes = layout.toFile().length == 0 ? new int[0] : layout.toGraph();
		for (int i = 0; i < edges.length; i++) {
			shape[i] = edges[edges.length - 1 - i];
			axes[i] = edges.length - axes[i];
		}
		StoredWeight alpha = StoredWeight.of("alpha", shape, axes);
		return new Part(new Operation.Identity(), new Activation.PRelu(), List.of(alpha), "", in, 0);
	}

	/** {@code tintype.nn.ChannelPReLU}: one alpha for each channel. */
	static Part channelPrelu(Fields layer, Layout in) {
		int channels = layer.wholes("inputShape", 1, 1)[0];
		int[] shape = new int[Math.max(1, in.rank())];
		Arrays.fill(shape, 1);
		shape[shape.length - 1] = channels;
		StoredWeight alpha = StoredWeight.vector("alpha", channels).shaped(shape);
		return new Part(new Operation.Identity(), new Activation.PRelu(), List.of(alpha), "", in, 0);
	}
}
