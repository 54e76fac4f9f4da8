package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import tintype.Progress;
import tintype.TintypeException;
import tintype.inspect.Layers;
import tintype.inspect.SmallNetworks;

/** What a pixel of a feature map depends on. */
class FieldRoiTest {

	@TempDir
	private Path folder;

	private Path model;
	private ImagePlus input;

	@BeforeEach
	void writeModel() {
		model = SmallNetworks.digits(folder, 0);
		input = Asked.image(Layers.waves(1, 1, SmallNetworks.HEIGHT, SmallNetworks.WIDTH, 1));
	}

	private static String field(ImagePlus maps, Roi selection) {
		maps.setRoi(selection);
		Rectangle2D field = FieldRoi.selected(maps).getFloatBounds();
		return (int) field.getX() + " " + (int) field.getY() + " " + field.getWidth() + " " + field.getHeight();
	}

	/** Of pixel (x, y): 3 x 3 at every second pixel; after the pooling 5 x 5 at every fourth. */
	@ParameterizedTest
	@CsvSource({ "conv, 0, 0, 0 0 3.0 3.0", "conv, 3, 2, 6 4 3.0 3.0", "pool, 0, 0, 0 0 5.0 5.0", "pool, 2, 1, 8 4 5.0 5.0" })
	void theFieldOfAPixel(String layer, int x, int y, String expected) {
		ImagePlus maps = Asked.of(model, input, "to=" + layer).after();
		assertEquals(expected, field(maps, new PointRoi(x, y)), "the point tool in a macro");
		assertEquals(expected, field(maps, new PointRoi(x + 0.7, y + 0.2)), "a click at high zoom");
		assertEquals(expected, field(maps, new Roi(x, y, 1, 1)), "a rectangle");
	}

	/** The middle of what is selected. */
	@Test
	void theFieldOfASelection() {
		ImagePlus maps = Asked.of(model, input, "to=conv").after();
		assertEquals("4 2 3.0 3.0", field(maps, new OvalRoi(1, 0, 3, 3)));
	}

	@Test
	void aFieldIsNamed() {
		ImagePlus maps = Asked.of(model, input, "to=conv values=before").before();
		maps.setRoi(new PointRoi(3, 2));
		assertEquals("conv before 3,2", FieldRoi.selected(maps).getName());
	}

	/** What takes a mean of the whole image into account sees all of it: the last layers of the default model. */
	@Test
	void theWholeImageIsJustThat() {
		ImagePlus photograph = IJ.createImage("ramp", "8-bit ramp", 48, 32, 1);
		Inspection result = Inspection.of(photograph, Asked.request(Path.of("default"), "range=auto"), Progress.NONE);
		assertTrue(result.after().getInfoProperty().contains("receptive field whole image"), result.after().getInfoProperty());
		assertEquals("0 0 48.0 32.0", field(result.after(), new PointRoi(2, 1)));
	}

	@Test
	void survivesASavedStack() {
		ImagePlus maps = Asked.of(model, input, "to=conv").after();
		String file = folder.resolve("maps.tif").toString();
		IJ.saveAsTiff(maps, file);
		assertEquals("6 4 3.0 3.0", field(IJ.openImage(file), new PointRoi(3, 2)));
	}

	/** From the command: on the input that is open, in place of the one before. */
	@Test
	void isDrawnOnTheInput() {
		MacroRun run = MacroRun.of("newImage('grid', '32-bit ramp', 14, 12, 1);", "makeRectangle(1, 1, 2, 2); run('Add Selection...'); run('Select None');",
			"run('Network Inspector...', 'model=[" + model + "] to=conv');", "makePoint(1, 1); run('Receptive Field');",
			"selectImage('conv after'); makePoint(3, 2); run('Receptive Field');", "selectImage('grid'); n = Overlay.size;",
			"Overlay.activateSelection(n - 1); getSelectionBounds(x, y, w, h);", "return '' + n + ' ' + x + ' ' + y + ' ' + w + ' ' + h;");
		assertEquals("2 6 4 3 3", run.result(), run.told());
	}

	@Test
	void otherImagesAndNoSelectionAreOneSentence() {
		String other = assertThrows(TintypeException.class, () -> FieldRoi.selected(input)).getMessage();
		assertEquals("The image \"waves\" is no stack of feature maps that knows its input: choose one that Network Inspector made.", other);
		ImagePlus maps = Asked.of(model, input, "to=conv").after();
		String none = assertThrows(TintypeException.class, () -> FieldRoi.selected(maps)).getMessage();
		assertEquals("Nothing is selected on \"conv after\": click a pixel with the point tool first.", none);
	}

	/** In a macro as well. */
	@Test
	void stopsAMacro() {
		MacroRun run = MacroRun.of("newImage('grid', '8-bit ramp', 14, 12, 1);", "run('Receptive Field');", "return 'went on';");
		assertTrue(run.aborted() && run.told().contains("is no stack of feature maps"), run.result() + run.told());
	}
}
