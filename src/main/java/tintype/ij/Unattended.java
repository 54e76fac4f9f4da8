package tintype.ij;

import java.nio.file.Path;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.AVI_Reader;

/**
 * ImageJ's reading and writing without its dialogs and printed traces. It answers a
 * damaged file or a full disk with {@link IJ#error}, which would stop the macro that works
 * through a folder, or wait for somebody to press OK. The switches against that are the
 * JVM's, so one thread at a time.
 */
final class Unattended {

	/** The macro that {@link IJ#error} stops. An ImageJ without it stops macros in another way, if at all. */
	private static final String STOPPED_BY_ERRORS = "macroInterpreter";

	private Unattended() {}

	static synchronized <T> T during(Supplier<T> work) {
		Object macro = StaticField.swap(IJ.class, STOPPED_BY_ERRORS, null);
		boolean redirected = IJ.redirectingErrorMessages();
		IJ.redirectErrorMessages(true);
		try {
			return Silence.during(work);
		}
		finally {
			IJ.redirectErrorMessages(redirected);
			StaticField.swap(IJ.class, STOPPED_BY_ERRORS, macro);
		}
	}

	/** @return the picture, not shown; null if ImageJ can't open it */
	static ImagePlus open(Path file) {
		return during(() -> PromptImages.during(() -> opened(file.toString())));
	}

	private static ImagePlus opened(String file) {
		Opener opener = new Opener();
		opener.setSilentMode(true);
		// Opener would ask which frames.
		return opener.getFileType(file) == Opener.AVI ? AVI_Reader.openVirtual(file) : opener.openImage(file);
	}
}
