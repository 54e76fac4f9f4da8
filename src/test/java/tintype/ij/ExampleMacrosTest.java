package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.IJ;
import ij.ImagePlus;

import tintype.DefaultModel;
import tintype.Progress;

/** Every macro in macros/ runs, in batch mode and from the command line. */
class ExampleMacrosTest {

	/** Title and depth of the image that is active at the end. */
	private static final Map<String, String> ACTIVE = Map.of("Colorize.ijm", "ramp-colorized 24", //
		"CompareActivations.ijm", "Test error of MLP on Rendered digits 24", //
		"EvaluateColorizer.ijm", "Pictures by " + DefaultModel.title() + " 24", //
		"InspectNetwork.ijm", "1/4 b after 32", //
		"Rectify.ijm", "ramp-rectified 8", //
		"TrainColorizer.ijm", "sample-colorized 24", //
		"Uncertainty.ijm", "ramp-colorized 24");

	@TempDir
	private Path folder;

	static List<Path> macros() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("user.dir"), "macros"))) {
			return files.filter(file -> file.toString().endsWith(".ijm")).sorted().toList();
		}
	}

	@Test
	void thereAreMacros() throws IOException {
		assertFalse(macros().isEmpty());
	}

	/** Without those that ask for a folder. */
	static List<Path> macrosOfAnImage() throws IOException {
		return macros().stream().filter(file -> !file.toString().endsWith("Folder.ijm")).toList();
	}

	@ParameterizedTest
	@MethodSource("macrosOfAnImage")
	void runsInBatchMode(Path macro) throws IOException {
		String temporary = System.setProperty("java.io.tmpdir", folder.toString());
		try {
			assertActive(macro);
		}
		finally {
			System.setProperty("java.io.tmpdir", temporary);
		}
	}

	private static void assertActive(Path macro) throws IOException {
		MacroRun run = MacroRun.of("setBatchMode(true);", "newImage('ramp', '8-bit ramp', 40, 30, 1);", "makePolygon(5, 4, 35, 6, 36, 25, 3, 24);",
			Files.readString(macro), "return getTitle() + ' ' + bitDepth();");
		assertEquals(ACTIVE.get(macro.getFileName().toString()), run.result(), run.told());
	}

	@ParameterizedTest
	@MethodSource("macros")
	void runsFromTheCommandLine(Path macro) throws Exception {
		switch (macro.getFileName().toString()) {
			case "EvaluateColorizer.ijm" -> evaluates(macro);
			case "CompareActivations.ijm" -> compares(macro);
			case "TrainColorizer.ijm" -> trains(macro);
			case "InspectNetwork.ijm" -> inspects(macro);
			case "Rectify.ijm" -> rectifies(macro);
			case "RectifyFolder.ijm" -> rectifiesAll(macro);
			case "ColorizeFolder.ijm" -> colorizesAll(macro);
			default -> colorizes(macro);
		}
	}

	private void compares(Path macro) throws Exception {
		Path results = folder.resolve("study");
		run(macro, results);
		assertTrue(Files.readString(results.resolve("verdict.txt")).startsWith("Without batch norm (2 seeds), "));
		assertEquals(5, Files.readAllLines(results.resolve("activations.csv")).size());
	}

	private void colorizes(Path macro) throws Exception {
		Path picture = chart(folder);
		run(macro, picture);
		assertIsColoured(folder.resolve("chart-colorized.png"));
	}

	private void inspects(Path macro) throws Exception {
		Path report = folder.resolve("report");
		run(macro, report);
		assertTrue(Files.readString(report.resolve("index.html")).contains("Verification"));
		assertFalse(Files.readString(report.resolve("verification.csv")).contains("differs"));
		assertEquals(160 / 4, IJ.openImage(report.resolve("values").toFile().listFiles((at, name) -> name.endsWith("1_4_b-after.tif"))[0].toString()).getWidth());
	}

	private void rectifies(Path macro) throws Exception {
		Path picture = chart(folder);
		run(macro, picture + " 5,4 35,6 36,25 3,24");
		ImagePlus flat = IJ.openImage(folder.resolve("chart-rectified.tif").toString());
		assertEquals("mm", flat.getCalibration().getUnit());
		assertEquals(297, flat.getWidth() * flat.getCalibration().pixelWidth, 10, "A4, lying");
	}

	private void rectifiesAll(Path macro) throws Exception {
		Path pictures = Files.createDirectory(folder.resolve("pictures"));
		ImagePlus chart = IJ.openImage(chart(pictures).toString());
		Files.copy(pictures.resolve("chart.png"), pictures.resolve("again.png"));
		Path mapping = folder.resolve("mapping.json");
		Rectification.of(chart, new PlaneRequest("5,4 35,6 36,25 3,24", FirstCorner.AUTOMATIC, PlaneRequest.MEASURED, 60, 40, "mm", 0, 1, ""),
			Resampling.USUAL, Progress.NONE).saved(mapping.toFile());
		run(macro, pictures + " " + mapping);
		for (String name : List.of("chart.tif", "again.tif"))
			assertEquals(60, IJ.openImage(pictures.resolve("rectified").resolve(name).toString()).getWidth());
	}

	private void colorizesAll(Path macro) throws Exception {
		Path pictures = Files.createDirectory(folder.resolve("pictures"));
		chart(pictures);
		run(macro, pictures);
		assertEquals(24, IJ.openImage(pictures.resolve("colorized/chart.tif").toString()).getBitDepth());
	}

	private void evaluates(Path macro) throws Exception {
		Path pictures = Files.createDirectory(folder.resolve("pictures"));
		chart(pictures);
		run(macro, pictures);
		assertIsColoured(folder.resolve("pictures-evaluation.png"));
		List<String> table = Files.readAllLines(folder.resolve("pictures-evaluation.csv"));
		assertEquals(List.of("picture", "chart.png", "all pictures", "grey", "mean colour"),
			table.stream().map(line -> line.substring(0, line.indexOf(','))).toList());
	}

	private void trains(Path macro) throws Exception {
		Path pictures = Files.createDirectory(folder.resolve("pictures"));
		BufferedImage landscape = ImageIO.read(Path.of(System.getProperty("user.dir"), "test-images", "landscape-color.png").toFile());
		for (int i = 0; i < 4; i++)
			ImageIO.write(landscape.getSubimage(150 * i, 100 * i, 64, 64), "png", pictures.resolve(i + ".png").toFile());
		run(macro, pictures);
		assertTrue(Files.exists(folder.resolve("pictures-colorizer.zip")));
		assertTrue(Files.readAllLines(folder.resolve("pictures-colorizer-training.csv")).size() > 2, "epochs 0 and 1 at least");
	}

	private static Path chart(Path folder) throws IOException {
		return Files.copy(Path.of(System.getProperty("user.dir"), "test-images", "chart-rgb.png"), folder.resolve("chart.png"));
	}

	private void run(Path macro, Object argument) throws Exception {
		ChildJvm run = ChildJvm.run(folder, List.of(), Launcher.class, "--headless", "-macro", macro.toString(), argument.toString());
		assertEquals(0, run.code(), run.err());
	}

	private static void assertIsColoured(Path file) throws IOException {
		assertTrue(Files.exists(file), file + " is missing");
		assertTrue(ImageIO.read(file.toFile()).getColorModel().getNumComponents() >= 3);
	}
}
