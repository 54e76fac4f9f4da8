package tintype.nn;

import java.util.Map;

import tintype.color.AbGrid;

/**
 * What a model is, how it was made and how it scored. Travels inside the model
 * file as {@code tintype.json}.
 *
 * @param name        short, for titles and menus
 * @param version     of the model
 * @param network     its architecture; {@value #COLOR_NET} so far
 * @param activation  after each convolution but the last
 * @param batchNorm   whether batch normalisation stands before each activation
 * @param description what it can and cannot do, for the reader
 * @param licence     of the weights
 * @param citation    what to cite
 * @param created     day, ISO 8601
 * @param software    what made it
 * @param grid        centres of the Q bins
 * @param prior       smoothed share of the training pixels in each bin, sums to 1
 * @param lambda      uniform share in the rebalancing, 0 to 1
 * @param temperature of the annealed mean for which the scores hold
 * @param training    pictures, settings, length of the training
 * @param scores      figures on pictures not trained on, by name
 */
public record ModelCard(String name, String version, String network, Nonlinearity activation, boolean batchNorm,
	String description, String licence, String citation, String created, String software, AbGrid grid, double[] prior,
	double lambda, double temperature, Map<String, String> training, Map<String, Double> scores)
{

	/** The network of the source posts, {@link ColorNet}. */
	public static final String COLOR_NET = "ColorNet";

	/** Name and version. */
	public String title() {
		return name + " " + version;
	}

	/** A temperature to colour with: the wanted one, or for 0 the model's own. */
	public double temperature(double wanted) {
		return wanted == 0 ? temperature : wanted;
	}

	/** The same card of a model made on a day, with its scores and the temperature for which they hold. */
	public ModelCard made(String day, double newTemperature, Map<String, Double> newScores) {
		return new ModelCard(name, version, network, activation, batchNorm, description, licence, citation, day, software, grid,
			prior, lambda, newTemperature, training, newScores);
	}
}
