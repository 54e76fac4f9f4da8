package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import tintype.TintypeException;

/**
 * Runs Tintype's SciJava commands in plain ImageJ. Each line of
 * {@code plugins.config} names this class, with the command's class as its
 * argument.
 * <p>
 * Inputs come from the macro's options (see {@link MacroInputs}) or from a
 * dialog, the image is the active one, images that the command returns are
 * shown and so become the macro's current image, and a failure is one message
 * that also stops the macro.
 */
public class CommandPlugIn implements PlugIn {

	/** @param command class name of the command */
	@Override
	public void run(String command) {
		if (FijiCommands.present()) {
			FijiCommands.run(command);
			return;
		}
		CommandRun run = null;
		try {
			run = prepare(command);
			execute(run);
		}
		catch (CancellationException e) {
			forget();
			stop(title(run, command) + " was canceled.");
		}
		catch (TintypeException e) {
			forget();
			IJ.error("Tintype", e.getMessage());
		}
		finally {
			IJ.showProgress(1, 1);
		}
	}

	private static CommandRun prepare(String command) {
		try {
			return new CommandRun(PluginContext.get(), command);
		}
		catch (TintypeException e) {
			throw e;
		}
		catch (RuntimeException | LinkageError e) {
			throw new TintypeException("Tintype can't start here (" + e + "): install it again with all its jars.", e);
		}
	}

	private static void execute(CommandRun run) {
		String options = Macro.getOptions();
		run.setImage(WindowManager.getCurrentImage(), MacroOptions.parse(options));
		boolean silent = options != null || GraphicsEnvironment.isHeadless();
		try {
			if (silent) run.silently();
			else run.withDialog();
		}
		catch (CancellationException | TintypeException e) {
			throw e;
		}
		catch (RuntimeException | LinkageError e) {
			if (Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
			throw new TintypeException(FailureGuard.sentence(run.module(), e), e);
		}
		run.images().forEach(CommandPlugIn::show);
	}

	/** The last image shown is current; one that is open already, without a screen as well, has to be made so for a macro. */
	private static void show(ImagePlus imp) {
		if (WindowManager.getImage(imp.getID()) == null) imp.show();
		else if (IJ.isMacro()) IJ.selectWindow(imp.getID());
	}

	/** What did not happen is not recorded; a macro with it would stop there. */
	private static void forget() {
		Recorder.setCommand(null);
	}

	/** ESC: a macro ends with it, a user who pressed it needs no message. */
	private static void stop(String text) {
		if (IJ.isMacro()) IJ.error("Tintype", text);
		else IJ.showStatus(text);
	}

	private static String title(CommandRun run, String command) {
		return run == null ? command : run.module().getInfo().getTitle();
	}
}
