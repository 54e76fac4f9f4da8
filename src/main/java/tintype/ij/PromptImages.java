package tintype.ij;

import java.awt.Canvas;
import java.awt.Image;
import java.awt.MediaTracker;
import java.awt.image.ImageObserver;
import java.util.function.Supplier;

import ij.ImagePlus;

/**
 * Sees to it that ImageJ goes on as soon as a JPEG is decoded. AWT does that on a thread
 * of its own, and ImageJ looks every 30 ms whether it is done, which takes longer than
 * the decoding of a small picture.
 */
final class PromptImages extends Canvas {

	private static final long serialVersionUID = 1;

	/** The component that {@link ImagePlus} asks to load an image. An ImageJ without it only waits longer. */
	private static final String LOADER = "comp";

	private PromptImages() {}

	/** Returns when the image is loaded, so that there is nothing to wait for. */
	@Override
	public boolean prepareImage(Image image, ImageObserver observer) {
		MediaTracker loading = new MediaTracker(new Canvas());
		loading.addImage(image, 0);
		try {
			loading.waitForAll();
		}
		catch (InterruptedException e) { // then ImageJ waits in its own way
			Thread.currentThread().interrupt();
		}
		return super.prepareImage(image, observer);
	}

	/** Not for several threads at the same time. */
	static <T> T during(Supplier<T> work) {
		Object usual = StaticField.swap(ImagePlus.class, LOADER, new PromptImages());
		try {
			return work.get();
		}
		finally {
			StaticField.swap(ImagePlus.class, LOADER, usual);
		}
	}
}
