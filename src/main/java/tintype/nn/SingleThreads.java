package tintype.nn;

import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

import tintype.nn.device.OpenBlas;

/**
 * A time in which a Java thread computes without the help of native threads, so that
 * several can compute side by side, and the order of a sum does not hang on the number
 * of processors. Only the sum of 2048 values or more to one number, as of the losses of
 * a large batch, ND4J still takes in as many parts as there are processors, one part
 * after the other. What other threads of the JVM compute meanwhile has one thread of
 * ND4J and OpenBLAS, too.
 */
public final class SingleThreads implements AutoCloseable {

	/** The numbers are the process's, whoever changes them. */
	private static final Usual USUAL = new Usual();

	/** Whether only matrix products go without help. */
	private final boolean productsOnly;

	/** Begins. */
	public SingleThreads() {
		this(false);
	}

	private SingleThreads(boolean productsOnly) {
		Backend.start();
		this.productsOnly = productsOnly;
		USUAL.leave(productsOnly);
	}

	/** Begins a time in which matrix products have one thread of OpenBLAS; all else has as many as ever. */
	static SingleThreads ofProducts() {
		return new SingleThreads(true);
	}

	/** Does some work on the calling thread, of which OpenMP, and so oneDNN, keeps a number of its own. */
	public void run(Runnable work) {
		NativeOps natives = NativeOpsHolder.getInstance().getDeviceNativeOps();
		int usual = natives.ompGetMaxThreads();
		natives.setOmpNumThreads(1);
		try {
			work.run();
		}
		finally {
			natives.setOmpNumThreads(usual);
		}
	}

	/** Ends; call it once. When the last has ended, the numbers of threads are those of before. */
	@Override
	public void close() {
		USUAL.restore(productsOnly);
	}

	/** The numbers of threads before the first of those that are open. */
	private static final class Usual {

		private int open;
		private int openProducts;
		private int masters;
		private int blas;

		synchronized void leave(boolean productsOnly) {
			if (!productsOnly && open++ == 0) {
				masters = Nd4j.getEnvironment().maxMasterThreads();
				Nd4j.getEnvironment().setMaxMasterThreads(1);
			}
			if (openProducts++ == 0) {
				blas = OpenBlas.threads();
				OpenBlas.setThreads(1);
			}
		}

		synchronized void restore(boolean productsOnly) {
			if (!productsOnly && --open == 0) Nd4j.getEnvironment().setMaxMasterThreads(masters);
			if (--openProducts == 0) OpenBlas.setThreads(blas);
		}
	}
}
