package tintype.gui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The items of Plugins > Tintype, as plugins.config lists them. */
final class TintypeMenu {

	private static final String MENU = "Plugins>Tintype,", SUBMENU = "Plugins>Tintype>";

	private TintypeMenu() {}

	/** Labels of the commands, such as {@code Colorize...}; those of submenus are left out. */
	static List<String> commands() {
		return lines().filter(line -> line.startsWith(MENU)).map(TintypeMenu::label).toList();
	}

	/** The items of the menu in the order in which ImageJ shows them: commands and submenus by their names, without dots. */
	static List<String> items() {
		return lines().filter(line -> line.startsWith(MENU) || line.startsWith(SUBMENU))
			.map(line -> line.startsWith(SUBMENU) ? line.substring(SUBMENU.length(), line.indexOf(',')) : label(line))
			.distinct().sorted(Comparator.comparing(item -> item.replace("...", ""), String.CASE_INSENSITIVE_ORDER)).toList();
	}

	/**
	 * What to press in the open menu, whose first item is selected.
	 *
	 * @param item label of a command, or name of a submenu for its first item
	 */
	static String[] keys(String item) {
		List<String> items = items();
		int down = items.indexOf(item), up = items.size() - down;
		List<String> keys = new ArrayList<>(down <= up ? Collections.nCopies(down, "Down") : Collections.nCopies(up, "Up"));
		if (!commands().contains(item)) keys.add("Right");
		keys.add("Return");
		return keys.toArray(String[]::new);
	}

	private static String label(String line) {
		return line.split("\"")[1];
	}

	private static Stream<String> lines() {
		try (InputStream config = TintypeMenu.class.getResourceAsStream("/plugins.config")) {
			return new String(config.readAllBytes(), StandardCharsets.UTF_8).lines();
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
