package tintype.study;

import java.util.List;
import java.util.stream.Stream;

import org.deeplearning4j.nn.conf.layers.Layer;

import tintype.Labelled;
import tintype.TintypeException;
import tintype.nn.ActivationLayers;
import tintype.nn.Nonlinearity;
import tintype.nn.RReLU;

/**
 * The activations that a study can compare: each {@link Nonlinearity}, and what
 * the program of the source post computes under the name of RReLU. PReLU learns
 * one alpha for each unit of a dense layer and each map of a convolution, from
 * 0.25.
 */
public enum StudyActivation implements Labelled {

	RELU("ReLU", Nonlinearity.RELU), //
	LRELU("LReLU", Nonlinearity.LRELU), //
	VERY_LEAKY("LReLU 5.5", Nonlinearity.VERY_LEAKY), //
	PRELU("PReLU", Nonlinearity.PRELU), //
	RRELU("RReLU", Nonlinearity.RRELU), //
	RRELU_MULTIPLIED("RReLU multiplied", Nonlinearity.RRELU_MULTIPLIED), //

	/**
	 * The post says x / a, its program computes a x for x &lt; 0: one a of U(3, 8)
	 * for each layer and batch, 5.5 in the test.
	 */
	RRELU_OF_POST("RReLU of the post's program", null), //

	ELU("ELU", Nonlinearity.ELU);

	private static final double LOWER = 3;
	private static final double UPPER = 8;

	private final String label;
	private final Nonlinearity nonlinearity;

	StudyActivation(String label, Nonlinearity nonlinearity) {
		this.label = label;
		this.nonlinearity = nonlinearity;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static StudyActivation of(String label) {
		return Labelled.of(StudyActivation.class, "activation", label);
	}

	/**
	 * Several activations.
	 *
	 * @param labels with commas between them
	 * @throws TintypeException if there is none of a label
	 */
	public static List<StudyActivation> list(String labels) {
		return Stream.of(labels.split(",")).map(String::strip).filter(label -> !label.isEmpty()).map(StudyActivation::of).toList();
	}

	/** A new layer for tensors [batch, channel] or [batch, channel, y, x]. */
	Layer layer(int channels) {
		return nonlinearity == null ? RReLU.sharing(LOWER, UPPER) : ActivationLayers.of(nonlinearity, channels);
	}

	/** The mean of f(x)&sup2; for a standard normal x: see {@link Nonlinearity#secondMoment()}. */
	double secondMoment() {
		if (nonlinearity != null) return nonlinearity.secondMoment();
		double squaredSlope = (LOWER * LOWER + LOWER * UPPER + UPPER * UPPER) / 3;
		return (1 + squaredSlope) / 2;
	}
}
