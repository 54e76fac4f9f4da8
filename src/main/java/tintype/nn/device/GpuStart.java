package tintype.nn.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.nd4j.linalg.cpu.nativecpu.CpuBackend;
import org.nd4j.linalg.factory.Nd4j;

import tintype.TintypeException;

/**
 * Touches ND4J for the first time in this JVM, on the device that was chosen, with
 * a note on the disk while a GPU has yet to prove itself.
 */
public final class GpuStart {

	private GpuStart() {}

	/**
	 * Starts ND4J.
	 *
	 * @return the device that runs, which is the CPU after all where ND4J itself
	 *         refuses the GPU
	 * @throws TintypeException if the GPU fails; ND4J then stays unusable in this JVM,
	 *           and the next start uses the CPU
	 */
	public static DeviceChoice start() {
		DeviceChoice choice = DeviceChoice.current();
		if (choice.gpu()) return onGpu(choice, CrashNotes.ofUser(), () -> !(Nd4j.getBackend() instanceof CpuBackend), FirstStep::isRight);
		HoldingExecutioner.install();
		Nd4j.getBackend();
		return choice;
	}

	/**
	 * @param starts starts ND4J; whether on the GPU
	 * @param works  whether the GPU computes rightly
	 */
	static DeviceChoice onGpu(DeviceChoice choice, CrashNotes notes, BooleanSupplier starts, BooleanSupplier works) {
		Path note = write(notes, choice);
		try {
			boolean gpu = starts.getAsBoolean();
			if (!works.getAsBoolean()) throw new TintypeException(choice.names() + " computes wrong numbers: " + wayOut(note));
			remove(note);
			return gpu ? choice : DeviceChoice.refused(choice);
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (RuntimeException | LinkageError e) {
			throw new TintypeException(choice.names() + " can't be used (" + deepest(e) + "): " + wayOut(note), e);
		}
	}

	private static Path write(CrashNotes notes, DeviceChoice choice) {
		try {
			return notes.write(choice.names());
		}
		catch (IOException e) {
			throw new TintypeException("The note that protects from a GPU that fails can't be written (" + e + "): make the folder writable, " +
				"or choose the CPU in Device Information, and restart.", e);
		}
	}

	private static void remove(Path note) {
		try {
			Files.deleteIfExists(note);
		}
		catch (IOException e) {
			throw new TintypeException("The GPU works, but the note of its start can't be deleted: delete " + note + " and restart.", e);
		}
	}

	private static String wayOut(Path note) {
		return "restart, and the CPU is used; for the GPU again, delete " + note + ".";
	}

	private static Throwable deepest(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null)
			cause = cause.getCause();
		return cause;
	}
}
