package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.TintypeException;
import tintype.nn.Backend;

class GpuStartTest {

	private static final DeviceChoice T4 = new DeviceChoice(List.of("NVIDIA T4 (capability 7.5)"), "ND4J supports it.", false);

	@TempDir
	Path folder;

	/** While the libraries are loaded, the note is there; afterwards it is not. */
	@Test
	void noteIsThereWhileTheGpuStarts() throws IOException {
		assertTrue(start(() -> left() == 1, () -> left() == 1).gpu());
		assertEquals(0, left());
	}

	@Test
	void gpuThatFailsKeepsItsNote() {
		TintypeException e = assertThrows(TintypeException.class, () -> start(() -> {
			throw new ExceptionInInitializerError(new RuntimeException("cudaGetSymbolAddress(...) failed; Error code: [13]"));
		}, () -> true));
		assertTrue(e.getMessage().startsWith("NVIDIA T4 (capability 7.5) can't be used (java.lang.RuntimeException: cudaGetSymbolAddress(...) failed; " +
			"Error code: [13]): restart, and the CPU is used; for the GPU again, delete "), e.getMessage());
		assertEquals(1, left());
	}

	@Test
	void gpuThatMiscalculatesKeepsItsNote() {
		TintypeException e = assertThrows(TintypeException.class, () -> start(() -> true, () -> false));
		assertTrue(e.getMessage().startsWith("NVIDIA T4 (capability 7.5) computes wrong numbers: restart, and the CPU is used"), e.getMessage());
		assertEquals(1, left());
	}

	@Test
	void cpuAfterAllLeavesNoNote() {
		DeviceChoice choice = start(() -> false, () -> true);
		assertFalse(choice.gpu());
		assertEquals("ND4J itself refused NVIDIA T4 (capability 7.5), using the CPU.", choice.reason());
		assertTrue(choice.surprise());
		assertEquals(0, left());
	}

	@Test
	void theFirstConvolutionIsRightHere() {
		Backend.start();
		assertTrue(FirstStep.isRight());
	}

	private DeviceChoice start(BooleanSupplier starts, BooleanSupplier works) {
		return GpuStart.onGpu(T4, notes(), starts, works);
	}

	private CrashNotes notes() {
		return new CrashNotes(folder, () -> "here", (process, noted) -> false);
	}

	private int left() {
		String[] notes = folder.toFile().list();
		return notes.length;
	}
}
