package tintype.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;

import tintype.DefaultModel;

/** The command from a script, as Fiji's {@code --run} and its script editor call it. */
class ScriptTest {

	@Test
	void whatIsLeftOutHasItsDefaultWhateverRanBefore() throws Exception {
		try (Context context = new Context()) {
			String first = colorized(context, "temperature", 0.9, "saturation", 0.5, "model", new File("default"));
			assertTrue(first.contains("temperature 0.9, saturation 0.5"), first);
			String second = colorized(context);
			assertTrue(second.contains(DefaultModel.words()), second);
		}
	}

	/** SciJava alone would look for a file chooser here, and give up without a screen. */
	@Test
	void theModelMayBeTheOnlyInputLeftOut() throws Exception {
		try (Context context = new Context()) {
			String info = colorized(context, "temperature", 0.5, "saturation", 1.5);
			assertTrue(info.contains("temperature 0.5, saturation 1.5"), info);
		}
	}

	/** @return the Info of the result */
	private static String colorized(Context context, Object... inputs) throws Exception {
		Object[] all = new Object[inputs.length + 2];
		all[0] = "input";
		all[1] = IJ.createImage("ramp", "8-bit ramp", 20, 10, 1);
		System.arraycopy(inputs, 0, all, 2, inputs.length);
		CommandModule module = context.service(CommandService.class).run(Colorize.class, true, all).get();
		ImagePlus output = (ImagePlus) module.getOutput("output");
		assertNotNull(output, "canceled: " + module.getCancelReason());
		assertEquals(20, output.getWidth());
		return output.getInfoProperty();
	}
}
