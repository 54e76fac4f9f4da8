package tintype.nn;

import java.util.Map;

import tintype.Setting;
import tintype.color.AbGrid;
import tintype.color.AnnealedMean;
import tintype.color.Rebalance;

/**
 * What a model is, how it was made and how it scored. Travels inside the model
 * file as {@code tintype.json}.
 *
 * @param name        short, for titles and menus
 * @param version     of the model
 * @param network     its architecture
 * @param edge        shorter edge in pixels at which a network that sees the scene
 *                    sees every picture; 0 for one that reads pixels as they are
 * @param activation  after each convolution but the last
 * @param batchNorm   whether batch normalisation stands before each activation
 * @param description what it can and cannot do, for the reader
 * @param licence     of the weights
 * @param citation    what to cite
 * @param created     day, ISO 8601
 * @param software    what made it
 * @param grid        centres of the Q bins
 * @param prior       smoothed share of the training pixels in each bin, sums to 1
 * @param lambda      uniform share in the rebalancing of the training, 0 to 1
 * @param temperature of the annealed mean for which the scores hold
 * @param decodings   how its settings colour; a setting that is not named follows
 *                    from temperature and lambda
 * @param training    pictures, settings, length of the training
 * @param scores      figures on pictures not trained on, by name
 */
public record ModelCard(String name, String version, Architecture network, int edge, Nonlinearity activation, boolean batchNorm,
	String description, String licence, String citation, String created, String software, AbGrid grid, double[] prior,
	double lambda, double temperature, Map<Setting, Decoding> decodings, Map<String, String> training, Map<String, Double> scores)
{

	/** Name and version. */
	public String title() {
		return name + " " + version;
	}

	/**
	 * How a setting colours. Unless the card says otherwise, vivid is what was
	 * trained, at the model's temperature; faithful is the mean, colours as likely as
	 * they are in nature.
	 */
	public Decoding decoding(Setting setting) {
		Decoding own = decodings.get(setting);
		if (own != null) return own;
		return switch (setting) {
			case VIVID -> new Decoding(temperature, 1, lambda);
			case FAITHFUL -> new Decoding(1, 1, 1);
		};
	}

	/** Turns logits of this model into colours, but for the saturation. */
	public AnnealedMean mean(Decoding decoding) {
		return new AnnealedMean(grid, decoding.temperature(), offsets(decoding));
	}

	/** Logarithms of the factors by which the bins become likelier with a decoding's lambda than in training; new. */
	public double[] offsets(Decoding decoding) {
		double[] offsets = new double[grid.size()];
		if (decoding.lambda() != lambda) {
			double[] wanted = Rebalance.weights(prior, decoding.lambda()), trained = Rebalance.weights(prior, lambda);
			for (int bin = 0; bin < offsets.length; bin++)
				offsets[bin] = Math.log(wanted[bin] / trained[bin]);
		}
		return offsets;
	}

	/** The same card of a model made on a day, with its scores and the temperature for which they hold. */
	public ModelCard made(String day, double newTemperature, Map<String, Double> newScores) {
		return new ModelCard(name, version, network, edge, activation, batchNorm, description, licence, citation, day, software, grid,
			prior, lambda, newTemperature, decodings, training, newScores);
	}
}
