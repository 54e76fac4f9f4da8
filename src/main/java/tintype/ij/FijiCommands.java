package tintype.ij;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;

import ij.IJ;
import tintype.TintypeException;

/** Fiji's own context, for the rare start of a plain menu entry inside Fiji. */
final class FijiCommands {

	private FijiCommands() {}

	/** Whether this ImageJ is Fiji's. */
	static boolean present() {
		try {
			Class.forName("net.imagej.legacy.LegacyService", false, FijiCommands.class.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException e) {
			return false;
		}
	}

	/** Runs a command as Fiji's menu would, and waits for its end. */
	static void run(String command) {
		// Fiji's hooks answer this with the running context.
		Context context = (Context) IJ.runPlugIn("org.scijava.Context", "");
		Future<CommandModule> run = context.service(CommandService.class).run(command, true);
		if (run == null) throw new TintypeException("There is no command " + command + "; install Tintype again.");
		try {
			run.get();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException e) {
			// FailureGuard has told it.
			context.service(LogService.class).debug(e);
		}
	}
}
