package tintype.ij;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GUI;
import ij.macro.Interpreter;
import tintype.study.RunKey;
import tintype.study.StudyListener;
import tintype.study.StudyResult;
import tintype.study.StudyRun;
import tintype.study.StudySettings;

/**
 * The two plots that follow a study while it learns, and beside them at its end tables and
 * verdict. Without a screen and in batch mode there are no windows, and nothing is drawn
 * before the end.
 */
final class StudyWindows implements StudyListener {

	/** About the size of a window with such a plot, in pixels. */
	private static final int WIDTH = 740, HEIGHT = 492;

	/** Of what stands beside the plots, below ImageJ's own window at its usual place. */
	private static final int TOP = 130, LEAST_WIDTH = 400, MOST_WIDTH = 1100, TABLE_HEIGHT = 230;

	private final String data;
	private final StudySettings settings;
	private final boolean onScreen;
	private final LiveImage errors;
	private final LiveImage losses;
	private int beside;

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

	/**
	 * Shows something beside the plots, below what is there already. A window that is open
	 * stays where its user has it; where there is no room, ImageJ finds a place.
	 *
	 * @param title of the window
	 * @param show  opens it
	 */
	void beside(String title, Runnable show) {
		boolean opens = onScreen && WindowManager.getFrame(title) == null;
		show.run();
		Frame window = opens ? WindowManager.getFrame(title) : null;
		if (window == null) return;
		Rectangle screen = GUI.getMaxWindowBounds(IJ.getInstance());
		int width = screen.width - WIDTH, top = TOP + beside * TABLE_HEIGHT;
		if (width < LEAST_WIDTH || top + TABLE_HEIGHT > screen.height) return;
		window.setBounds(screen.x + WIDTH, screen.y + top, Math.min(width, MOST_WIDTH), TABLE_HEIGHT);
		beside++;
	}

	/** What is to be seen now; each null if its user has closed it. */
	ActivationComparison figures() {
		return new ActivationComparison(losses.image(), errors.image());
	}
}
