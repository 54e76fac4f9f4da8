package tintype.ij;

import java.util.List;

import org.scijava.module.ModuleItem;

/** A dialog's fields explained, for its Help button. */
final class InputHelp {

	private InputHelp() {}

	/** @return HTML with a line per described input; null if none is described */
	static String of(List<ModuleItem<?>> items) {
		StringBuilder html = new StringBuilder("<html>");
		for (ModuleItem<?> item : items)
			if (item.getDescription() != null && !item.getDescription().isEmpty()) html.append("<b>").append(escaped(item.getLabel()))
				.append("</b><br>").append(escaped(item.getDescription())).append("<p>");
		return html.length() > "<html>".length() ? html.append("</html>").toString() : null;
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;");
	}
}
