package tintype.ij;

import org.scijava.Cancelable;
import org.scijava.app.StatusService;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

import ij.IJ;
import tintype.Progress;

/**
 * A command's progress in the host's status bar and task list. Canceled by
 * ESC, by the task's cancel button or by the command's own cancel. Close it
 * when the command ends, however it ends, or the bar stays half filled.
 */
public final class CommandProgress implements Progress, AutoCloseable {

	/** No host draws faster than this, and each report is an event. */
	private static final long INTERVAL_MS = 50;

	/** Steps of the status bar, which counts in int. */
	private static final int STEPS = 1000;

	private final Cancelable command;
	private final StatusService status;
	private final Task task;
	private long lastReport;

	/**
	 * Starts with an empty bar and forgets an ESC pressed before.
	 *
	 * @param name    what the task list shows
	 * @param command whose cancel counts too
	 */
	public CommandProgress(String name, Cancelable command, TaskService tasks, StatusService status) {
		this.command = command;
		this.status = status;
		IJ.resetEscape();
		task = tasks.createTask(name);
		task.setProgressMaximum(STEPS);
		task.start();
	}

	@Override
	public synchronized void report(long done, long total, String text) {
		long now = System.currentTimeMillis();
		if (done < total && now - lastReport < INTERVAL_MS) return;
		lastReport = now;
		int step = (int) (STEPS * (double) done / total);
		status.showStatus(step, STEPS, text);
		task.setStatusMessage(text);
		task.setProgressValue(step);
	}

	@Override
	public boolean canceled() {
		return IJ.escapePressed() || task.isCanceled() || command.isCanceled();
	}

	@Override
	public void close() {
		task.finish();
		status.showProgress(STEPS, STEPS);
	}
}
