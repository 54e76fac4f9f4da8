package tintype.commands;

import java.util.concurrent.CancellationException;

import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;

import tintype.Progress;
import tintype.TintypeException;
import tintype.ij.CommandProgress;
import tintype.ij.DevicePreference;
import tintype.ij.DeviceRemark;
import tintype.ij.FailureGuard;

/**
 * What all commands share: a progress bar with ESC and cancel, and failures
 * told as one sentence, by the {@link FailureGuard}. The command itself ends
 * with a quiet cancel: with a reason, Fiji would tell it a second time.
 */
abstract class TintypeCommand extends ContextCommand {

	@Parameter
	private TaskService tasks;

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	@Parameter
	private FailureGuard guard;

	/**
	 * Does the command's work and fills its outputs.
	 *
	 * @param progress asks and reports; goes to the host's progress bar
	 */
	abstract void work(Progress progress);

	@Override
	public final void run() {
		DevicePreference.pass();
		try (CommandProgress progress = new CommandProgress(title(), this, tasks, status)) {
			work(progress);
			DeviceRemark.sayOnce();
		}
		catch (CancellationException e) {
			log.debug(e);
			cancel("");
		}
		catch (TintypeException e) {
			log.debug(e);
			guard.explain(this, e.getMessage());
			cancel("");
		}
	}

	private String title() {
		return getClass().getSimpleName();
	}
}
