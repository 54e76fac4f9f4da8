package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.ImagePlus;
import tintype.commands.TrainColorizer;

/** Train Colorizer in macros and scripts, on four small pictures. */
class ModelTrainingTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void makePictures() throws IOException {
		BufferedImage landscape = ImageIO.read(Path.of(System.getProperty("user.dir"), "test-images", "landscape-color.png").toFile());
		Path pictures = Files.createDirectory(folder.resolve("views"));
		for (int i = 0; i < 4; i++)
			ImageIO.write(landscape.getSubimage(150 * i, 100 * i, 64, 64), "png", pictures.resolve(i + ".png").toFile());
	}

	@Test
	void inAMacroTheStripIsTheCurrentImageAndTheModelIsBesideTheFolder() {
		MacroRun run = MacroRun.of("before = nImages;", "run('Train Colorizer...', 'pictures=[" + folder.resolve("views") + "] share=0.3 minutes=0.05');",
			"return getTitle() + ' ' + (nSlices > 1) + ' ' + (nImages - before);");
		assertEquals("Epochs of views-colorizer 1 3", run.result(), run.told());
		assertTrue(Files.exists(folder.resolve("views-colorizer.zip")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { //
		"share=0.5;                        No folder of pictures is given", //
		"pictures=[F/nowhere];             There is no folder F/nowhere", //
		"pictures=[F/empty];               There is no picture in F/empty", //
		"pictures=[F/views] share=1;       choose above 0 and below 1", //
		"pictures=[F/views] validation=[F/nowhere]; There is no folder F/nowhere", //
		"pictures=[F/views] step=0.1;      The step between bins is 0.1", //
		"pictures=[F/views] lambda=2;      Lambda is 2.0", //
		"pictures=[F/views] rate=0;        The learning rate is 0.0", //
		"pictures=[F/views] batch=0;       The number of patches in a batch is 0", //
		"pictures=[F/views] epochs=-1;     The number of epochs is -1", //
		"pictures=[F/views] minutes=0;     The number of minutes is 0.0", //
		"pictures=[F/views] activation=Sigmoid; take one of ReLU", //
		"pictures=[F/views] output=[F/nowhere/model.zip]; F/nowhere/model.zip", //
		"pictures=[F/views] start=[F/nothing.zip]; F/nothing.zip" })
	void aMistakeStopsTheMacroWithItsSentence(String options, String sentence) throws IOException {
		Files.createDirectory(folder.resolve("empty"));
		MacroRun run = MacroRun.of("before = nImages;", "run('Train Colorizer...', '" + options.replace("F/", folder + "/") + "');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		// ImageJ breaks long lines.
		assertTrue(run.told().replaceAll("\\s+", " ").contains(sentence.replace("F/", folder + "/")), run.told());
		assertTrue(Files.notExists(folder.resolve("views-colorizer.zip")));
	}

	@Test
	void fromAScript() throws Exception {
		try (Context context = new Context()) {
			CommandModule module = context.service(CommandService.class).run(TrainColorizer.class, true, "pictures",
				folder.resolve("views").toFile(), "minutes", 0.05, "output", folder.resolve("mine.zip").toFile()).get();
			for (String output : new String[] { "curves", "scores", "strip" })
				assertTrue(module.getOutput(output) instanceof ImagePlus, output);
			assertTrue(Files.exists(folder.resolve("mine.zip")));
		}
	}

	@Test
	void aScriptMayNotNameANetworkThatThereIsNot() throws Exception {
		try (Context context = new Context()) {
			CommandModule module = context.service(CommandService.class).run(TrainColorizer.class, true, "pictures",
				new File(folder.toFile(), "views"), "network", "SkyNet").get();
			assertTrue(module.isCanceled());
			assertNull(module.getOutput("strip"));
		}
	}
}
