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
	/** More rows are split in two, to fit a screen. */
	private static final int MOST_BELOW = 4;
	private static final int GAP = 6;
	private static final int BETWEEN = 18;
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

	/** How many pictures were taken. */
	int rows() {
		return rows.size();
	}

	/**
	 * Draws the sheet; the second half of many rows stands beside the first.
	 *
	 * @param title of the image
	 * @return an RGB image, not shown
	 */
	ImagePlus image(String title) {
		int half = rows.size() <= MOST_BELOW ? rows.size() : (rows.size() + 1) / 2;
		List<List<Row>> blocks = half == rows.size() ? List.of(rows) : List.of(rows.subList(0, half), rows.subList(half, rows.size()));
		int column = GAP + rows.stream().flatMap(row -> row.cells().stream()).mapToInt(ImageProcessor::getWidth).max().orElse(HEIGHT);
		int block = HEADS.size() * column + BETWEEN;
		int height = blocks.stream().mapToInt(ContactSheet::height).max().orElse(0);
		ImageProcessor sheet = new ColorProcessor(blocks.size() * block - BETWEEN + GAP, TEXT + GAP + height);
		sheet.setColor(Color.WHITE);
		sheet.fill();
		sheet.setColor(Color.BLACK);
		sheet.setFont(FONT);
		sheet.setAntialiasedText(true);
		for (int i = 0; i < blocks.size(); i++)
			draw(sheet, blocks.get(i), GAP + i * block, column);
		return new ImagePlus(title, sheet);
	}

	private static void draw(ImageProcessor sheet, List<Row> block, int left, int column) {
		for (int k = 0; k < HEADS.size(); k++)
			sheet.drawString(HEADS.get(k), left + k * column, TEXT);
		int y = TEXT + GAP;
		for (Row row : block) {
			for (int k = 0; k < row.cells().size(); k++)
				sheet.insert(row.cells().get(k), left + k * column, y);
			y += height(List.of(row));
			sheet.drawString(row.name(), left, y - GAP / 2);
		}
	}

	private static int height(List<Row> block) {
		return block.stream().mapToInt(row -> row.cells().get(0).getHeight() + TEXT + GAP).sum();
	}
}
