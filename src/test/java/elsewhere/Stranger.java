package elsewhere;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Somebody else's command, which Tintype's processors have to leave alone. */
@Plugin(type = Command.class, label = "Stranger...")
public class Stranger implements Command {

	/** What the last run got. */
	public static String last;

	@Parameter(required = false, persist = false)
	private String text;

	@Override
	public void run() {
		last = "text " + text;
	}
}
