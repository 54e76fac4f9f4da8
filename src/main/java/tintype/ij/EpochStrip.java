package tintype.ij;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import tintype.train.Photo;
import tintype.train.TrainingLog.Preview;
import tintype.train.TrainingLog.Row;

/**
 * Some validation pictures as each epoch coloured them: a stack with a plane
 * per epoch, in it a column per picture, the grey one above, its colours in the
 * middle, the true ones below. Grey and truth stay in place, so turning the
 * pages shows what the network learns.
 */
final class EpochStrip {

	/** Of each picture in pixels; the width follows. */
	private static final int HEIGHT = 160;
	private static final int GAP = 4;

	/** Panoramas are made lower than the others rather than wider than this. */
	private static final int MOST_WIDTH = 2 * HEIGHT;

	/** Of all planes; more would take the memory that training needs. */
	private static final int MOST_BYTES = 32 << 20;

	private final String title;
	private final List<String> labels = new ArrayList<>();
	private final List<int[]> planes = new ArrayList<>();
	private List<Integer> widths = List.of();
	private String names = "";

	EpochStrip(String title) {
		this.title = title;
	}

	/** Adds an epoch; when the planes get too many bytes, every second older one goes. */
	void add(Row row) {
		if (planes.isEmpty()) {
			widths = row.preview().stream().map(preview -> scaledWidth(preview.truth())).toList();
			names = row.preview().stream().map(Preview::name).collect(Collectors.joining(", "));
		}
		planes.add(plane(row.preview()));
		labels.add(String.format(Locale.ROOT, "epoch %d, rebalanced AuC %.4f", row.epoch(), row.validation().rebalancedAuc()));
		if (planes.size() > Math.max(2, mostPlanes())) thin();
	}

	private int mostPlanes() {
		return MOST_BYTES / (planes.get(0).length * Integer.BYTES);
	}

	/** Epochs that are kept. */
	int planes() {
		return planes.size();
	}

	/** Keeps the first plane, the newest, and every second one between. */
	private void thin() {
		for (int i = planes.size() - 2; i > 0; i -= 2) {
			planes.remove(i);
			labels.remove(i);
		}
	}

	private static int scaledWidth(Photo photo) {
		return Math.max(1, Math.min(MOST_WIDTH, Math.round((float) HEIGHT * photo.width() / photo.height())));
	}

	private int width() {
		return widths.stream().mapToInt(Integer::intValue).sum() + GAP * (widths.size() - 1);
	}

	private int[] plane(List<Preview> previews) {
		ColorProcessor plane = new ColorProcessor(width(), 3 * HEIGHT + 2 * GAP);
		plane.setColor(Color.WHITE);
		plane.fill();
		int left = 0;
		for (int i = 0; i < Math.min(widths.size(), previews.size()); i++) {
			Preview preview = previews.get(i);
			int top = 0;
			for (Photo photo : List.of(preview.grey(), preview.coloured(), preview.truth())) {
				plane.insert(scaled(photo, widths.get(i)), left, top);
				top += HEIGHT + GAP;
			}
			left += widths.get(i) + GAP;
		}
		return (int[]) plane.getPixels();
	}

	private static int scaledHeight(Photo photo, int width) {
		return Math.max(1, Math.min(HEIGHT, Math.round((float) width * photo.height() / photo.width())));
	}

	private static ImageProcessor scaled(Photo photo, int width) {
		ImageProcessor picture = new ColorProcessor(photo.width(), photo.height(), photo.rgb());
		picture.setInterpolationMethod(ImageProcessor.BILINEAR);
		return picture.resize(width, scaledHeight(photo, width), true);
	}

	/** A new image of all planes, whose pixels are not copied. */
	ImagePlus image() {
		ImageStack stack = new ImageStack(width(), 3 * HEIGHT + 2 * GAP);
		for (int i = 0; i < planes.size(); i++)
			stack.addSlice(labels.get(i), planes.get(i));
		ImagePlus imp = new ImagePlus(title, stack);
		imp.setProperty("Info", "Tintype: above the grey pictures, in the middle their colours by the model, below the true ones\n" +
			"Tintype: " + names + "\n");
		return imp;
	}
}
