package tintype.ij;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPostprocessorPlugin;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;

/**
 * Makes the image a Tintype command returns, of several the last, the current one
 * of the macro that ran it, so that the macro's next line works on it. In Fiji an output would
 * otherwise arrive after that line, and headless never.
 */
@Plugin(type = PostprocessorPlugin.class, priority = Priority.LOW)
public class MacroOutputs extends AbstractPostprocessorPlugin {

	@Parameter
	private ThreadService threads;

	@Override
	public void process(Module module) {
		if (!InputValues.ours(module.getInfo()) || !IJ.isMacro()) return;
		for (ModuleItem<?> item : module.getInfo().outputs())
			if (item.getValue(module) instanceof ImagePlus imp) {
				show(imp);
				module.resolveOutput(item.getName());
			}
	}

	private void show(ImagePlus imp) {
		// In batch mode ImageJ would list an open image twice.
		if (WindowManager.getImage(imp.getID()) == null) imp.show();
		else Interpreter.activateImage(imp);
		Thread caller = threads.getParent(Thread.currentThread());
		if (caller == null) return;
		WindowManager.setTempCurrentImage(null);
		WindowManager.setTempCurrentImage(caller, imp);
	}
}
