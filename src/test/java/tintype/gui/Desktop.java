package tintype.gui;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A user's eyes and hands on a screen: window titles, keyboard and mouse, by xdotool. */
final class Desktop {

	private static final long PATIENCE_S = 20;

	/** Milliseconds between two keys; a user is slower. */
	private static final String KEY_DELAY = "40";

	/** The same within a text, which no menu or window has to follow. */
	private static final String LETTER_DELAY = "8";

	private final VirtualScreen screen;

	Desktop(VirtualScreen screen) {
		this.screen = screen;
	}

	/** Visible windows with this title; ImageJ may add a magnification to an image's. */
	List<String> windows(String title) throws IOException, InterruptedException {
		String pattern = "^" + title.replace(".", "\\.") + "( \\(.*%\\))?$";
		return xdotool("search", "--onlyvisible", "--name", pattern).lines().toList();
	}

	/** Waits for a window and puts it in front, with the keyboard's focus. */
	String front(String title) throws Exception {
		String window = Patience.await("the window " + title, () -> {
			List<String> found = windows(title);
			return found.isEmpty() ? null : found.get(0);
		});
		Patience.until("focus on " + title, () -> {
			xdotool("windowactivate", window);
			return xdotool("getactivewindow").strip().equals(window);
		});
		return window;
	}

	/** Waits until no window has this title. */
	void awaitEnd(String title) throws Exception {
		Patience.until("the end of " + title, () -> windows(title).isEmpty());
	}

	/** Presses keys one after the other, in X's names: {@code Return}, {@code ctrl+a}. */
	void press(String... keys) throws IOException, InterruptedException {
		List<String> words = new ArrayList<>(List.of("key", "--delay", KEY_DELAY));
		words.addAll(List.of(keys));
		xdotool(words.toArray(String[]::new));
	}

	/** Goes to a later field. */
	void tab(int fields) throws IOException, InterruptedException {
		press(Collections.nCopies(fields, "Tab").toArray(String[]::new));
	}

	/** Replaces the text of the focused field. */
	void write(String text) throws IOException, InterruptedException {
		press("ctrl+a");
		xdotool("type", "--delay", LETTER_DELAY, text);
	}

	/** Where a window is on the screen, without its frame. */
	Rectangle bounds(String window) throws IOException, InterruptedException {
		Map<String, Integer> values = xdotool("getwindowgeometry", "--shell", window).lines().map(line -> line.split("="))
			.collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
		return new Rectangle(values.get("X"), values.get("Y"), values.get("WIDTH"), values.get("HEIGHT"));
	}

	/** Moves a window's upper left corner, without its frame. */
	void place(String window, int x, int y) throws IOException, InterruptedException {
		xdotool("windowmove", "--sync", window, String.valueOf(x), String.valueOf(y));
	}

	/** Clicks into a window, at pixels from its upper left corner without its frame. */
	void click(String window, int x, int y) throws IOException, InterruptedException {
		xdotool("mousemove", "--sync", "--window", window, String.valueOf(x), String.valueOf(y), "click", "1");
	}

	private String xdotool(String... words) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("xdotool"));
		command.addAll(List.of(words));
		return Children.ask(screen.on(command), PATIENCE_S);
	}
}
