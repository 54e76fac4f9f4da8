package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import ij.gui.GUI;
import ij.macro.Interpreter;
import tintype.train.TrainingLog;

/**
 * The windows that follow a training: losses and scores by epoch as plots, a
 * strip of pictures, and a table. They come with the first epoch, and none that
 * its user closes comes back. Without a screen and in batch mode there are no
 * windows, and the same images are only returned.
 */
final class TrainingWindows implements TrainingLog {

	/** Below ImageJ's own window at its usual place, in pixels. */
	private static final int STRIP_TOP = 130;

	private final LiveImage curves;
	private final LiveImage scores;
	private final LiveImage strip;
	private final LiveTable table;
	private final TrainingCurves plots;
	private final EpochStrip epochs;
	private final List<Row> rows = new ArrayList<>();

	/** @param name of the model, for titles */
	TrainingWindows(String name) {
		boolean onScreen = !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null && !Interpreter.isBatchMode();
		curves = new LiveImage(onScreen ? corner(0, 0) : null);
		scores = new LiveImage(onScreen ? corner(0, TrainingCurves.WINDOW.height) : null);
		strip = new LiveImage(onScreen ? corner(TrainingCurves.WINDOW.width, STRIP_TOP) : null);
		table = new LiveTable("Training of " + name, onScreen);
		plots = new TrainingCurves(name);
		epochs = new EpochStrip("Epochs of " + name);
	}

	/** On ImageJ's screen, so that the windows don't hide each other. */
	private static Point corner(int right, int down) {
		Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		return new Point(screen.x + right, screen.y + down);
	}

	@Override
	public void started(Outline outline) {
		rows.addAll(outline.earlier());
		rows.forEach(table::add);
		if (!rows.isEmpty()) plot();
	}

	@Override
	public void add(Row row) {
		rows.add(row);
		table.add(row);
		plot();
		if (row.preview().isEmpty()) return;
		epochs.add(row);
		// ImageJ would open a new window, and take the focus, when a second plane came.
		if (epochs.planes() > 1) strip.show(epochs.image());
	}

	private void plot() {
		curves.show(plots.losses(rows));
		scores.show(plots.scores(rows));
	}

	/** What is to be seen now. */
	ModelTraining.Figures figures() {
		if (epochs.planes() == 1) strip.show(epochs.image());
		return new ModelTraining.Figures(curves.image(), scores.image(), strip.image());
	}
}
