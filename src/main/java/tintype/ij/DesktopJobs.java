package tintype.ij;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Macro;
import tintype.TintypeException;

/** The launcher's jobs with ImageJ's windows. */
final class DesktopJobs {

	/** Any option keeps the dialog away. */
	private static final String DEFAULTS = "model=default";

	private DesktopJobs() {}

	/** Opens ImageJ, does the job in it and does not return; leaving ImageJ ends the JVM. */
	static void run(LauncherArguments arguments) {
		ImageJ imageJ = new ImageJ(ImageJ.STANDALONE);
		imageJ.exitWhenQuitting(true);
		try {
			execute(arguments);
		}
		catch (CancellationException e) {
			IJ.showStatus("Canceled");
		}
		catch (RuntimeException e) {
			// ImageJ ends a failed run so, after it has told the user.
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) IJ.error("Tintype", //
				e instanceof TintypeException ? e.getMessage() : "The start failed with " + e + ".");
		}
		stay();
	}

	private static void execute(LauncherArguments arguments) {
		switch (arguments.job()) {
			case SAMPLE -> {
				IJ.run("Sample Photograph");
				IJ.run("Colorize...", DEFAULTS);
			}
			case PICTURE -> {
				ImageFile.open(arguments.target()).show();
				IJ.run("Colorize...", DEFAULTS);
			}
			case MACRO -> IJ.runMacroFile(arguments.target(), arguments.detail());
			case COMMAND -> {
				CommandRun run = NamedCommand.prepare(PluginContext.get(), arguments.target(), arguments.detail());
				run.silently();
				run.images().forEach(ImagePlus::show);
			}
		}
	}

	private static void stay() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
