package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.lang.reflect.Field;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.module.Module;

import ij.plugin.frame.Recorder;

/** The dialog's answers are recorded as Fiji records them. */
class RecordingTest {

	private static final Context CONTEXT = PluginContext.get();

	/** ImageJ forgets the options only when its window writes them down, and there is none. */
	@BeforeEach
	@AfterEach
	void forgetOptions() throws ReflectiveOperationException {
		Field options = Recorder.class.getDeclaredField("commandOptions");
		options.setAccessible(true);
		options.set(null, null);
	}

	private static Module module(String command) {
		return new CommandRun(CONTEXT, command).module();
	}

	@Test
	void recordsTheDefaults() {
		InputDialog.record(module("tintype.commands.Colorize"));
		assertEquals("model=default setting=vivid temperature=0.0 saturation=1.0 slices=series uncertainty=false alternatives=0", Recorder.getCommandOptions());
	}

	@Test
	void putsBlanksInBrackets() {
		Module module = module("tintype.commands.Colorize");
		module.setInput("model", new File("/my models/a.zip"));
		module.setInput("temperature", 0.5);
		InputDialog.record(module);
		assertEquals("model=[/my models/a.zip] setting=vivid temperature=0.5 saturation=1.0 slices=series uncertainty=false alternatives=0", Recorder.getCommandOptions());
	}

	@Test
	void emptyFoldersAndFilesAreReadBackEmpty() {
		Module module = module("tintype.commands.EvaluateColorizer");
		module.setInput("pictures", new File("/my pictures"));
		InputDialog.record(module);
		assertEquals("pictures=[/my pictures] model=default setting=vivid temperature=0.0 saturation=1.0 weights= table=", Recorder.getCommandOptions());
		Module again = module("tintype.commands.EvaluateColorizer");
		InputValues.fill(again, MacroOptions.parse(Recorder.getCommandOptions()));
		assertEquals(new File("/my pictures"), again.getInput("pictures"));
		assertEquals(new File(""), again.getInput("weights"));
		assertEquals(new File(""), again.getInput("table"));
	}

	@Test
	void whatIsRecordedIsReadBack() {
		Module module = module("tintype.probe.Probe");
		module.setInput("flag", true);
		module.setInput("choice", "two words");
		module.setInput("text", "a=b c");
		InputDialog.record(module);
		Module again = module("tintype.probe.Probe");
		InputValues.fill(again, MacroOptions.parse(Recorder.getCommandOptions()));
		assertEquals(true, again.getInput("flag"));
		assertEquals("two words", again.getInput("choice"));
		assertEquals("a=b c", again.getInput("text"));
		assertEquals(3, again.getInput("count"));
	}

	/** The selection's corners and the list of activations would be cut off. */
	@Test
	void aFieldShowsItsTextAsAWhole() {
		String activations = (String) module("tintype.commands.CompareActivations").getInput("activations");
		assertEquals(activations.length(), InputDialog.columns(activations));
		assertEquals("45.5,42.5 309.5,103.5 350.5,253.5 25.5,219.5".length(), InputDialog.columns("45.5,42.5 309.5,103.5 350.5,253.5 25.5,219.5"));
		assertEquals(InputDialog.columns(null), InputDialog.columns("mm"));
	}
}
