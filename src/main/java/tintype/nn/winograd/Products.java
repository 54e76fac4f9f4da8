package tintype.nn.winograd;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Set;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

import tintype.nn.device.OpenBlas;

/**
 * Products of the matrices of two spectra, pair by pair, on the calling thread if
 * OpenBLAS has one. Of a tile's spectrum, rows are tiles and columns channels.
 */
final class Products {

	/** Whether OpenBLAS is there. */
	static final boolean ARE_POSSIBLE = isLoaded();

	/** OpenBLAS's names of processors for which it has kernels for small products. */
	private static final Set<String> WITH_SMALL_KERNELS = Set.of("SkylakeX", "Cooperlake", "SapphireRapids");

	/** Multiplications of a product up to which OpenBLAS takes these kernels, which are faster. */
	private static final int SMALL = 1_000_000;

	/** In matrices of fewer rows these kernels are no faster. */
	private static final int FEWEST_ROWS = 32;

	private Products() {}

	private static boolean isLoaded() {
		try {
			Loader.load(openblas_nolapack.class);
			return true;
		}
		catch (LinkageError e) {
			System.getLogger(Products.class.getName()).log(System.Logger.Level.DEBUG, "OpenBLAS is missing", e);
			return false;
		}
	}

	/** c = a b, with a [tiles, inputs] and b [inputs, outputs]. */
	static void multiply(Spectrum a, Spectrum b, Spectrum c, int tiles, int inputs, int outputs) {
		multiply(a, b, c, tiles, inputs, outputs, parts(tiles, inputs, outputs));
	}

	/** @param parts of the tiles, to be multiplied one after the other */
	static void multiply(Spectrum a, Spectrum b, Spectrum c, int tiles, int inputs, int outputs, int parts) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			for (int part = 0; part < parts; part++) {
				int row = tiles * part / parts, rows = tiles * (part + 1) / parts - row;
				cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, outputs, inputs, 1, a.matrix(pair, row * inputs), inputs, b.matrix(pair, 0),
					outputs, 0, c.matrix(pair, row * outputs), outputs);
			}
	}

	/** b = a' c, the gradient of b. */
	static void ofKernels(Spectrum a, Spectrum c, Spectrum b, int tiles, int inputs, int outputs) {
		ofKernels(a, c, b, tiles, inputs, outputs, parts(tiles, inputs, outputs));
	}

	/** @param parts of the tiles, whose products are added one after the other */
	static void ofKernels(Spectrum a, Spectrum c, Spectrum b, int tiles, int inputs, int outputs, int parts) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			for (int part = 0; part < parts; part++) {
				int row = tiles * part / parts, rows = tiles * (part + 1) / parts - row;
				cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, inputs, outputs, rows, 1, a.matrix(pair, row * inputs), inputs,
					c.matrix(pair, row * outputs), outputs, part == 0 ? 0 : 1, b.matrix(pair, 0), outputs);
			}
	}

	/** Whether products of rows by a matrix [inputs, outputs] are cut into small ones, whose factors OpenBLAS does not copy first. */
	static boolean areSmall(int inputs, int outputs) {
		return OfOpenBlas.HAS_SMALL_KERNELS && SMALL / (inputs * outputs) >= FEWEST_ROWS;
	}

	/** In how many products to take one so that each is small, where that makes it faster. */
	private static int parts(int tiles, int inputs, int outputs) {
		return OfOpenBlas.HAS_SMALL_KERNELS ? smallParts(tiles, inputs, outputs) : 1;
	}

	static int smallParts(int tiles, int inputs, int outputs) {
		int most = SMALL / (inputs * outputs);
		return most < FEWEST_ROWS ? 1 : (tiles + most - 1) / most;
	}

	/** Found out when it has been loaded. */
	private static final class OfOpenBlas {

		static final boolean HAS_SMALL_KERNELS = OpenBlas.core().filter(WITH_SMALL_KERNELS::contains).isPresent();
	}
}
