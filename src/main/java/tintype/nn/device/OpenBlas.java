package tintype.nn.device;

import java.util.Optional;

import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

import com.sun.jna.Function;
import com.sun.jna.Pointer;

/**
 * What OpenBLAS tells of itself, asked directly: ND4J hands on only the number of threads,
 * and takes .7 ms to find the function again each time. ND4J must have been started.
 */
public final class OpenBlas {

	private static final Optional<Function> CONFIGURATION = function("openblas_get_config"), CORE = function("openblas_get_corename"),
			THREADS = function("openblas_get_num_threads"), SET_THREADS = function("openblas_set_num_threads");

	private OpenBlas() {}

	private static Optional<Function> function(String name) {
		try {
			return Optional.ofNullable(Loader.addressof(name)).map(found -> Function.getFunction(new Pointer(found.address())));
		}
		catch (LinkageError e) {
			return Optional.empty();
		}
	}

	/** Release and options in its own words; none if another library multiplies. */
	static Optional<String> configuration() {
		return CONFIGURATION.map(OpenBlas::string);
	}

	/** The kind of processor that its kernels are for, in its own words; none if another library multiplies. */
	public static Optional<String> core() {
		return CORE.map(OpenBlas::string);
	}

	private static String string(Function function) {
		return function.invokeString(new Object[0], false).strip();
	}

	/** How many threads a large product has, of OpenBLAS or whatever library ND4J multiplies with. */
	public static int threads() {
		return THREADS.map(function -> function.invokeInt(new Object[0])).orElseGet(() -> Nd4j.factory().blas().getMaxThreads());
	}

	/** Of the whole process. */
	public static void setThreads(int number) {
		SET_THREADS.ifPresentOrElse(function -> function.invokeVoid(new Object[] { number }), () -> Nd4j.factory().blas().setMaxThreads(number));
	}
}
