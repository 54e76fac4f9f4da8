package tintype.nn.device;

import java.util.List;
import java.util.Set;

/**
 * A driver whose answers are given.
 *
 * @param failure   of the driver, thrown at the first question; null for none
 * @param version   1000 major + 10 minor
 * @param free      bytes, of each card
 * @param libraries that can be loaded
 */
record DriverStandIn(Throwable failure, int version, List<Gpu> gpus, long free, Set<String> libraries) implements Driver {

	static final Gpu T4 = new Gpu(0, "NVIDIA T4", 7, 5, 15L << 30);

	static final Set<String> RUNTIMES = Set.of("libcudart.so.11.0", "libcublasLt.so.11", "libcublas.so.11", "libcusolver.so.11");

	/** A driver of CUDA 11.6 with these cards, each with 8 GB free, and all of CUDA installed. */
	static DriverStandIn with(Gpu... gpus) {
		return new DriverStandIn(null, 11060, List.of(gpus), 8L << 30, RUNTIMES);
	}

	/** A driver that fails when it is asked. */
	static DriverStandIn failing(Throwable failure) {
		return new DriverStandIn(failure, 0, List.of(), 0, Set.of());
	}

	/** Nobody may ask it. */
	static Driver unasked() {
		return failing(new AssertionError("The driver was asked"));
	}

	DriverStandIn ofVersion(int other) {
		return new DriverStandIn(failure, other, gpus, free, libraries);
	}

	DriverStandIn withFree(long other) {
		return new DriverStandIn(failure, version, gpus, other, libraries);
	}

	DriverStandIn withLibraries(Set<String> others) {
		return new DriverStandIn(failure, version, gpus, free, others);
	}

	/** The accessor of the record is the question. */
	@Override
	public int version() {
		if (failure instanceof Error error) throw error;
		if (failure instanceof RuntimeException exception) throw exception;
		return version;
	}

	@Override
	public long freeMemory(Gpu gpu) {
		return free;
	}

	@Override
	public boolean loads(String library) {
		return libraries.contains(library);
	}
}
