package tintype.nn;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

import tintype.TintypeException;
import tintype.nn.device.CoreType;
import tintype.nn.device.DeviceChoice;
import tintype.nn.device.GpuStart;
import tintype.nn.winograd.Chain;
import tintype.nn.winograd.PlaneMemory;

/**
 * Starts ND4J, once per JVM, in the one way that works in every host.
 * <p>
 * Everything that touches ND4J goes through {@link #start()} first:
 * ND4J looks for its engine through the class loader it is told before its
 * first use (plain ImageJ sets none), and JavaCPP reads its memory limits once.
 */
public final class Backend {

	private static final double SHARE_OF_MEMORY = 0.5;
	private static final double SHARE_OF_MEMORY_WITH_HEAP = 0.9;

	private static final long SEED_FOR_ZERO = 1L << 32;

	/** Whether ND4J has been started; as a class's initialisation can't be asked for. */
	private static final AtomicBoolean RUNS = new AtomicBoolean();

	private Backend() {}

	/**
	 * Starts ND4J if it has not been started. Cheap afterwards; safe from any
	 * thread.
	 *
	 * @throws TintypeException if the native libraries do not load, or a GPU fails
	 */
	public static void start() {
		Started.check();
	}

	/**
	 * The device that runs the networks, in words, e.g. "CPU, 2 threads, oneDNN" or
	 * "GPU NVIDIA T4 (capability 7.5)".
	 */
	public static String description() {
		if (device().gpu()) return "GPU " + device().names();
		int threads = threads();
		return "CPU, " + threads + (threads == 1 ? " thread, " : " threads, ") + (hasOneDnn() ? "oneDNN" : "without oneDNN");
	}

	/** The device that runs the networks, and why. */
	public static DeviceChoice device() {
		start();
		return Started.DEVICE;
	}

	/**
	 * Why the device is not the one that its user may have expected: a sentence, or
	 * nothing. Never starts ND4J.
	 */
	public static String remark() {
		return RUNS.get() && device().surprise() ? device().reason() : "";
	}

	/** Most threads that ND4J uses at a time: the processors', or what the environment variable OMP_NUM_THREADS says; 1 on a GPU. */
	public static int threads() {
		return device().gpu() ? 1 : Nd4j.getEnvironment().maxThreads();
	}

	/** Threads that a computation may use on its own: as many as ND4J uses at present, 1 within {@link SingleThreads}. */
	static int threadsAtPresent() {
		return Math.min(threads(), Nd4j.getEnvironment().maxMasterThreads());
	}

	/**
	 * The seed to give ND4J so that the same numbers come each time: ND4J takes 0
	 * for the time of day, so 0 becomes another number; all others stay.
	 */
	public static long seed(long seed) {
		return seed == 0 ? SEED_FOR_ZERO : seed;
	}

	/**
	 * Makes each layer of a network fast, as {@link #accelerated(Layer)}. Does nothing
	 * for networks in double precision.
	 *
	 * @return the same network
	 */
	static ComputationGraph accelerated(ComputationGraph network) {
		if (network.params().dataType() != DataType.FLOAT) return network;
		PlaneMemory shared = new PlaneMemory();
		for (var layer : network.getLayers()) {
			accelerated(layer);
			if (layer.getHelper() instanceof MKLDNNConvHelper && hasFastProducts() && ConvolutionKernel.suits(((ConvolutionLayer) layer).layerConf()))
				setHelper(ConvolutionLayer.class, layer, new ConvolutionKernel(((ConvolutionLayer) layer).layerConf(), shared));
		}
		return network;
	}

	/**
	 * Gives a convolution the oneDNN path, about ten times as fast as the one
	 * DeepLearning4J 1.0.0-M2.1 chooses: its own switch looks for a class that this
	 * release does not have. Leaves it as it is where the natives hold no oneDNN, and
	 * where it is dilated, at which oneDNN fails. One that is a mere product of matrices
	 * becomes a {@link ConvolutionKernel}, in two thirds of oneDNN's time. Batch normalisation becomes
	 * {@link BatchNormKernel} on any CPU; DeepLearning4J's own ways take two to
	 * fifteen times as long in training, and one keeps two copies of its input until a
	 * garbage collection. Other layers stay as they are.
	 *
	 * @param layer in single precision; what it then keeps {@link #free} frees
	 * @return the same layer
	 */
	public static <L extends Layer> L accelerated(L layer) {
		if (layer.getClass() == ConvolutionLayer.class && hasOneDnn() && !isDilated((ConvolutionLayer) layer))
			setHelper(ConvolutionLayer.class, layer, helper(((ConvolutionLayer) layer).layerConf()));
		if (layer instanceof BatchNormalization && !device().gpu()) setHelper(BatchNormalization.class, layer, new BatchNormKernel());
		return layer;
	}

	private static MKLDNNConvHelper helper(org.deeplearning4j.nn.conf.layers.ConvolutionLayer settings) {
		boolean product = hasFastProducts() && ConvolutionKernel.suitsAsProduct(settings);
		return product ? new ConvolutionKernel(settings, new PlaneMemory()) : new MKLDNNConvHelper(DataType.FLOAT);
	}

	/** Frees what a layer keeps to be fast; it can be used again. */
	public static void free(Layer layer) {
		if (layer.getHelper() instanceof ConvolutionKernel kernel) kernel.close();
	}

	private static boolean isDilated(ConvolutionLayer layer) {
		return Arrays.stream(layer.layerConf().getDilation()).anyMatch(step -> step > 1);
	}

	private static void setHelper(Class<?> type, Object layer, Object value) {
		try {
			Field helper = type.getDeclaredField("helper");
			helper.setAccessible(true);
			helper.set(layer, value);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException("This DeepLearning4J keeps the helper of a layer elsewhere", e);
		}
	}

	/** Whether the networks run on a CPU whose natives were built with oneDNN. */
	public static boolean hasOneDnn() {
		start();
		return Started.ONE_DNN;
	}

	/** Whether the networks run on a CPU for which OpenBLAS multiplies matrices: that is what {@link tintype.nn.winograd} takes. */
	static boolean hasFastProducts() {
		return !device().gpu() && Chain.isPossible();
	}

	/** Class initialisation happens once, under a lock of the JVM's own. */
	private static final class Started {

		private static final boolean ONE_DNN;
		private static final DeviceChoice DEVICE;
		private static final Throwable FAILURE;

		static {
			boolean oneDnn = false;
			DeviceChoice device = null;
			Throwable failure = null;
			try {
				prepare();
				device = GpuStart.start();
				oneDnn = !device.gpu() && NativeOpsHolder.getInstance().getDeviceNativeOps().buildInfo().contains("ONEDNN");
			}
			catch (Exception | LinkageError e) {
				failure = e;
			}
			ONE_DNN = oneDnn;
			DEVICE = device;
			FAILURE = failure;
			RUNS.set(failure == null);
		}

		static void check() {
			if (FAILURE instanceof TintypeException) throw new TintypeException(FAILURE.getMessage(), FAILURE);
			if (FAILURE != null) throw new TintypeException( //
				"The native libraries of ND4J could not be loaded on " + System.getProperty("os.name") + " " + //
					System.getProperty("os.arch") + ": install the Tintype build for this platform and restart.", FAILURE);
		}

		private static void prepare() {
			ND4JClassLoading.setNd4jClassloaderFromClass(Backend.class);
			setIfAbsent("org.nd4j.log.initialization", "false");
			CoreType.tell();
			long memory = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
			setIfAbsent("org.bytedeco.javacpp.maxbytes", bytes(SHARE_OF_MEMORY * memory));
			setIfAbsent("org.bytedeco.javacpp.maxphysicalbytes", bytes(SHARE_OF_MEMORY_WITH_HEAP * memory));
		}

		private static String bytes(double count) {
			return Long.toString((long) count);
		}

		private static void setIfAbsent(String property, String value) {
			if (System.getProperty(property) == null) System.setProperty(property, value);
		}
	}
}
