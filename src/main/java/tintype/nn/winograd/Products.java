package tintype.nn.winograd;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Products of the matrices of two spectra, pair by pair, on the calling thread if
 * OpenBLAS has one. Of a tile's spectrum, rows are tiles and columns channels.
 */
final class Products {

	/** Whether OpenBLAS is there. */
	static final boolean ARE_POSSIBLE = isLoaded();

	/** ND4J's number for AVX-512. */
	private static final int AVX_512 = 3;

	/** Multiplications of a product up to which OpenBLAS has faster kernels with AVX-512. */
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
	static void forward(Spectrum a, Spectrum b, Spectrum c, int tiles, int inputs, int outputs) {
		forward(a, b, c, tiles, inputs, outputs, parts(tiles, inputs, outputs));
	}

	/** @param parts of the rows, to be multiplied one after the other */
	static void forward(Spectrum a, Spectrum b, Spectrum c, int tiles, int inputs, int outputs, int parts) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			for (int part = 0; part < parts; part++) {
				int row = tiles * part / parts, rows = tiles * (part + 1) / parts - row;
				cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, outputs, inputs, 1, a.matrix(pair, row * inputs), inputs, b.matrix(pair, 0),
					outputs, 0, c.matrix(pair, row * outputs), outputs);
			}
	}

	/** a = c b', the gradient of a. */
	static void ofInputs(Spectrum c, Spectrum b, Spectrum a, int tiles, int inputs, int outputs) {
		ofInputs(c, b, a, tiles, inputs, outputs, parts(tiles, inputs, outputs));
	}

	/** @param parts of the rows, to be multiplied one after the other */
	static void ofInputs(Spectrum c, Spectrum b, Spectrum a, int tiles, int inputs, int outputs, int parts) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			for (int part = 0; part < parts; part++) {
				int row = tiles * part / parts, rows = tiles * (part + 1) / parts - row;
				cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, inputs, outputs, 1, c.matrix(pair, row * outputs), outputs, b.matrix(pair, 0),
					outputs, 0, a.matrix(pair, row * inputs), inputs);
			}
	}

	/** b = a' c, the gradient of b. */
	static void ofKernels(Spectrum a, Spectrum c, Spectrum b, int tiles, int inputs, int outputs) {
		for (int pair = 0; pair < Spectrum.PAIRS; pair++)
			cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, inputs, outputs, tiles, 1, a.matrix(pair, 0), inputs, c.matrix(pair, 0), outputs, 0,
				b.matrix(pair, 0), outputs);
	}

	/** In how many products to take one so that each is small, where that makes it faster. */
	private static int parts(int tiles, int inputs, int outputs) {
		return NativeOpsHolder.getInstance().getDeviceNativeOps().optimalLevel() < AVX_512 ? 1 : smallParts(tiles, inputs, outputs);
	}

	static int smallParts(int tiles, int inputs, int outputs) {
		int most = SMALL / (inputs * outputs);
		return most < FEWEST_ROWS ? 1 : (tiles + most - 1) / most;
	}
}
