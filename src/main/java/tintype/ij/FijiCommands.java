package tintype.ij;

import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;

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
		try {
			context.service(CommandService.class).run(command, true).get();
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException e) {
			throw new IllegalStateException("Fiji could not run " + command, e);
		}
	}
}
