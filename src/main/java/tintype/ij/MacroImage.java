package tintype.ij;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.scijava.thread.ThreadService;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/**
 * The image that a macro is working on, seen from the thread a command runs on.
 * <p>
 * ImageJ keeps it per thread, in a private table of {@link WindowManager}. In
 * Fiji a command runs on another thread than the macro that called it, where
 * {@link WindowManager#getCurrentImage} may name a window the macro never
 * touched.
 */
final class MacroImage {

	private MacroImage() {}

	/**
	 * The current image of the nearest thread that started this one.
	 *
	 * @param batch whether to fall back on the last image of a batch macro
	 * @return null if none is known
	 */
	static ImagePlus find(ThreadService threads, boolean batch) {
		Map<?, ?> images = imagesByThread();
		// A pool thread that came back may be noted as its own ancestor.
		Set<Thread> seen = new HashSet<>();
		for (Thread t = threads.getParent(Thread.currentThread()); t != null && seen.add(t); t = threads.getParent(t))
			if (images.get(t) instanceof ImagePlus imp) return imp;
		return batch && Interpreter.isBatchMode() ? Interpreter.getLastBatchModeImage() : null;
	}

	private static Map<?, ?> imagesByThread() {
		try {
			Field table = WindowManager.class.getDeclaredField("tempImageTable");
			table.setAccessible(true);
			return (Map<?, ?>) table.get(null);
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException("This ImageJ keeps a macro's current image elsewhere", e);
		}
	}
}
