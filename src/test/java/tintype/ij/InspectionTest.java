package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import tintype.CancelsAfter;
import tintype.Inspector;
import tintype.TintypeException;
import tintype.inspect.Layers;
import tintype.inspect.Npy;
import tintype.inspect.SmallNetworks;
import tintype.inspect.Tensor;
import tintype.inspect.read.KerasFilesTest;

/** What an inspection shows of a small network and one image. */
class InspectionTest {

	private static final Tensor WAVES = Layers.waves(1, 1, SmallNetworks.HEIGHT, SmallNetworks.WIDTH, 1);

	@TempDir
	private Path folder;

	private Path model;
	private ImagePlus imp;

	@BeforeEach
	void writeModel() {
		model = SmallNetworks.digits(folder, 0);
		imp = Asked.image(WAVES);
	}

	private String refused(String options) {
		return assertThrows(TintypeException.class, () -> Asked.of(model, imp, options)).getMessage();
	}

	private static float[] pixels(ImagePlus stack) {
		float[] all = new float[0];
		for (int slice = 1; slice <= stack.getStackSize(); slice++) {
			float[] plane = (float[]) stack.getStack().getPixels(slice);
			all = Arrays.copyOf(all, all.length + plane.length);
			System.arraycopy(plane, 0, all, all.length - plane.length, plane.length);
		}
		return all;
	}

	@Test
	void beforeIsWhatTheReluCutsOff() {
		Inspection result = Asked.of(model, imp, "to=conv values=both");
		float[] before = pixels(result.before()), after = pixels(result.after());
		int negative = 0;
		for (int i = 0; i < before.length; i++) {
			assertEquals(Math.max(0, before[i]), after[i]);
			if (before[i] < 0) negative++;
		}
		assertTrue(negative > 30, negative + " values below 0, a map of 30 among them");
	}

	@Test
	void onlyWhatIsAskedForIsShown() {
		Inspection result = Asked.of(model, imp, "to=1 values=none");
		assertEquals(new Inspection(null, null, null, null, null, null, null, null), result);
		Inspection all = Asked.of(model, imp, "to=1 values=both weights filters montage statistics gradient=1");
		for (ImagePlus each : new ImagePlus[] { all.curves(), all.histograms(), all.kernels(), all.slopes(), all.overview(), all.before(), all.after() })
			assertNotNull(each);
		assertNull(all.difference());
	}

	@Test
	void filtersAreAFrameEachAndLabelled() {
		ImagePlus kernels = Asked.of(model, null, "to=conv filters").kernels();
		assertArrayEquals(new int[] { 3, 3, 1, 1, SmallNetworks.MAPS }, kernels.getDimensions());
		assertEquals("conv #1 of 0", kernels.getStack().getSliceLabel(2));
		try (Inspector network = Inspector.open(model.toString())) {
			Tensor kernel = network.graph().layer("conv").weight("kernel");
			for (int y = 0; y < 3; y++)
				for (int x = 0; x < 3; x++)
					assertEquals(kernel.at(y, x, 0, 1), kernels.getStack().getProcessor(2).getf(x, y));
		}
		assertTrue(refused("to=pool filters").startsWith("Layer pool has no filters"));
	}

	@Test
	void histogramsHaveASliceForEachTensor() {
		ImageStack stack = Asked.of(model, null, "weights").histograms().getStack();
		assertEquals("conv kernel, conv bias, classes kernel, classes bias",
			String.join(", ", Arrays.asList(stack.getSliceLabels()).subList(0, stack.size())));
	}

	@Test
	void dropoutDropsInTrainingOnly() {
		float[] conv = pixels(Asked.of(model, imp, "to=conv").after()), tested = pixels(Asked.of(model, imp, "to=thinned").after());
		float[] trained = pixels(Asked.of(model, imp, "to=thinned phase=training seed=3").after());
		assertArrayEquals(conv, tested);
		int kept = 0, dropped = 0;
		for (int i = 0; i < conv.length; i++)
			if (conv[i] != 0) {
				if (trained[i] == 0) dropped++;
				else assertEquals(2 * conv[i], trained[i], 1e-6f * conv[i], "what stays is doubled");
				if (trained[i] != 0) kept++;
			}
		assertTrue(kept > 4 && dropped > 4, kept + " kept, " + dropped + " dropped");
		assertArrayEquals(trained, pixels(Asked.of(model, imp, "to=thinned phase=training seed=3").after()));
		assertFalse(Arrays.equals(trained, pixels(Asked.of(model, imp, "to=thinned phase=training seed=4").after())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "to=conv values=both statistics verify gradient=1 montage", "to=conv fit range=[0 to 1]" })
	void theUsersImageStaysAsItIs(String options) {
		ImagePlus user = options.contains("fit") ? new ImagePlus("user", imp.getProcessor().resize(30, 20)) : imp;
		user.setDisplayRange(-0.5, 0.25);
		user.setRoi(2, 3, 4, 5);
		user.getCalibration().pixelWidth = 0.3;
		user.changes = false;
		float[] pixels = ((float[]) user.getProcessor().getPixels()).clone();
		Roi roi = user.getRoi();
		Asked.of(model, user, options);
		assertArrayEquals(pixels, (float[]) user.getProcessor().getPixels());
		assertEquals(roi, user.getRoi());
		assertEquals(0.3, user.getCalibration().pixelWidth);
		assertEquals(-0.5, user.getDisplayRangeMin());
		assertEquals(0.25, user.getDisplayRangeMax());
		assertNull(user.getOverlay());
		assertNull(user.getInfoProperty());
		assertFalse(user.changes);
	}

	@Test
	void aSubtunnelGivesTheSameAsTheWhole() throws IOException {
		Path given = folder.resolve("maps.npy");
		try (Inspector network = Inspector.open(model.toString())) {
			Files.write(given, Npy.bytes(network.after("conv", WAVES)));
		}
		float[] whole = pixels(Asked.of(model, imp, "to=pool").after());
		for (String way : new String[] { "from=pool", "from=thinned", "from=2 side=after", "from=conv side=after", "from=conv side=before" })
			assertArrayEquals(whole, pixels(Asked.of(model, null, way + " to=pool data=[" + given + "]").after()), way);
		assertTrue(refused("from=pool to=conv data=[" + given + "]").contains("Layer conv does not follow from layer pool"));
	}

	@Test
	void theDifferenceIsTheOtherModelMinusThisOne() {
		ImagePlus same = Asked.of(model, imp, "to=conv against=[" + SmallNetworks.digits(folder, 0) + "]").difference();
		assertTrue(isZero(same));
		Path other = SmallNetworks.digits(folder, 0.125);
		ImagePlus difference = Asked.of(model, imp, "to=conv against=[" + other + "]").difference();
		float[] mine = pixels(Asked.of(model, imp, "to=conv").after()), its = pixels(Asked.of(other, imp, "to=conv").after()), apart = pixels(difference);
		for (int i = 0; i < apart.length; i++)
			assertEquals(its[i] - mine[i], apart[i]);
		assertFalse(isZero(difference));
		assertEquals("conv #0 difference", difference.getStack().getSliceLabel(1));
	}

	private static boolean isZero(ImagePlus stack) {
		for (float value : pixels(stack))
			if (value != 0) return false;
		return true;
	}

	@Test
	void modelsOfOtherShapesAreNotCompared() {
		String sentence = refused("against=[" + SmallNetworks.filters(folder, 1) + "]");
		assertTrue(sentence.contains("are not of the same shape (") && sentence.endsWith("compare two models of one network."), sentence);
		model = SmallNetworks.filters(folder, 1);
		String strides = refused("against=[" + SmallNetworks.filters(folder, 2) + "]");
		assertTrue(strides.contains("[1, 10, 12, 3]") && strides.contains("[1, 5, 6, 3]"), strides);
	}

	/** A map's pixel before its activation is linear in the image: its gradient is the kernel. */
	@Test
	void theGradientOfAPixelIsTheKernelAtItsField() {
		ImagePlus slopes = Asked.of(model, imp, "to=conv values=before gradient=[1 at 4,3]").slopes();
		assertEquals("gradient of conv #1 at 4,3", slopes.getTitle());
		float[] expected = new float[SmallNetworks.WIDTH * SmallNetworks.HEIGHT];
		try (Inspector network = Inspector.open(model.toString())) {
			Tensor kernel = network.graph().layer("conv").weight("kernel");
			for (int y = 0; y < 3; y++)
				for (int x = 0; x < 3; x++)
					expected[(2 * 3 + y) * SmallNetworks.WIDTH + 2 * 4 + x] = kernel.at(y, x, 0, 1);
		}
		assertArrayEquals(expected, pixels(slopes), 1e-7f);
	}

	/** Of the sum of a map after its activation, through the command's own way, against small steps. */
	@Test
	void theGradientOfAMapIsWhatASmallStepDoes() {
		float[] slopes = pixels(Asked.of(model, imp, "to=conv gradient=0").slopes());
		for (int place : new int[] { 0, 29, 45, 100 }) {
			double slope = (sum(place, 0.01f) - sum(place, -0.01f)) / 0.02;
			assertEquals(slope, slopes[place], 1e-3, "pixel " + place);
		}
	}

	private double sum(int place, float step) {
		Tensor moved = new Tensor(WAVES.shape(), WAVES.values().clone());
		moved.values()[place] += step;
		double sum = 0;
		for (float value : Asked.plane(Asked.of(model, Asked.image(moved), "to=conv").after(), 0, 0))
			sum += value;
		return sum;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "conv|three|\"three\" is no unit to take the gradient of", "conv|3 at 1|\"3 at 1\" is no unit to take the gradient of",
		"conv|-1|\"-1\" is no unit to take the gradient of", "conv|9|has no channel 9", "conv|1 at 6,0|has no place [0, 6]", "conv|1 at 0,5|has no place [5, 0]",
		"classes|1 at 2,2|has no place [2, 2]" })
	void unitsThatAreNoneAreOneSentence(String layer, String unit, String sentence) {
		String told = refused("to=" + layer + " gradient=[" + unit + "]");
		assertTrue(told.contains(sentence) && told.endsWith("."), told);
	}

	@Test
	void withoutAnImageTheWeightsAreShown() {
		Inspection result = Asked.of(model, null, "to=conv values=both summary weights filters statistics montage verify gradient=1");
		assertNotNull(result.kernels());
		assertNotNull(result.histograms());
		assertEquals(new Inspection(null, result.histograms(), result.kernels(), null, null, null, null, null), result);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "to=nowhere|There is no layer nowhere in", "from=7|There is no layer 7 in", "data=nowhere.npy|There is no open table or file nowhere.npy",
		"range=[0 to 2]|There is no range \"0 to 2\": choose one of auto", "against=nowhere.zip|nowhere.zip" })
	void mistakesAreOneSentence(String options, String sentence) {
		String told = refused(options);
		assertTrue(told.contains(sentence) && told.endsWith("."), told);
	}

	@Test
	void anotherSizeIsRefusedWithBoth() {
		imp = new ImagePlus("wide", imp.getProcessor().resize(20, 17));
		model = KerasFilesTest.fixture("debugging1.h5");
		assertEquals("The network reads 28 x 28 pixels and \"wide\" has 20 x 17: tick Fit, or scale the image.", refused("to=1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 5, 9 })
	void isCanceled(int questions) {
		InspectionRequest request = Asked.request(model, "to=conv statistics verify gradient=1 export=[" + folder.resolve("report") + "]");
		assertThrows(CancellationException.class, () -> Inspection.of(imp, request, new CancelsAfter(questions)));
		assertFalse(Files.exists(folder.resolve("report")) || Files.exists(folder.resolve("report.part")));
	}
}
