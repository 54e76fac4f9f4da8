package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import org.scijava.Cancelable;
import org.scijava.event.EventHandler;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

import ij.IJ;
import ij.Macro;
import tintype.TintypeException;

/**
 * Sees to it that a failed Tintype command in Fiji is noticed, once: its
 * sentence stops the macro that ran it, or shows in a window, or without a
 * screen reaches the log. Fiji by itself would go on with the macro's next line
 * and say nothing.
 * <p>
 * Exit code, opt-in: with the system property {@code tintype.exit} or the
 * environment variable {@code TINTYPE_EXIT} set to a number from 1 to 255, a
 * failure without a screen ends the JVM with that code. Any other value, and
 * none, leaves the JVM running.
 */
@Plugin(type = Service.class)
public class FailureGuard extends AbstractService implements SciJavaService {

	private static final int HIGHEST_CODE = 255;

	@Parameter
	private LogService log;

	private final Set<Module> leftToOthers = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
	private final Map<Object, String> sentences = Collections.synchronizedMap(new WeakHashMap<>());

	/**
	 * Takes the sentence of a failure, to be told when the command has ended.
	 *
	 * @param command  the command object, which cancels itself without a reason
	 * @param sentence what happened and what to do next
	 */
	public void explain(Object command, String sentence) {
		sentences.put(command, sentence);
	}

	/** Stands down for one module, because its caller tells failures itself. */
	void leave(Module module) {
		leftToOthers.add(module);
	}

	@EventHandler
	void onEvent(ModuleCanceledEvent event) {
		Module module = event.getModule();
		if (!InputValues.ours(module.getInfo())) return;
		// SciJava shows other reasons in a window of its own.
		fail(module, reason(module), sentences.containsKey(module.getDelegateObject()));
	}

	@EventHandler
	void onEvent(ModuleErroredEvent event) {
		if (!InputValues.ours(event.getModule().getInfo())) return;
		Throwable exception = event.getException();
		// Consumed, so that one failure gives one message; the trace is kept here.
		if (exception instanceof TintypeException) log.debug(exception);
		else log.error(exception);
		event.consume();
		fail(event.getModule(), sentence(event.getModule(), exception), true);
	}

	/** What to tell of any failure: its own sentence, or which command met what. */
	static String sentence(Module module, Throwable exception) {
		if (exception instanceof TintypeException) return exception.getMessage();
		return module.getInfo().getTitle() + " failed with " + exception + "; the log has the details.";
	}

	/** Why one of our modules was canceled; null if its user simply stopped it. */
	String reason(Module module) {
		String sentence = sentences.get(module.getDelegateObject());
		if (sentence != null) return sentence;
		String reason = module instanceof Cancelable cancelable ? cancelable.getCancelReason() : null;
		return reason == null || reason.isEmpty() ? null : reason;
	}

	private void fail(Module module, String reason, boolean tell) {
		if (leftToOthers.contains(module)) return;
		String sentence = reason != null ? reason : module.getInfo().getTitle() + " was canceled.";
		boolean headless = GraphicsEnvironment.isHeadless();
		if (IJ.isMacro()) stopMacro(sentence);
		else if (headless) log.error(sentence);
		else if (tell) IJ.error("Tintype", sentence);
		if (headless) exitIfAsked();
	}

	private void stopMacro(String sentence) {
		try {
			IJ.error("Tintype", sentence);
		}
		catch (RuntimeException e) {
			// ImageJ throws this to end the macro; here it has done its work.
			if (!Macro.MACRO_CANCELED.equals(e.getMessage())) throw e;
		}
	}

	private void exitIfAsked() {
		String code = System.getProperty("tintype.exit", System.getenv("TINTYPE_EXIT"));
		if (code == null || !code.matches("[0-9]{1,3}")) return;
		int value = Integer.parseInt(code);
		if (value > 0 && value <= HIGHEST_CODE) System.exit(value);
	}
}
