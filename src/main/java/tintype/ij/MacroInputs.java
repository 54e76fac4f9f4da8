package tintype.ij;

import java.awt.GraphicsEnvironment;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.thread.ThreadService;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import tintype.TintypeException;

/**
 * Fills the inputs of a Tintype command that a macro runs, in every host: the
 * image is the macro's current one, keys are read as ImageJ reads them (a bare
 * flag is true), and what is left out has its default. An unknown key or an
 * unreadable value cancels the command with a sentence.
 * <p>
 * A run without any options keeps its dialog, as in ImageJ, unless there is no
 * screen to show it on. Comes before the preprocessors that ask for the active
 * window, for stored values or for a file.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH + 10)
public class MacroInputs extends AbstractPreprocessorPlugin {

	@Parameter
	private ModuleService modules;

	@Parameter
	private ThreadService threads;

	@Override
	public void process(Module module) {
		if (!InputValues.ours(module.getInfo()) || !IJ.isMacro()) return;
		String options = Macro.getOptions();
		boolean silent = options != null || GraphicsEnvironment.isHeadless();
		setImage(module, silent);
		if (!silent) return;
		try {
			InputValues.fill(module, MacroOptions.parse(options));
		}
		catch (TintypeException e) {
			cancel(e.getMessage());
		}
	}

	private void setImage(Module module, boolean silent) {
		ModuleItem<ImagePlus> item = modules.getSingleInput(module, ImagePlus.class);
		if (item == null || module.isInputResolved(item.getName())) return;
		ImagePlus imp = MacroImage.find(threads, silent);
		if (imp == null) {
			// Another plugin's image may still be current on this pool thread.
			WindowManager.setTempCurrentImage(null);
			return;
		}
		item.setValue(module, imp);
		module.resolveInput(item.getName());
	}
}
