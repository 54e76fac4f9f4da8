package tintype.bench;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.io.IOException;

import org.bytedeco.javacpp.FloatPointer;

import tintype.nn.Backend;

/** The most that the machine multiplies: large square matrices, float32, by the OpenBLAS that comes with ND4J. */
final class GemmPeak implements Contender {

	private static final int EDGE = 2048;

	/** Of a product, an addition and a multiplication each counting one. */
	static final double OPERATIONS = 2.0 * EDGE * EDGE * EDGE;

	private final FloatPointer a = ones(), b = ones(), c = ones();

	private GemmPeak() {}

	public static void main(String[] args) throws IOException {
		Backend.start();
		Turns.take(new GemmPeak());
	}

	private static FloatPointer ones() {
		FloatPointer matrix = new FloatPointer((long) EDGE * EDGE);
		for (long i = 0; i < matrix.capacity(); i++)
			matrix.put(i, 1);
		return matrix;
	}

	@Override
	public String description() {
		return "Matrix product of OpenBLAS";
	}

	/** Multiplies once. @return an element of the product, which is the edge */
	@Override
	public double step() {
		cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, EDGE, EDGE, EDGE, 1, a, EDGE, b, EDGE, 0, c, EDGE);
		return c.get();
	}

	/** None. */
	@Override
	public float[][] parameters() {
		return new float[0][];
	}
}
