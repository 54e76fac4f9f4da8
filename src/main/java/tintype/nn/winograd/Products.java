package tintype.nn.winograd;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of the matrices of two spectra, pair by pair, on the calling thread if
 * OpenBLAS has one. Of a tile's spectrum, rows are tiles and columns channels.
 */
final class Products {

	/** Whether OpenBLAS is there. */
	static final boolean ARE_POSSIBLE = isLoaded();

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
	static void forward(Spectrum a, Spectrum b, Spectrum c, int tiles, int inputs, int outputs) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, tiles, outputs, inputs, 1, a.matrix(pair), inputs, b.matrix(pair), outputs, 0,
				c.matrix(pair), outputs);
	}

	/** a = c b', the gradient of a. */
	static void ofInputs(Spectrum c, Spectrum b, Spectrum a, int tiles, int inputs, int outputs) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, tiles, inputs, outputs, 1, c.matrix(pair), outputs, b.matrix(pair), outputs, 0,
				a.matrix(pair), inputs);
	}

	/** b = a' c, the gradient of b. */
	static void ofKernels(Spectrum a, Spectrum c, Spectrum b, int tiles, int inputs, int outputs) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, inputs, outputs, tiles, 1, a.matrix(pair), inputs, c.matrix(pair), outputs, 0,
				b.matrix(pair), outputs);
	}
}
