package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import tintype.Progress;
import tintype.rectify.Interpolation;

/** The rectifying commands from real macros. */
class RectifyMacroTest {

	private static final String RAMP = "newImage('ramp', 'RGB ramp', 60, 50, 1);";

	private static final String SUM = "s = 0; for (y = 0; y < getHeight(); y++) for (x = 0; x < getWidth(); x++) s = (s * 31 + (getPixel(x, y) & 0xffffff)) % 1e9;";

	private static final String LINE = "run('Rectify by Four Points...', 'corners=[5.5,5.5 50.5,8.5 52.5,42.5 4.5,40.5] size=[width and height] width=40 height=30 resolution=2 interpolation=bicubic');";

	@TempDir
	private Path folder;

	@Test
	void aLineWithNumbersMakesWhatAScriptMakes() {
		ImagePlus flat = Rectification.of(IJ.createImage("ramp", "RGB ramp", 60, 50, 1),
			new PlaneRequest("5.5,5.5 50.5,8.5 52.5,42.5 4.5,40.5", FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, 40, 30, "mm", 0, 2, ""),
			new Resampling(Interpolation.BICUBIC, false, 0, false), Progress.NONE).flat();
		double sum = 0;
		for (int pixel : (int[]) flat.getProcessor().getPixels())
			sum = (sum * 31 + (pixel & 0xffffff)) % 1e9;
		MacroRun run = MacroRun.of(RAMP, LINE, SUM, "getPixelSize(unit, w, h); return '' + s + ' ' + getWidth() + ' ' + getHeight() + ' ' + unit + ' ' + w;");
		assertEquals((long) sum + " 80 60 mm 0.5", run.result(), run.told());
	}

	/** A polygon's vertices lie between pixels. */
	@Test
	void aSelectionIsEnough() {
		MacroRun drawn = MacroRun.of(RAMP, "makePolygon(6, 6, 51, 9, 53, 43, 5, 41);",
			"run('Rectify by Four Points...', 'size=[width and height] width=40 height=30 resolution=2 interpolation=bicubic');", SUM, "return '' + s;");
		assertEquals(MacroRun.of(RAMP, LINE, SUM, "return '' + s;").result(), drawn.result(), drawn.told());
	}

	@Test
	void theSameAgainByTheLastMappingAndByAFile() {
		String file = folder.resolve("plate.json").toString();
		MacroRun run = MacroRun.of(RAMP, "photo = getImageID();", LINE.replace("resolution=2", "resolution=2 mapping=[" + file + "]"), SUM, "first = s;",
			"selectImage(photo); run('Rectify by Mapping...', 'interpolation=bicubic');", SUM, "second = s;",
			"selectImage(photo); run('Rectify by Mapping...', 'mapping=[" + file + "] interpolation=bicubic');", SUM,
			"return '' + (first == second && second == s) + ' ' + getTitle();");
		assertEquals("1 ramp-rectified", run.result(), run.told());
		assertTrue(Files.exists(Path.of(file)));
	}

	/** The label's true corners are in label-oblique.txt, beside it. */
	@Test
	void aProposalCanBeRectified() {
		String label = Path.of(System.getProperty("user.dir"), "test-images", "label-oblique.png").toString();
		MacroRun run = MacroRun.of("open('" + label + "');", "run('Propose Corners');", "getSelectionCoordinates(x, y);",
			"run('Rectify by Four Points...', 'size=[width and height] width=80 height=50 resolution=4');",
			"return '' + selectionType() + ' ' + getTitle() + ' ' + getWidth() + ' ' + (abs(x[0] - 46.2213) < 0.5 && abs(y[2] - 255.0544) < 0.5);");
		assertEquals("-1 label-oblique-rectified 320 1", run.result(), run.told());
		MacroRun blank = MacroRun.of("newImage('blank', '8-bit black', 300, 200, 1);", "run('Propose Corners');", "return 'went on';");
		assertTrue(blank.aborted(), blank.result());
		assertTrue(blank.told().contains("No outline of a sheet, plate or gel stands out in"), blank.told());
	}

	/** A point drawn on the flat picture comes back to where it was on the photograph, and goes there. */
	@Test
	void selectionsGoThereAndBack() {
		MacroRun run = MacroRun.of(RAMP, LINE, "makePoint(20, 30);", "run('Send Selections...', '');", "back = getTitle() + ' ' + Overlay.size;",
			"Overlay.activateSelection(0); run('Remove Overlay'); ", "run('Send Selections...', 'onto=ramp-rectified');",
			"Overlay.activateSelection(0); getSelectionCoordinates(x, y);",
			"return back + ', ' + getTitle() + ' ' + round(1000 * x[0]) + ' ' + round(1000 * y[0]) + ', ' + nImages;");
		assertEquals("ramp 1, ramp-rectified 20000 30000, 2", run.result(), run.told());
	}

	@Test
	void nothingToSendStopsTheMacro() {
		MacroRun run = MacroRun.of(RAMP, LINE, "run('Send Selections...', '');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().contains("has neither a selection nor an overlay"), run.told());
	}

	/** Enlarged twice, three of four pixels stay empty, though the picture is black. */
	@Test
	void teachingShowsTheHoles() {
		MacroRun run = MacroRun.of("newImage('black', '8-bit black', 40, 30, 1);",
			"run('Rectify by Four Points...', 'corners=[-0.5,-0.5 39.5,-0.5 39.5,29.5 -0.5,29.5] size=[width and height] width=40 height=30 resolution=2 teaching');",
			"selectImage('black-holes'); getStatistics(area, mean); list = getList('image.titles'); Array.sort(list);",
			"return '' + mean / 255 + ' ' + String.join(list, ' ');");
		assertEquals("0.75 black black-first-approximation black-holes black-rectified", run.result(), run.told());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"corners=[1,1 9,9 5,5 20,3] | lie on one line", //
		"corners=[1,1 9,1 9,1 1,9] | are the same", //
		"corners=[1,1 40,1 10,10 1,40] | lies inside the triangle", //
		"corners=[1,1 9,1] | 2 points are marked", //
		"'' | 0 points are marked", //
		"corners=[5,5 50,8 52,42 4,40] size=[width and height] | both are 0", //
		"corners=[5,5 50,8 52,42 4,40] size=[width and height] width=-3 height=4 | give lengths above 0", //
		"corners=[5,5 50,8 52,42 4,40] size=A4 resolution=100000 | give fewer pixels per unit", //
		"corners=[5,5 50,8 52,42 4,40] resolution=-1 | give a number above 0", //
		"corners=[5,5 50,8 52,42 4,40] margin=-4000 | leaves nothing", //
		"corners=[5,5 50,8 52,42 4,40] interpolation=best | is not a choice", //
		"corners=[5,5 50,8 52,42 4,40] targets=[0,0 1,0 1,1] | 4 source points but 3 target points", //
		"corners=[5,5 50,8 52,42 4,40] mapping=plate.txt | plate.txt" })
	void mistakesStopTheMacroWithASentence(String options, String sentence) {
		MacroRun run = MacroRun.of(RAMP, "run('Rectify by Four Points...', '" + options.replace("''", "") + "');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().contains(sentence), run.told());
	}
}
