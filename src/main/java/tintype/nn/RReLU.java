package tintype.nn;

import java.util.Collection;
import java.util.Objects;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.NoParamLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

import tintype.TintypeException;

/**
 * The randomized ReLU of Xu et al. 2015 (arXiv 1505.00853) as a layer of a
 * DeepLearning4J network. Negative elements get a slope of their own in each
 * training pass: 1 / a (dividing, as in the paper) or a (multiplying, as in most
 * libraries), with a from U(lower, upper). Afterwards a is the mean of the bounds.
 * Only settings; the sample is in {@link RReLULayer}.
 */
public final class RReLU extends NoParamLayer {

	private static final long serialVersionUID = 1;

	private final double lower;
	private final double upper;
	private final boolean dividing;

	@JsonCreator
	private RReLU(@JsonProperty("lower") double lower, @JsonProperty("upper") double upper, @JsonProperty("dividing") boolean dividing) {
		if (!(lower > 0 && lower <= upper && upper < Double.POSITIVE_INFINITY)) throw new TintypeException( //
			"The bounds of RReLU are " + lower + " and " + upper + ": choose two positive numbers, the lower one first.");
		this.lower = lower;
		this.upper = upper;
		this.dividing = dividing;
	}

	/** x / a for x &lt; 0; the paper's bounds are 3 and 8. */
	public static RReLU dividing(double lower, double upper) {
		return new RReLU(lower, upper, true);
	}

	/** a x for x &lt; 0; the usual bounds are 1/8 and 1/3. */
	public static RReLU multiplying(double lower, double upper) {
		return new RReLU(lower, upper, false);
	}

	/** Least a, above 0. */
	public double getLower() {
		return lower;
	}

	/** Largest a. */
	public double getUpper() {
		return upper;
	}

	/** Whether a divides. */
	public boolean isDividing() {
		return dividing;
	}

	/** The slope after training: that of the mean a, not the mean of the slopes. */
	double testSlope() {
		double mean = (lower + upper) / 2;
		return dividing ? 1 / mean : mean;
	}

	@Override
	public Layer instantiate(NeuralNetConfiguration conf, Collection<TrainingListener> listeners, int index, INDArray parameters,
		boolean initialize, DataType type)
	{
		RReLULayer layer = new RReLULayer(conf, type);
		layer.setListeners(listeners);
		layer.setIndex(index);
		return layer;
	}

	@Override
	public InputType getOutputType(int index, InputType input) {
		return input;
	}

	@Override
	public InputPreProcessor getPreProcessorForInputType(InputType input) {
		return null;
	}

	/** A training pass keeps one slope per element. */
	@Override
	public LayerMemoryReport getMemoryReport(InputType input) {
		return new LayerMemoryReport.Builder(layerName, RReLU.class, input, input) //
			.standardMemory(0, 0).workingMemory(0, 0, 0, input.arrayElementsPerExample()) //
			.cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS).build();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RReLU o && super.equals(o) && lower == o.lower && upper == o.upper && dividing == o.dividing;
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), lower, upper, dividing);
	}

	@Override
	public String toString() {
		return "RReLU(" + (dividing ? "x / " : "x * ") + "U(" + lower + ", " + upper + "))";
	}
}
