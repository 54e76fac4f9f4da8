package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

import ij.IJ;
import ij.gui.HTMLDialog;
import ij.plugin.PlugIn;

/** Shows a section of the README, which comes in the jar, without any network; in plain ImageJ's and Fiji's menus through plugins.config. */
public final class HelpPage implements PlugIn {

	private static final String README = "/tintype/README.md";
	private static final String STYLE = "<style>body { font-family: sans-serif; width: 640px } td, th { padding: 3px; text-align: left } pre { background: #eeeeee }</style>";

	/** @param section the heading of a section; without a screen it goes to the Log */
	@Override
	public void run(String section) {
		if (GraphicsEnvironment.isHeadless()) IJ.log(markdown(section));
		else new HTMLDialog("Tintype: " + section, html(section), false);
	}

	/**
	 * A section of the README from its heading to the next one, without its pictures.
	 *
	 * @throws IllegalArgumentException if there is none
	 */
	static String markdown(String section) {
		List<String> lines = readme().lines().toList();
		int start = lines.indexOf("## " + section);
		if (start < 0) throw new IllegalArgumentException("The README has no section " + section);
		List<String> rest = lines.subList(start + 1, lines.size());
		return lines.get(start) + "\n" + rest.stream().takeWhile(line -> !line.startsWith("## ")).filter(line -> !line.startsWith("![")) //
			.collect(Collectors.joining("\n"));
	}

	/** The same as a page. */
	static String html(String section) {
		List<Extension> tables = List.of(TablesExtension.create());
		String body = HtmlRenderer.builder().extensions(tables).escapeHtml(true).build() //
			.render(Parser.builder().extensions(tables).build().parse(markdown(section)));
		return "<html><head>" + STYLE + "</head><body>" + body + "</body></html>";
	}

	private static String readme() {
		try (InputStream in = HelpPage.class.getResourceAsStream(README)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
