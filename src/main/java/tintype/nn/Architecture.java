package tintype.nn;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;

import tintype.Labelled;

/** The networks that Tintype builds, by the name that a model's card gives. */
public enum Architecture implements Labelled {

	/** The network of the source posts: each pixel from its 17 x 17 surroundings; see {@link ColorNet}. */
	COLOR_NET("ColorNet", ColorNet.HALO, 1) {

		@Override
		public ComputationGraph create(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater) {
			return ColorNet.create(bins, activation, batchNorm, seed, updater);
		}

		@Override
		ComputationGraph of(int bins, Nonlinearity activation, boolean batchNorm, INDArray parameters) {
			return ColorNet.of(bins, activation, batchNorm, parameters);
		}

		@Override
		long parameterCount(int bins, Nonlinearity activation, boolean batchNorm) {
			return ColorNet.parameterCount(bins, activation, batchNorm);
		}
	},

	/** Sees the whole scene, made small; see {@link SceneNet}. */
	SCENE_NET("SceneNet", 0, SceneNet.CELL) {

		@Override
		public ComputationGraph create(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater) {
			return SceneNet.create(bins, activation, batchNorm, seed, updater);
		}

		@Override
		ComputationGraph of(int bins, Nonlinearity activation, boolean batchNorm, INDArray parameters) {
			return SceneNet.of(bins, activation, batchNorm, parameters);
		}

		@Override
		long parameterCount(int bins, Nonlinearity activation, boolean batchNorm) {
			return SceneNet.parameterCount(bins, activation, batchNorm);
		}
	};

	private final String label;
	private final int halo;
	private final int cell;

	Architecture(String label, int halo, int cell) {
		this.label = label;
		this.halo = halo;
		this.cell = cell;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws tintype.TintypeException if there is none of this label */
	public static Architecture of(String label) {
		return Labelled.of(Architecture.class, "network", label);
	}

	/** Pixels on each side that the network reads but does not colour. */
	public int halo() {
		return halo;
	}

	/** Edge in input pixels of a cell, for which there is one distribution. */
	public int cell() {
		return cell;
	}

	/**
	 * Whether the network wants to see a picture whole, at a size of its own;
	 * otherwise it reads pixels as they are, part by part.
	 */
	public boolean seesScene() {
		return this == SCENE_NET;
	}

	/**
	 * A new network with random weights.
	 *
	 * @param bins       Q, {@link ColorNet#FEWEST_BINS} to
	 *                   {@link ColorNet#MOST_BINS}
	 * @param activation after each convolution but the last
	 * @param batchNorm  whether maps are normalised before it
	 * @param seed       of the weights; the same seed gives the same network
	 * @param updater    how a training step changes the weights
	 */
	public abstract ComputationGraph create(int bins, Nonlinearity activation, boolean batchNorm, long seed, IUpdater updater);

	/**
	 * A network with known weights, to be used and not trained. None are drawn, which would
	 * take longer than all else.
	 *
	 * @param parameters [1, {@link #parameterCount}]; not copied, and freed with the network
	 */
	abstract ComputationGraph of(int bins, Nonlinearity activation, boolean batchNorm, INDArray parameters);

	/**
	 * Lets a new network begin with what is known before any picture is seen.
	 *
	 * @param shares of the bins in its training, as weighted; a network of the source
	 *               posts begins without them
	 */
	public void expect(ComputationGraph network, double[] shares) {
		if (seesScene()) SceneNet.expect(network, shares);
	}

	/** Number of parameters, running means included, known before anything is allocated. */
	abstract long parameterCount(int bins, Nonlinearity activation, boolean batchNorm);
}
