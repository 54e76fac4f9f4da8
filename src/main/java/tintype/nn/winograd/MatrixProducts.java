package tintype.nn.winograd;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;

/** Products of single matrices that lie row by row, on the calling thread if OpenBLAS has one. */
final class MatrixProducts {

	private MatrixProducts() {}

	/** c = a b, with a [rows, inner] and b [inner, columns]. */
	static void multiply(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
		cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, columns, inner, 1, a, inner, b, columns, 0, c, columns);
	}

	/** c += a b, with rows of b and c that begin so many elements after each other. */
	static void add(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns, int distance) {
		cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, columns, inner, 1, a, inner, b, distance, 1, c, distance);
	}

	/** c = a' b, with a [inner, rows] and b [inner, columns]. */
	static void multiplyFirstTurned(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
		cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, rows, columns, inner, 1, a, rows, b, columns, 0, c, columns);
	}

	/** c = a b', with a [rows, inner] and b [columns, inner]. */
	static void multiplySecondTurned(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
		cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, inner, 1, a, inner, b, inner, 0, c, columns);
	}

	/** c += a b', likewise. */
	static void addSecondTurned(FloatPointer a, FloatPointer b, FloatPointer c, int rows, int inner, int columns) {
		cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, inner, 1, a, inner, b, inner, 1, c, columns);
	}
}
