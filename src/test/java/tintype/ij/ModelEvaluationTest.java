package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import tintype.DefaultModel;
import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.TintypeException;
import tintype.train.Photo;

class ModelEvaluationTest {

	private static final String OLDER = "picture,AuC,remark\r\nolder,0.5,\r\n";

	private static final File NONE = new File("");

	@TempDir
	private Path folder;

	private Path pictures;
	private Path table;

	@BeforeEach
	void copyPictures() throws IOException {
		pictures = Files.createDirectory(folder.resolve("pictures"));
		Path images = Path.of(System.getProperty("user.dir"), "test-images");
		for (String name : List.of("chart-rgb.png", "landscape.png"))
			Files.copy(images.resolve(name), pictures.resolve(name));
		BufferedImage landscape = ImageIO.read(images.resolve("landscape-color.png").toFile());
		ImageIO.write(landscape.getSubimage(0, 200, 80, 60), "png", pictures.resolve("hills.png").toFile());
		table = folder.resolve("table.csv");
	}

	@Test
	void plotSheetAndTable() throws IOException {
		ModelEvaluation evaluation = evaluate(DefaultModel.temperature(), NONE, table.toFile(), Progress.NONE);
		assertEquals("Errors of " + DefaultModel.title(), evaluation.plot().getTitle());
		Plot plot = (Plot) evaluation.plot().getProperty(Plot.PROPERTY_KEY);
		assertTrue(plot.getLimits()[0] <= 0 && plot.getLimits()[1] >= 150 && plot.getLimits()[3] >= 1);
		List<String> rows = Files.readAllLines(table);
		String auc = String.format(Locale.ROOT, "%.4f", Double.parseDouble(rows.get(3).split(",")[1]));
		assertTrue(plot.getPlotObjectLabel(2).startsWith(DefaultModel.title() + ": AuC " + auc), plot.getPlotObjectLabel(2));
		assertTrue(rows.get(1).startsWith("chart-rgb.png,") && rows.get(2).startsWith("hills.png,"), rows.toString());
		assertTrue(rows.get(6).contains("landscape.png") && rows.get(6).endsWith("has no colour."), rows.toString());
	}

	@Test
	void temperatureZeroIsTheModelsOwn() throws IOException {
		assertEquals(csv(DefaultModel.temperature()), csv(0));
		assertNotEquals(csv(1), csv(0));
	}

	private String csv(double temperature) throws IOException {
		evaluate(temperature, NONE, table.toFile(), Progress.NONE);
		return Files.readString(table);
	}

	@Test
	void theSheetHasGreyColouredAndTrueBesideEachOther() {
		ContactSheet sheet = new ContactSheet(1);
		sheet.compared(0, Path.of("wide.png"), filled(200, 100, 0x808080), filled(200, 100, 0x4080c0), filled(200, 100, 0x20c020));
		ImageProcessor pixels = sheet.image("Sheet").getProcessor();
		int third = pixels.getWidth() / 3, y = 60;
		assertEquals(0x808080, pixels.get(third / 2, y) & 0xffffff);
		assertEquals(0x4080c0, pixels.get(third + third / 2, y) & 0xffffff);
		assertEquals(0x20c020, pixels.get(2 * third + third / 2, y) & 0xffffff);
	}

	@Test
	void theSheetSpreadsOverTheFolderAndCopesWithGaps() {
		assertEquals(List.of(1, 2, 12, 12, 12), List.of(sheet(1, 1).rows(), sheet(2, 2).rows(), sheet(12, 12).rows(), sheet(13, 13).rows(),
			sheet(100, 100).rows()));
		assertEquals(2, sheet(100, 12).rows(), "of the first 12 of 100 two places are taken");
	}

	@Test
	void manyRowsStandInTwoBlocks() {
		ImagePlus four = sheet(4, 4).image("Sheet"), two = sheet(2, 2).image("Sheet"), eight = sheet(8, 8).image("Sheet");
		assertTrue(two.getHeight() < four.getHeight());
		assertEquals(four.getHeight(), eight.getHeight());
		assertEquals(two.getWidth(), four.getWidth());
		assertTrue(eight.getWidth() > 2 * four.getWidth());
	}

	private static ContactSheet sheet(int files, int usable) {
		ContactSheet sheet = new ContactSheet(files);
		Photo photo = filled(30, 20, 0x808080);
		for (int i = 0; i < usable; i++)
			sheet.compared(i, Path.of(i + ".png"), photo, photo, photo);
		return sheet;
	}

	private static Photo filled(int width, int height, int rgb) {
		ImagePlus image = new ImagePlus("", new ColorProcessor(width, height));
		image.getProcessor().setValue(rgb);
		image.getProcessor().fill();
		return new Photo(width, height, (int[]) image.getProcessor().getPixels());
	}

	@Test
	void mistakesAreSentences() {
		assertSentence("Choose a folder of colour pictures", () -> ModelEvaluation.of(NONE, "default", new Look(Setting.VIVID, 0, 1), NONE, NONE, Progress.NONE));
		assertSentence("There is no folder", () -> evaluate(0, folder.resolve("missing").toFile(), NONE, Progress.NONE));
		assertSentence("There is no picture in", () -> evaluate(0, Files.createDirectory(folder.resolve("empty")).toFile(), NONE, Progress.NONE));
		assertSentence("choose a folder that exists", () -> evaluate(0, NONE, folder.resolve("missing/table.csv").toFile(), Progress.NONE));
		assertSentence("emperature", () -> evaluate(1.5, NONE, NONE, Progress.NONE));
		assertSentence("aturation", () -> ModelEvaluation.of(pictures.toFile(), "default", new Look(Setting.VIVID, 0, 3), NONE, NONE, Progress.NONE));
		assertSentence("nothing.zip", () -> ModelEvaluation.of(pictures.toFile(), "nothing.zip", new Look(Setting.VIVID, 0, 1), NONE, NONE, Progress.NONE));
	}

	private static void assertSentence(String part, Executable work) {
		String sentence = assertThrows(TintypeException.class, work).getMessage();
		assertTrue(sentence.contains(part), sentence);
	}

	@Test
	void canceledLeavesTheTableAsItWas() throws IOException {
		Files.writeString(table, OLDER);
		AtomicInteger reports = new AtomicInteger();
		Progress impatient = new Progress() {

			@Override
			public void report(long done, long total, String text) {
				reports.incrementAndGet();
			}

			@Override
			public boolean canceled() {
				return reports.get() > 8;
			}
		};
		assertThrows(CancellationException.class, () -> evaluate(0, NONE, table.toFile(), impatient));
		assertEquals(OLDER, Files.readString(table));
		assertFalse(Files.exists(folder.resolve("table.csv.part")));
	}

	private ModelEvaluation evaluate(double temperature, File weights, File csv, Progress progress) {
		return ModelEvaluation.of(pictures.toFile(), "default", new Look(Setting.VIVID, temperature, 1), weights, csv, progress);
	}
}
