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
import org.nd4j.shade.jackson.annotation.JsonInclude;
import org.nd4j.shade.jackson.annotation.JsonProperty;

import tintype.TintypeException;

/**
 * The randomized ReLU of Xu et al. 2015 (arXiv 1505.00853) as a layer of a
 * DeepLearning4J network. Negative elements get a slope of their own in each
 * training pass: 1 / a (dividing, as in the paper) or a (multiplying, as in most
 * libraries), with a from U(lower, upper), or share one per layer and pass.
 * Afterwards a is the mean of the bounds. Only settings; the sample is in {@link RReLULayer}.
 */
public final class RReLU extends NoParamLayer {

	private static final long serialVersionUID = 1;

	private final double lower;
	private final double upper;
	private final boolean dividing;
	private final boolean sharing;

	@JsonCreator
	private RReLU(@JsonProperty("lower") double lower, @JsonProperty("upper") double upper, @JsonProperty("dividing") boolean dividing,
		@JsonProperty("sharing") boolean sharing)
	{
		if (!(lower > 0 && lower <= upper && upper < Double.POSITIVE_INFINITY)) throw new TintypeException( //
			"The bounds of RReLU are " + lower + " and " + upper + ": choose two positive numbers, the lower one first.");
		this.lower = lower;
		this.upper = upper;
		this.dividing = dividing;
		this.sharing = sharing;
	}

	/** x / a for x &lt; 0; the paper's bounds are 3 and 8. */
	public static RReLU dividing(double lower, double upper) {
		return new RReLU(lower, upper, true, false);
	}

	/** a x for x &lt; 0; the usual bounds are 1/8 and 1/3. */
	public static RReLU multiplying(double lower, double upper) {
		return new RReLU(lower, upper, false, false);
	}

	/**
	 * a x for x &lt; 0, with one a for all elements of a pass. So the program of the
	 * source post has it, with a from U(3, 8).
	 */
	public static RReLU sharing(double lower, double upper) {
		return new RReLU(lower, upper, false, true);
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

	/** Whether all elements of a pass have the same a. Files from before there was a choice do not name it. */
	@JsonInclude(JsonInclude.Include.NON_DEFAULT)
	public boolean isSharing() {
		return sharing;
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
		return other instanceof RReLU o && super.equals(o) && lower == o.lower && upper == o.upper && dividing == o.dividing && sharing == o.sharing;
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), lower, upper, dividing, sharing);
	}

	@Override
	public String toString() {
		return "RReLU(" + (dividing ? "x / " : "x * ") + "U(" + lower + ", " + upper + ")" + (sharing ? ", one for all" : "") + ")";
	}
}
