package tintype.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.ModulePreprocessor;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

import ij.ImagePlus;
import tintype.TintypeException;

/**
 * One run of a SciJava command without Fiji, on the calling thread, so that
 * ImageJ's macro options, current image and abort work as for its own plugins.
 */
final class CommandRun {

	/** Opens a file chooser for a lone file; without SciJava's windows it only cancels. */
	private static final String FILE_CHOOSER = "org.scijava.ui.FilePreprocessor";

	/** Remember a dialog's values; a run that nobody answers has nothing to do with them. */
	private static final List<String> MEMORY = List.of("org.scijava.module.process.LoadInputsPreprocessor",
		"org.scijava.module.process.SaveInputsPreprocessor");

	private final Context context;
	private final Module module;
	private final List<ModulePreprocessor> steps = new ArrayList<>();

	/** @param command class name of a command, which has to exist */
	CommandRun(Context context, String command) {
		this.context = context;
		CommandInfo info = context.service(CommandService.class).getCommand(command);
		if (info == null) throw new TintypeException("There is no command " + command +
			"; install Tintype again.");
		module = context.service(ModuleService.class).createModule(info);
		context.service(FailureGuard.class).leave(module);
	}

	Module module() {
		return module;
	}

	/**
	 * Gives the command's one image, if it takes one and has none yet; where it can do
	 * without one, perhaps none.
	 *
	 * @param values keys that will be filled in later; an image named there wins
	 * @throws TintypeException if the image is missing or empty
	 */
	void setImage(ImagePlus imp, Map<String, String> values) {
		ModuleItem<ImagePlus> item = context.service(ModuleService.class).getSingleInput(module, ImagePlus.class);
		if (item == null || values.containsKey(InputValues.key(item))) return;
		if (imp != null || item.isRequired()) Images.requirePixels(imp);
		item.setValue(module, imp);
		module.resolveInput(item.getName());
	}

	/**
	 * Runs without asking: inputs not set by then have their defaults.
	 *
	 * @throws TintypeException with the command's reason for not finishing
	 * @throws CancellationException if its user stopped it
	 */
	void silently() {
		addSteps(true);
		run();
	}

	/** Runs with a dialog that begins with the values of the last one. */
	void withDialog() {
		addSteps(false);
		steps.add(indexOf(MEMORY.get(0)) + 1, new InputDialog());
		run();
	}

	private void addSteps(boolean silent) {
		for (PreprocessorPlugin step : context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class)) {
			String name = step.getClass().getName();
			if (!name.equals(FILE_CHOOSER) && !(silent && MEMORY.contains(name))) steps.add(step);
		}
	}

	private int indexOf(String name) {
		for (int i = 0; i < steps.size(); i++)
			if (steps.get(i).getClass().getName().equals(name)) return i;
		return steps.size() - 1;
	}

	private void run() {
		new ModuleRunner(context, module, steps, List.of()).run();
		if (!(module instanceof Cancelable cancelable) || !cancelable.isCanceled()) return;
		String reason = context.service(FailureGuard.class).reason(module);
		if (reason == null) throw new CancellationException();
		throw new TintypeException(reason);
	}

	/** The images the command has returned, in the order of its outputs. */
	List<ImagePlus> images() {
		List<ImagePlus> images = new ArrayList<>();
		for (ModuleItem<?> item : module.getInfo().outputs())
			if (item.getValue(module) instanceof ImagePlus imp) images.add(imp);
		return images;
	}
}
