package tintype.ij;

import java.awt.GraphicsEnvironment;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.lang.ref.WeakReference;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import tintype.TintypeException;
import tintype.inspect.ReceptiveField;

/**
 * The pixels of the input that a pixel of a feature map depends on. The map's image
 * holds, as a text property that a TIFF keeps, how its pixels lie over the input.
 */
public final class FieldRoi {

	private static final String PROPERTY = "Tintype field";
	private static final String NAME = "receptive field";

	private FieldRoi() {}

	/** Remembers the field in a stack, and shows fields on the input when somebody clicks on the stack's window. */
	static void attach(ImagePlus stack, ReceptiveField field, ImagePlus input) {
		stack.setProp(PROPERTY, field.sizeX() + " " + field.sizeY() + " " + field.strideX() + " " + field.strideY() + " " + //
			field.firstX() + " " + field.firstY() + " " + input.getWidth() + " " + input.getHeight() + " " + input.getTitle());
		if (!GraphicsEnvironment.isHeadless()) ImagePlus.addImageListener(new Clicks(stack));
	}

	/**
	 * The field of the selected pixel, or of the middle of the selection, of a feature
	 * map; it is drawn on the input if that is open and, where ImageJ has its
	 * windows, put into the ROI Manager.
	 *
	 * @param stack of feature maps, as {@link FeatureStack} makes it, perhaps saved in between
	 * @throws TintypeException if it is none, or nothing is selected
	 */
	public static Roi selected(ImagePlus stack) {
		Roi selection = stack.getRoi();
		if (stack.getProp(PROPERTY) == null) throw new TintypeException("The image \"" + stack.getTitle() + //
			"\" is no stack of feature maps that knows its input: choose one that Network Inspector made.");
		if (selection == null) throw new TintypeException("Nothing is selected on \"" + stack.getTitle() + "\": click a pixel with the point tool first.");
		Rectangle2D bounds = selection.getFloatBounds();
		Roi field = of(stack, (int) Math.floor(bounds.getCenterX()), (int) Math.floor(bounds.getCenterY()));
		draw(stack, field);
		if (IJ.getInstance() != null) manager().addRoi(field);
		return field;
	}

	/** The one that is open, or that of a macro in batch mode; else opens it. */
	private static RoiManager manager() {
		RoiManager open = RoiManager.getInstance();
		return open != null ? open : RoiManager.getRoiManager();
	}

	/** The field of pixel (x, y) in pixels of the input; it may reach over its edges, but the whole image is just that. */
	private static Roi of(ImagePlus stack, int x, int y) {
		String[] words = words(stack);
		double[] f = new double[8];
		for (int i = 0; i < f.length; i++)
			f[i] = Double.parseDouble(words[i]);
		double[] across = side(f[0], f[4] + f[2] * x, f[6]), down = side(f[1], f[5] + f[3] * y, f[7]);
		Roi roi = new Roi(across[0], down[0], across[1], down[1]);
		roi.setName(stack.getTitle() + " " + x + "," + y);
		return roi;
	}

	/** Begin and length of a field of this size around the centre of a pixel, of all of the image if it is infinite. */
	private static double[] side(double size, double center, double edge) {
		return Double.isInfinite(size) ? new double[] { 0, edge } : new double[] { center + 0.5 - size / 2, size };
	}

	private static String[] words(ImagePlus stack) {
		return stack.getProp(PROPERTY).split(" ", 9);
	}

	/** In place of an older one; the user's own overlay stays. */
	private static void draw(ImagePlus stack, Roi field) {
		ImagePlus input = WindowManager.getImage(words(stack)[8]);
		if (input == null) return;
		Overlay overlay = input.getOverlay() == null ? new Overlay() : input.getOverlay();
		overlay.remove(NAME);
		Roi drawn = (Roi) field.clone();
		drawn.setName(NAME);
		drawn.setStrokeColor(Roi.getColor());
		overlay.add(drawn);
		input.setOverlay(overlay);
		IJ.showStatus(field.getName() + " sees " + drawn.getFloatWidth() + " x " + drawn.getFloatHeight() + " pixels of " + input.getTitle());
	}

	/** Waits for a stack's window, listens to its clicks, and goes with it. Does not keep a stack that is never shown. */
	private static final class Clicks extends MouseAdapter implements ImageListener {

		private final WeakReference<ImagePlus> stack;

		private Clicks(ImagePlus stack) {
			this.stack = new WeakReference<>(stack);
		}

		@Override
		public void imageOpened(ImagePlus imp) {
			if (imp == stack.get() && imp.getCanvas() != null) imp.getCanvas().addMouseListener(this);
		}

		@Override
		public void mousePressed(MouseEvent event) {
			ImageCanvas canvas = (ImageCanvas) event.getSource();
			ImagePlus imp = stack.get();
			if (imp != null) draw(imp, of(imp, canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY())));
		}

		@Override
		public void imageClosed(ImagePlus imp) {
			if (stack.get() == null || imp == stack.get()) ImagePlus.removeImageListener(this);
		}

		@Override
		public void imageUpdated(ImagePlus imp) {}
	}
}
