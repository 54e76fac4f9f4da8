package tintype.ij;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.WindowManager;
import ij.text.TextWindow;

/** Lines to read and copy: a window, or the Log without a screen. */
public final class ReportWindow {

	private static final int WIDTH = 900;
	private static final int HEIGHT = 600;

	private ReportWindow() {}

	/**
	 * Shows a text, in place of an older one of the same title.
	 *
	 * @param text lines that end with a line feed
	 */
	public static void show(String title, String text) {
		if (GraphicsEnvironment.isHeadless()) IJ.log(text.stripTrailing());
		else if (WindowManager.getFrame(title) instanceof TextWindow window) {
			window.getTextPanel().clear();
			window.append(text.stripTrailing());
			window.toFront();
		}
		else new TextWindow(title, text.stripTrailing(), WIDTH, HEIGHT);
	}
}
