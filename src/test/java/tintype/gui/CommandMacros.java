package tintype.gui;

import java.nio.file.Path;

/**
 * ImageJ macros that open the images which the commands work on, and that write down what
 * a command has made of them; the same on a screen and without.
 */
final class CommandMacros {

	static final String PHOTOGRAPH = "label-oblique.png", FLAT = "flat", MAPS = "layer0 after";

	private static final String OPENING = """
		open("%s/label-oblique.png");
		setLocation(20, 130);
		run("Rectify by Four Points...", "corners=[46,43 310,104 351,254 26,220] size=[width and height] width=80 height=50");
		rename("flat");
		setLocation(20, 480);
		selectImage("label-oblique.png");
		run("Network Inspector...", "model=colornet to=1 summary=false");
		setLocation(440, 130);
		""";

	/** Brings back the selections, takes away the overlays. */
	private static final String FUNCTIONS = """
		function isOurs() {
			title = getTitle();
			if (title == "label-oblique.png" || title == "flat" || title == "layer0 after") return 1;
			return 0;
		}

		function prepare() {
			selectImage("layer0 after");
			run("Remove Overlay");
			makePoint(150, 120);
			selectImage("flat");
			run("Remove Overlay");
			makeRectangle(40, 30, 60, 40);
			selectImage("label-oblique.png");
			run("Remove Overlay");
			makePolygon(46, 43, 310, 104, 351, 254, 26, 220);
		}

		function selection() {
			if (selectionType() < 0) return "";
			getSelectionCoordinates(x, y);
			text = ", selected";
			for (k = 0; k < x.length; k++) text += " " + d2s(x[k], 2) + "," + d2s(y[k], 2);
			return text;
		}

		function facts() {
			text = getTitle() + ", " + getWidth() + " x " + getHeight() + " x " + nSlices + ", " + bitDepth() + " bits" + selection();
			for (k = 0; k < Overlay.size; k++) {
				Overlay.getBounds(k, x, y, width, height);
				text += ", overlay " + d2s(x, 1) + "," + d2s(y, 1) + " " + d2s(width, 1) + " x " + d2s(height, 1);
			}
			run("Select None");
			getStatistics(area, mean);
			return text + ", mean " + d2s(mean, 6) + "\\n";
		}

		function take(folder) {
			File.makeDirectory(folder);
			text = "";
			for (i = nImages; i > 0; i--) {
				selectImage(i);
				text = text + facts();
				ours = isOurs();
				if (ours == 0) {
					saveAs("tiff", folder + "/" + replace(getTitle(), "[^A-Za-z0-9.]", "-"));
					close();
				}
			}
			prepare();
			return text;
		}
		""";

	/** F6 writes what is recorded, F7 what images there are, and closes all that is new, F8 the last message. */
	private static final String KEYS = """
		macro "Recorded [f6]" {
			selectWindow("Recorder");
			put("recorded", getInfo("window.contents"));
		}

		macro "Take [f7]" {
			text = take("%1$s/taken");
			windows = getList("window.titles");
			for (i = 0; i < windows.length; i++) {
				if (windows[i] == "Recorder") continue;
				selectWindow(windows[i]);
				run("Close");
			}
			put("facts", text);
		}

		macro "Error [f8]" {
			put("error", "" + call("ij.IJ.getErrorMessage"));
		}

		function put(name, text) {
			File.saveString(text, "%1$s/" + name + ".part");
			renamed = File.rename("%1$s/" + name + ".part", "%1$s/" + name + ".txt");
		}
		""";

	private CommandMacros() {}

	/** @param images the project's test-images */
	static String opening(Path images) {
		return OPENING.formatted(images);
	}

	/** To be installed. */
	static String keys(Path folder) {
		return KEYS.formatted(folder) + FUNCTIONS;
	}

	/** To be at the end of a macro that calls prepare and take. */
	static String functions() {
		return FUNCTIONS;
	}
}
