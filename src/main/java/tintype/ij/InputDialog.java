package tintype.ij;

import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.scijava.ItemVisibility;
import org.scijava.command.Previewable;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import tintype.TintypeException;

/**
 * Asks for a command's inputs in ImageJ's own dialog and records them as Fiji
 * would, for instance {@code model=default temperature=0.38}. Skips what is
 * settled already; without anything left it opens no window.
 */
final class InputDialog extends AbstractPreprocessorPlugin {

	private static final int COLUMNS = 8;
	private static final int TEXT_COLUMNS = 20;
	private static final int MOST_COLUMNS = 45;
	private static final int MIN_DIGITS = 2;
	private static final int MAX_DIGITS = 7;

	@Override
	public void process(Module module) {
		List<ModuleItem<?>> items = new ArrayList<>();
		for (ModuleItem<?> item : InputValues.chosen(module.getInfo()))
			if (item.getType() != ImagePlus.class && !module.isInputResolved(item.getName())) items.add(item);
		if (items.isEmpty()) return;
		boolean recording = Recorder.record;
		// ImageJ would record the fields under their labels, as well as our options.
		Recorder.record = false;
		try {
			if (!ask(module, items)) {
				cancel("");
				return;
			}
		}
		catch (TintypeException e) {
			cancel(e.getMessage());
			return;
		}
		finally {
			Recorder.record = recording;
		}
		if (recording) record(module);
	}

	private static boolean ask(Module module, List<ModuleItem<?>> items) {
		GenericDialog dialog = new GenericDialog(module.getInfo().getTitle().replace("...", ""));
		for (ModuleItem<?> item : module.getInfo().inputs())
			if (item.getVisibility() == ItemVisibility.MESSAGE) dialog.addMessage(String.valueOf(item.getValue(module)));
		items.forEach(item -> addField(dialog, item, item.getValue(module)));
		String help = InputHelp.of(items);
		if (help != null) dialog.addHelp(help);
		boolean previewed = module.getDelegateObject() instanceof Previewable;
		if (previewed) {
			module.preview();
			dialog.addDialogListener((changed, event) -> preview(module, changed, items));
		}
		dialog.showDialog();
		if (dialog.wasCanceled()) {
			if (previewed) module.cancel();
			return false;
		}
		read(module, dialog, items);
		items.forEach(item -> module.resolveInput(item.getName()));
		return true;
	}

	private static void read(Module module, GenericDialog dialog, List<ModuleItem<?>> items) {
		for (ModuleItem<?> item : items)
			module.setInput(item.getName(), answer(dialog, item));
	}

	/** @return true, as OK may be pressed at any time; a mistake is told then */
	private static boolean preview(Module module, GenericDialog dialog, List<ModuleItem<?>> items) {
		try {
			read(module, dialog, items);
			module.preview();
		}
		catch (TintypeException e) {
			IJ.showStatus(e.getMessage());
		}
		return true;
	}

	private static void addField(GenericDialog dialog, ModuleItem<?> item, Object value) {
		String label = item.getLabel();
		Class<?> type = item.getType();
		if (type == boolean.class) dialog.addCheckbox(label, (Boolean) value);
		else if (type == File.class) addFileField(dialog, item, value == null ? "" : value.toString());
		else if (value instanceof Number number)
			dialog.addNumericField(label, number.doubleValue(), digits(number), COLUMNS, "");
		else if (item.getChoices() != null && !item.getChoices().isEmpty()) dialog.addChoice(label,
			item.getChoices().stream().map(String::valueOf).toArray(String[]::new), String.valueOf(value));
		else dialog.addStringField(label, value == null ? "" : value.toString(), columns(value));
	}


	private static void addFileField(GenericDialog dialog, ModuleItem<?> item, String path) {
		// ImageJ's fields browse for files or for folders, not for both.
		if (!"directory".equals(item.getWidgetStyle()) && !"both".equals(item.getWidgetStyle())) {
			dialog.addFileField(item.getLabel(), path);
			return;
		}
		dialog.addDirectoryField(item.getLabel(), path);
		// ImageJ ends it with a slash, which would make a folder of a word such as digits.
		((TextField) dialog.getStringFields().lastElement()).setText(path);
	}

	private static Object answer(GenericDialog dialog, ModuleItem<?> item) {
		Class<?> type = item.getType();
		if (type == boolean.class) return dialog.getNextBoolean();
		if (type == File.class) return new File(dialog.getNextString());
		if (type == String.class)
			return item.getChoices() == null || item.getChoices().isEmpty() ? dialog.getNextString() : dialog.getNextChoice();
		double number = dialog.getNextNumber();
		if (dialog.invalidNumber()) throw new TintypeException("The field " + item.getLabel() +
			" holds no number; write digits with a decimal point.");
		if (type == int.class || type == Integer.class) return (int) Math.round(number);
		if (type == long.class || type == Long.class) return Math.round(number);
		if (type == float.class || type == Float.class) return (float) number;
		return number;
	}

	/** Wide enough to show a text as a whole, but no wider than a screen. */
	static int columns(Object text) {
		return text == null ? TEXT_COLUMNS : Math.min(MOST_COLUMNS, Math.max(TEXT_COLUMNS, text.toString().length()));
	}

	/** Enough decimals to show the value as it was written. */
	private static int digits(Number value) {
		if (value instanceof Integer || value instanceof Long) return 0;
		String text = IJ.d2s(value.doubleValue(), MAX_DIGITS).replaceFirst("0+$", "");
		return Math.max(MIN_DIGITS, text.length() - text.indexOf('.') - 1);
	}

	/** Records the inputs' values as options of the command being recorded; images are left out. */
	static void record(Module module) {
		for (ModuleItem<?> item : InputValues.chosen(module.getInfo())) {
			Object value = item.getValue(module);
			if (value == null || value instanceof ImagePlus) continue;
			String text = value instanceof File ? Recorder.fixPath(value.toString()) : value.toString();
			Recorder.recordOption(InputValues.key(item), Recorder.fixString(text));
		}
	}
}
