package tintype.nn.device;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tintype.TintypeException;

/**
 * The device that runs the networks of this JVM, and why.
 *
 * @param gpus     the cards, all that CUDA lists; none for the CPU
 * @param reason   a sentence, perhaps with another that says what to do
 * @param surprise whether its user may have expected another device, so that the
 *                reason should be told unasked
 */
public record DeviceChoice(List<String> gpus, String reason, boolean surprise) {

	/** For CUDA, its libraries, the largest of ND4J's buffers and one picture. */
	private static final long LEAST_FREE = 1L << 30;

	private static final double GIGABYTE = 1L << 30;

	/** The choice for this JVM: made when first asked, and never another. */
	public static DeviceChoice current() {
		return Settled.CHOICE;
	}

	/** Whether a GPU is to run the networks. */
	public boolean gpu() {
		return !gpus.isEmpty();
	}

	/** The cards in words. */
	public String names() {
		return String.join(" and ", gpus);
	}

	/** Asks nothing of the driver unless the wish and the jars allow a GPU; fails never. */
	static DeviceChoice of(DeviceWish wish, CudaJars jars, CrashNotes notes, Driver driver) {
		if (wish.cpu()) return cpu(wish.reason(), "", wish.wrong());
		if (!jars.present()) return cpu("no CUDA build of ND4J is installed", "", false);
		try {
			requireComplete(jars);
			requireNoCrash(notes);
			List<Gpu> gpus = usable(driver);
			requireRuntimes(jars, driver);
			notes.prepare();
			List<String> names = gpus.stream().map(Gpu::words).toList();
			return new DeviceChoice(names, "ND4J " + MachineCode.ND4J + " supports " + String.join(" and ", names) + ".", false);
		}
		catch (Unusable e) {
			return cpu(e.getMessage(), e.advice, true);
		}
		catch (IOException | RuntimeException | LinkageError e) {
			// Such as the LinkageError of a JNA older than this was built with.
			return cpu("asking for a GPU failed (" + e + ")", "", true);
		}
	}

	/** The CPU after all, as ND4J did not take the GPU that it was given. */
	static DeviceChoice refused(DeviceChoice choice) {
		return cpu("ND4J itself refused " + choice.names(), "", true);
	}

	/**
	 * Lets the next start try the GPU again that did not come back.
	 *
	 * @return whether there was anything to forget
	 * @throws TintypeException if a note can't be deleted
	 */
	public static boolean forgetCrashes() {
		try {
			return CrashNotes.ofUser().forget() > 0;
		}
		catch (IOException e) {
			throw new TintypeException("The note of a failed start on the GPU can't be deleted (" + e + "): delete it yourself.", e);
		}
	}

	private static DeviceChoice cpu(String reason, String advice, boolean surprise) {
		String sentence = Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ", using the CPU.";
		return new DeviceChoice(List.of(), advice.isEmpty() ? sentence : sentence + " " + advice, surprise);
	}

	private static void requireComplete(CudaJars jars) {
		if (!jars.missing().isEmpty()) throw new Unusable("ND4J's CUDA build is incomplete: " + String.join(", ", jars.missing()) + " is missing");
	}

	private static void requireNoCrash(CrashNotes notes) throws IOException {
		List<Path> left = notes.left();
		if (!left.isEmpty()) throw new Unusable("an earlier start on the GPU did not come back", "To try it again, tick Retry in Device Information, " +
			"or delete " + left.stream().map(Path::toString).collect(Collectors.joining(" and ")) + ", and restart.");
	}

	/** All cards, as ND4J sets up each that CUDA lists. */
	private static List<Gpu> usable(Driver driver) {
		int version = driver.version();
		List<Gpu> gpus = driver.gpus();
		if (gpus.isEmpty()) throw new Unusable("NVIDIA's driver finds no GPU");
		if (version < MachineCode.OLDEST_DRIVER) throw new Unusable("NVIDIA's driver is too old, as it runs CUDA " + cuda(version) +
			" at most and 11.0 is needed");
		for (Gpu gpu : gpus)
			if (!MachineCode.runsOn(gpu))
				throw new Unusable("GPU " + gpu.words() + " is not supported by ND4J " + MachineCode.ND4J, otherCard(gpu, gpus));
		for (Gpu gpu : gpus)
			requireFree(gpu, driver.freeMemory(gpu));
		return gpus;
	}

	private static String cuda(int version) {
		return version / 1000 + "." + version % 1000 / 10;
	}

	private static String otherCard(Gpu refused, List<Gpu> gpus) {
		return gpus.stream().filter(MachineCode::runsOn).findFirst().map(other -> "To use " + other.words() + ", hide " + refused.name() +
			" by the environment variable CUDA_VISIBLE_DEVICES=" + other.index() + ".").orElse("");
	}

	private static void requireFree(Gpu gpu, long free) {
		if (free < LEAST_FREE) throw new Unusable(String.format(Locale.ROOT, "GPU %s has only %.1f of its %.1f GB of memory free, and 1 GB is needed",
			gpu.words(), free / GIGABYTE, gpu.memory() / GIGABYTE), "Close other programs that use it, and restart.");
	}

	private static void requireRuntimes(CudaJars jars, Driver driver) {
		List<String> missing = jars.runtimes().stream().filter(library -> !driver.loads(library)).toList();
		if (!missing.isEmpty()) throw new Unusable("CUDA 11.6 is not installed completely: " + String.join(", ", missing) + " can't be loaded");
	}

	/** Made once, under a lock of the JVM's own. */
	private static final class Settled {

		static final DeviceChoice CHOICE = of(DeviceWish.current(), CudaJars.of(DeviceChoice.class.getClassLoader()), CrashNotes.ofUser(),
			new CudaDriver());
	}
}
