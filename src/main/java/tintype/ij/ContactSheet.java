package tintype.ij;

import java.awt.Color;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import tintype.train.FolderEvaluation;
import tintype.train.Photo;

/**
 * Some pictures of a folder in rows: grey, coloured, true. Takes pictures evenly
 * spread over the folder and keeps them small.
 */
final class ContactSheet implements FolderEvaluation.Watcher {

	private static final int MOST_ROWS = 12;
	private static final int HEIGHT = 160;

	/** Panoramas are made smaller than the fixed height rather than wider than this. */
	private static final int MOST_WIDTH = 2 * HEIGHT;
	private static final int GAP = 6;
	private static final int TEXT = 16;
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
	private static final List<String> HEADS = List.of("grey", "coloured", "true");

	private record Row(String name, List<ImageProcessor> cells) {}

	private final int files;
	private final List<Row> rows = new ArrayList<>();
	private int offered;

	/** @param files in the folder */
	ContactSheet(int files) {
		this.files = files;
	}

	/** Takes the first picture at or after each of the evenly spread places. */
	@Override
	public void compared(int index, Path file, Photo grey, Photo coloured, Photo truth) {
		int wanted = Math.min(MOST_ROWS, files);
		if (offered >= wanted || index < (long) offered * files / wanted) return;
		offered++;
		rows.add(new Row(file.getFileName().toString(), List.of(small(grey), small(coloured), small(truth))));
	}

	private static ImageProcessor small(Photo photo) {
		double scale = Math.min((double) HEIGHT / photo.height(), (double) MOST_WIDTH / photo.width());
		int width = Math.max(1, (int) Math.round(scale * photo.width()));
		int height = Math.max(1, (int) Math.round(scale * photo.height()));
		ImageProcessor pixels = new ColorProcessor(photo.width(), photo.height(), photo.rgb());
		pixels.setInterpolationMethod(ImageProcessor.BILINEAR);
		return pixels.resize(width, height, true);
	}

	/**
	 * Draws the sheet.
	 *
	 * @param title of the image
	 * @return an RGB image, not shown
	 */
	ImagePlus image(String title) {
		int column = GAP + rows.stream().flatMap(row -> row.cells().stream()).mapToInt(ImageProcessor::getWidth).max().orElse(HEIGHT);
		int height = TEXT + rows.stream().mapToInt(row -> rowHeight(row)).sum() + GAP;
		ImageProcessor sheet = new ColorProcessor(GAP + HEADS.size() * column, height);
		sheet.setColor(Color.WHITE);
		sheet.fill();
		sheet.setColor(Color.BLACK);
		sheet.setFont(FONT);
		sheet.setAntialiasedText(true);
		for (int k = 0; k < HEADS.size(); k++)
			sheet.drawString(HEADS.get(k), GAP + k * column, TEXT);
		int y = TEXT + GAP;
		for (Row row : rows) {
			for (int k = 0; k < row.cells().size(); k++)
				sheet.insert(row.cells().get(k), GAP + k * column, y);
			y += rowHeight(row);
			sheet.drawString(row.name(), GAP, y - GAP / 2);
		}
		return new ImagePlus(title, sheet);
	}

	private static int rowHeight(Row row) {
		return row.cells().get(0).getHeight() + TEXT + GAP;
	}
}
