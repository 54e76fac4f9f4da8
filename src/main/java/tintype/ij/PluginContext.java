package tintype.ij;

import java.util.List;

import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.app.event.StatusEvent;

import ij.IJ;

/**
 * The SciJava services for an ImageJ that has none of its own: one context per
 * JVM, made when the first command runs, whose progress goes to ImageJ's bar.
 */
final class PluginContext {

	private static PluginContext instance;

	private final Context context;
	/** Both are held here because the event service holds them weakly. */
	private final StatusBar statusBar = new StatusBar();
	private final List<EventSubscriber<?>> subscribers;

	private PluginContext() {
		context = new Context();
		subscribers = context.service(EventService.class).subscribe(statusBar);
	}

	/**
	 * The context. The calling thread gets the class loader of this plugin:
	 * ImageJ sets none, and neither SciJava nor the network library finds its
	 * parts without.
	 */
	static synchronized Context get() {
		Thread.currentThread().setContextClassLoader(PluginContext.class.getClassLoader());
		if (instance == null) instance = new PluginContext();
		return instance.context;
	}

	/** Draws SciJava's status events in ImageJ's window. */
	private static final class StatusBar {

		@EventHandler
		void onEvent(StatusEvent event) {
			if (event.isWarning()) return;
			int maximum = event.getProgressMaximum();
			// ImageJ erases the bar when value reaches maximum, and counts from 0.
			if (maximum > 0) IJ.showProgress(event.getProgressValue(), maximum + 1);
			if (event.getStatusMessage() != null) IJ.showStatus(event.getStatusMessage());
		}
	}
}
