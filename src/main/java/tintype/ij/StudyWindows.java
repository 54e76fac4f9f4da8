package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.gui.GUI;
import ij.macro.Interpreter;
import tintype.study.RunKey;
import tintype.study.StudyListener;
import tintype.study.StudyResult;
import tintype.study.StudyRun;
import tintype.study.StudySettings;

/**
 * The two plots that follow a study while it learns. Without a screen and in batch mode
 * there are no windows, and nothing is drawn before the end.
 */
final class StudyWindows implements StudyListener {

	/** About the height of a window with such a plot. */
	private static final int HEIGHT = 520;

	private final String data;
	private final StudySettings settings;
	private final boolean onScreen;
	private final LiveImage errors;
	private final LiveImage losses;

	/** The newest of each run, finished or not. */
	private final Map<RunKey, StudyRun> runs = new LinkedHashMap<>();

	StudyWindows(String data, StudySettings settings) {
		this.data = data;
		this.settings = settings;
		onScreen = !GraphicsEnvironment.isHeadless() && IJ.getInstance() != null && !Interpreter.isBatchMode();
		errors = new LiveImage(onScreen ? corner(0) : null);
		losses = new LiveImage(onScreen ? corner(HEIGHT) : null);
	}

	private static Point corner(int down) {
		Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		return new Point(screen.x, screen.y + Math.min(down, Math.max(0, screen.height - HEIGHT)));
	}

	@Override
	public void learning(StudyRun soFar) {
		runs.put(soFar.key(), soFar);
		if (onScreen) plot(new StudyResult(data, settings, List.copyOf(runs.values())));
	}

	@Override
	public void finished(StudyRun run) {
		learning(run);
	}

	/** Draws what a study has so far. */
	void plot(StudyResult study) {
		errors.show(StudyPlots.errors(study));
		losses.show(StudyPlots.losses(study));
	}

	/** What is to be seen now; each null if its user has closed it. */
	ActivationComparison figures() {
		return new ActivationComparison(losses.image(), errors.image());
	}
}
