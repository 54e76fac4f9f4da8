package tintype.ij;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.WindowManager;
import tintype.TintypeException;

/** A command's inputs filled from keys and words, with a sentence for each mistake. */
final class InputValues {

	private static final String PACKAGE = "tintype.";

	private InputValues() {}

	/** Whether a command is one of Tintype's; the processors leave all others alone. */
	static boolean ours(ModuleInfo info) {
		return info.getDelegateClassName().startsWith(PACKAGE);
	}

	/** The inputs a user chooses: images, numbers, flags, words and files. */
	static List<ModuleItem<?>> chosen(ModuleInfo info) {
		List<ModuleItem<?>> items = new ArrayList<>();
		for (ModuleItem<?> item : info.inputs()) {
			Class<?> type = item.getType();
			boolean value = type.isPrimitive() || type == String.class || type == File.class ||
				type == ImagePlus.class || Number.class.isAssignableFrom(type);
			if (value && item.getVisibility() != ItemVisibility.MESSAGE) items.add(item);
		}
		return items;
	}

	/**
	 * Sets the inputs named by keys and settles all the others but images with
	 * the values they have: in a macro what is left out means the default, never
	 * what a dialog last held.
	 *
	 * @param values lower-case keys; null is a word that stood alone
	 * @throws TintypeException for a key that the command doesn't have, and for
	 *           a value that isn't of its kind
	 */
	static void fill(Module module, Map<String, String> values) {
		requireKnown(module.getInfo(), values);
		for (ModuleItem<?> item : chosen(module.getInfo())) {
			if (values.containsKey(key(item))) {
				module.setInput(item.getName(), value(module.getInfo(), item, values.get(key(item))));
				module.resolveInput(item.getName());
			}
			else if (item.getType() != ImagePlus.class) module.resolveInput(item.getName());
		}
	}

	/** The key of an input in a macro: its name in lower case. */
	static String key(ModuleItem<?> item) {
		return item.getName().toLowerCase(Locale.ROOT);
	}

	private static void requireKnown(ModuleInfo info, Map<String, String> values) {
		List<String> keys = chosen(info).stream().map(InputValues::key).toList();
		for (String key : values.keySet())
			if (!keys.contains(key)) throw new TintypeException(info.getTitle() + " has no option \"" + key +
				"\"; " + (keys.isEmpty() ? "it takes none." : "it takes " + String.join(", ", keys) +
					", and a value with blanks stands in [ ]."));
	}

	private static Object value(ModuleInfo info, ModuleItem<?> item, String text) {
		Class<?> type = item.getType();
		if (type == boolean.class) return flag(info, item, text);
		if (text == null) throw new TintypeException("The option " + key(item) + " of " + info.getTitle() +
			" needs a value; write " + key(item) + "=...");
		if (type == ImagePlus.class) return image(text);
		if (type == File.class) return new File(text);
		if (type == String.class) return choice(info, item, text);
		return number(info, item, text);
	}

	private static boolean flag(ModuleInfo info, ModuleItem<?> item, String text) {
		if (text == null || text.equalsIgnoreCase("true") || text.equals("1")) return true;
		if (text.equalsIgnoreCase("false") || text.equals("0")) return false;
		throw wrong(info, item, text, "neither true nor false; write " + key(item) + " alone for true.");
	}

	private static String choice(ModuleInfo info, ModuleItem<?> item, String text) {
		List<?> choices = item.getChoices();
		if (choices == null || choices.isEmpty() || choices.contains(text)) return text;
		throw wrong(info, item, text, "not a choice; take one of " +
			choices.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
	}

	private static Number number(ModuleInfo info, ModuleItem<?> item, String text) {
		Class<?> type = item.getType();
		try {
			if (type == int.class || type == Integer.class) return Integer.valueOf(text);
			if (type == long.class || type == Long.class) return Long.valueOf(text);
			if (type == float.class || type == Float.class) return Float.valueOf(text);
			return Double.valueOf(text);
		}
		catch (NumberFormatException e) {
			String kind = type == int.class || type == long.class ? "not a whole number" : "not a number";
			throw new TintypeException(wrong(info, item, text, kind + "; write digits with a decimal point.").getMessage(), e);
		}
	}

	private static ImagePlus image(String text) {
		ImagePlus open = WindowManager.getImage(text);
		return open != null ? open : ImageFile.open(text);
	}

	private static TintypeException wrong(ModuleInfo info, ModuleItem<?> item, String text, String how) {
		return new TintypeException(info.getTitle() + ": " + key(item) + "=" + text + " is " + how);
	}
}
