package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tintype.nn.device.DriverStandIn.T4;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which device is taken, and what its user is told, on computers of all kinds. */
class DeviceChoiceTest {

	private static final DeviceWish AUTO = new DeviceWish(false, "", false);

	private static final CudaJars COMPLETE = new CudaJars(true, List.of(),
		List.of("libcudart.so.11.0", "libcublasLt.so.11", "libcublas.so.11", "libcusolver.so.11"));

	@TempDir
	Path folder;

	@Test
	void usableCardIsTaken() {
		DeviceChoice choice = choose(DriverStandIn.with(T4));
		assertTrue(choice.gpu());
		assertEquals("NVIDIA T4 (capability 7.5)", choice.names());
		assertFalse(choice.surprise());
	}

	/** The usual computer: nothing is asked and nothing is told unasked. */
	@Test
	void withoutCudaJarsNobodyIsAsked() {
		DeviceChoice choice = DeviceChoice.of(AUTO, new CudaJars(false, List.of(), List.of()), notes(), DriverStandIn.unasked());
		assertCpu("No CUDA build of ND4J is installed, using the CPU.", choice);
		assertFalse(choice.surprise());
	}

	@Test
	void preferenceForTheCpuAsksNobody() {
		DeviceChoice choice = DeviceChoice.of(new DeviceWish(true, "the preference in Device Information says so", false), COMPLETE, notes(),
			DriverStandIn.unasked());
		assertCpu("The preference in Device Information says so, using the CPU.", choice);
		assertFalse(choice.surprise());
	}

	@Test
	void noDriver() {
		assertSurprise("There is no NVIDIA driver (libcuda.so.1), using the CPU.",
			choose(DriverStandIn.failing(new Unusable("there is no NVIDIA driver (libcuda.so.1)"))));
	}

	@Test
	void driverWithoutDevice() {
		assertSurprise("NVIDIA's driver finds no GPU, using the CPU.", choose(DriverStandIn.with()));
	}

	@Test
	void driverTooOld() {
		assertSurprise("NVIDIA's driver is too old, as it runs CUDA 10.2 at most and 11.0 is needed, using the CPU.",
			choose(DriverStandIn.with(T4).ofVersion(10020)));
	}

	@ParameterizedTest
	@CsvSource({ "NVIDIA GeForce RTX 5090, 12, 0", "NVIDIA H200, 9, 0", "GeForce GTX 770, 3, 0" })
	void cardTooNewOrTooOld(String name, int major, int minor) {
		assertSurprise("GPU " + name + " (capability " + major + "." + minor + ") is not supported by ND4J 1.0.0-M2.1, using the CPU.",
			choose(DriverStandIn.with(new Gpu(0, name, major, minor, 32L << 30))));
	}

	/** ND4J would set up both. */
	@Test
	void oneOfTwoCardsTooNew() {
		assertSurprise("GPU NVIDIA H200 (capability 9.0) is not supported by ND4J 1.0.0-M2.1, using the CPU. " +
			"To use NVIDIA T4 (capability 7.5), hide NVIDIA H200 by the environment variable CUDA_VISIBLE_DEVICES=0.",
			choose(DriverStandIn.with(T4, new Gpu(1, "NVIDIA H200", 9, 0, 139L << 30))));
	}

	@Test
	void cardOutOfMemory() {
		assertSurprise("GPU NVIDIA T4 (capability 7.5) has only 0.2 of its 15.0 GB of memory free, and 1 GB is needed, using the CPU. " +
			"Close other programs that use it, and restart.", choose(DriverStandIn.with(T4).withFree(200L << 20)));
	}

	@Test
	void cudaNotInstalled() {
		assertSurprise("CUDA 11.6 is not installed completely: libcudart.so.11.0, libcusolver.so.11 can't be loaded, using the CPU.",
			choose(DriverStandIn.with(T4).withLibraries(Set.of("libcublasLt.so.11", "libcublas.so.11"))));
	}

	@Test
	void jarsMissing() {
		CudaJars jars = new CudaJars(true, List.of("cuda-11.6-8.3-1.5.7.jar"), List.of());
		assertSurprise("ND4J's CUDA build is incomplete: cuda-11.6-8.3-1.5.7.jar is missing, using the CPU.",
			DeviceChoice.of(AUTO, jars, notes(), DriverStandIn.unasked()));
	}

	/** The card is not opened again before its user says so. */
	@Test
	void crashNoteIsHeededUntilForgotten() throws IOException {
		CrashNotes ended = new CrashNotes(folder, () -> "here", (process, noted) -> false);
		Path note = ended.write("NVIDIA T4");
		assertSurprise("An earlier start on the GPU did not come back, using the CPU. To try it again, tick Retry in Device Information, " +
			"or delete " + note + ", and restart.", DeviceChoice.of(AUTO, COMPLETE, ended, DriverStandIn.unasked()));
		assertEquals(1, ended.forget());
		assertTrue(DeviceChoice.of(AUTO, COMPLETE, ended, DriverStandIn.with(T4)).gpu());
	}

	/** Some Fijis hold a JNA of ten years ago. */
	@Test
	void oldJna() {
		DeviceChoice choice = choose(DriverStandIn.failing(new NoSuchMethodError("com.sun.jna.Native.load")));
		assertSurprise("Asking for a GPU failed (java.lang.NoSuchMethodError: com.sun.jna.Native.load), using the CPU.", choice);
	}

	/** Without a note there is no way back from natives that end the JVM. */
	@Test
	void noPlaceForANote() throws IOException {
		CrashNotes nowhere = new CrashNotes(Files.writeString(folder.resolve("file"), "").resolve("notes"), () -> "here", (process, noted) -> false);
		DeviceChoice choice = DeviceChoice.of(AUTO, COMPLETE, nowhere, DriverStandIn.with(T4));
		assertFalse(choice.gpu());
		assertTrue(choice.reason().startsWith("Asking for a GPU failed (java.nio.file."), choice.reason());
	}

	private DeviceChoice choose(Driver driver) {
		return DeviceChoice.of(AUTO, COMPLETE, notes(), driver);
	}

	private CrashNotes notes() {
		return new CrashNotes(folder.resolve("notes"), () -> "here", (process, noted) -> false);
	}

	private static void assertSurprise(String sentence, DeviceChoice choice) {
		assertCpu(sentence, choice);
		assertTrue(choice.surprise());
	}

	private static void assertCpu(String sentence, DeviceChoice choice) {
		assertFalse(choice.gpu());
		assertEquals(sentence, choice.reason());
	}
}
