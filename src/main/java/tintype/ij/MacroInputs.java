package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

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
 * What a script or {@code --run} leaves out is settled too, as far as nobody can
 * be asked.
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

	@Parameter
	private FailureGuard guard;

	@Override
	public void process(Module module) {
		if (!InputValues.ours(module.getInfo())) return;
		if (!IJ.isMacro()) {
			settleWithoutMacro(module);
			return;
		}
		String options = Macro.getOptions();
		boolean silent = options != null || GraphicsEnvironment.isHeadless();
		setImage(module, silent);
		if (!silent) return;
		try {
			InputValues.fill(module, MacroOptions.parse(options));
		}
		catch (TintypeException e) {
			guard.explain(module.getDelegateObject(), e.getMessage());
			cancel("");
		}
	}

	/**
	 * A script or {@code --run} names some inputs. Where nobody can be asked, the
	 * others have their defaults, not what a dialog once held; and a file that
	 * alone is left has its default too, as SciJava would open a file chooser for
	 * it or, without a screen, give up.
	 */
	private static void settleWithoutMacro(Module module) {
		List<ModuleItem<?>> items = new ArrayList<>(InputValues.chosen(module.getInfo()));
		items.removeIf(item -> item.getType() == ImagePlus.class);
		List<ModuleItem<?>> open = items.stream().filter(item -> !module.isInputResolved(item.getName())).toList();
		boolean loneFile = items.size() > 1 && open.size() == 1 && open.get(0).getType() == File.class;
		if (GraphicsEnvironment.isHeadless() || loneFile) open.forEach(item -> module.resolveInput(item.getName()));
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
