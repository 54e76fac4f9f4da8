package tintype.ij;

import java.awt.EventQueue;
import java.awt.Point;
import java.lang.reflect.InvocationTargetException;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.gui.Plot;

/**
 * An image that is replaced by newer ones while its user may look at it, move
 * it, or close it for good.
 * <p>
 * Its window is touched on AWT's event thread only, where its user closes it
 * too, so that it can't vanish in the middle of a change; and a failure there
 * doesn't end the computation.
 */
final class LiveImage {

	private final Point corner;
	private final boolean onScreen;
	private ImagePlus image;

	/** @param corner where its window opens; null for an image without a window */
	LiveImage(Point corner) {
		this.corner = corner;
		onScreen = corner != null;
	}

	/** Shows a plot in place of the one before. */
	void show(Plot plot) {
		later(() -> {
			if (first()) open(plot.getImagePlus());
			else if (image.getWindow() != null) Plots.replace(image, plot);
		});
	}

	/** Shows a stack in place of the one before; who looked at the last plane sees the new last one. */
	void show(ImagePlus next) {
		later(() -> {
			if (first()) {
				next.setSlice(next.getStackSize());
				open(next);
			}
			else if (image.getWindow() != null) {
				boolean last = image.getCurrentSlice() == image.getStackSize();
				image.setStack(next.getStack());
				image.setProperty("Info", next.getInfoProperty());
				if (last) image.setSlice(image.getStackSize());
			}
		});
	}

	private boolean first() {
		return image == null || !onScreen;
	}

	private void open(ImagePlus first) {
		image = first;
		if (!onScreen) return;
		ImageWindow.setNextLocation(corner);
		image.show();
		// In a macro's run ImageJ makes it the current image of this thread, for ever.
		if (EventQueue.isDispatchThread()) WindowManager.setTempCurrentImage(null);
	}

	private void later(Runnable work) {
		if (!onScreen || EventQueue.isDispatchThread()) work.run();
		else EventQueue.invokeLater(work);
	}

	/** What is shown now; null if nothing was, or its user has closed it. */
	ImagePlus image() {
		awaitEvents();
		return image == null || onScreen && image.getWindow() == null ? null : image;
	}

	private void awaitEvents() {
		if (!onScreen || EventQueue.isDispatchThread()) return;
		try {
			EventQueue.invokeAndWait(() -> IJ.showStatus(""));
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		catch (InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}
}
