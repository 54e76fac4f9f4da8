package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;

import tintype.DefaultModel;

/** Real macros in a plain ImageJ without a screen, through {@link CommandPlugIn}. */
class MacroTest {

	private static final String RAMP = "newImage('ramp', '8-bit ramp', 40, 30, 1);";

	@BeforeAll
	@SuppressWarnings("unchecked")
	static void addProbe() {
		IJ.runMacro("");
		Menus.getCommands().put("Probe...", "tintype.ij.CommandPlugIn(\"tintype.probe.Probe\")");
	}

	@Test
	void resultIsCurrentOnTheNextLine() {
		MacroRun run = MacroRun.of(RAMP, "run('Colorize...', 'temperature=0.5');", "title = getTitle();", "run('Invert');",
			"return title + ' ' + bitDepth() + ' ' + nImages;");
		assertEquals("ramp-colorized 24 2", run.result(), run.told());
	}

	@Test
	void worksInBatchMode() {
		MacroRun run = MacroRun.of("setBatchMode(true);", RAMP, "first = getImageID();",
			"newImage('other', '8-bit black', 5, 5, 1);", "selectImage(first);", "run('Colorize...', 'temperature=0.5');",
			"return getTitle() + ' ' + getWidth();");
		assertEquals("ramp-colorized 40", run.result(), run.told());
	}

	@Test
	void omittedKeysMeanTheDefaults() {
		MacroRun run = MacroRun.of(RAMP, "ramp = getImageID();", "run('Colorize...', 'temperature=0.9 saturation=0.2');",
			"selectImage(ramp);", "run('Colorize...', '');", "return getInfo('image.info') + getMetadata('Info');");
		assertTrue(run.result().contains(DefaultModel.words()), run.result() + run.told());
	}

	@Test
	void theRecordedLineRuns() {
		MacroRun run = MacroRun.of(RAMP, "run(\"Colorize...\", \"model=default setting=vivid temperature=0.38 saturation=1.0 uncertainty=false alternatives=0\");",
			"return getTitle();");
		assertEquals("ramp-colorized", run.result(), run.told());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { //
		"'';                                    false|3|0.5|one|none|default", //
		"flag;                                  true|3|0.5|one|none|default", //
		"flag=true count=7;                     true|7|0.5|one|none|default", //
		"flag=false;                            false|3|0.5|one|none|default", //
		"text=[flag count=9] factor=0.25;       false|3|0.25|one|flag count=9|default", //
		"choice=[two words] file=[/a b/c.zip];  false|3|0.5|two words|none|/a b/c.zip", //
		"COUNT=4;                               false|4|0.5|one|none|default" })
	void optionsReachTheInputs(String options, String expected) {
		MacroRun run = MacroRun.of("run('Probe...', \"" + options + "\");", "return getTitle();");
		assertEquals(expected, run.result(), run.told());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { //
		"flg;              Probe... has no option \"flg\"", //
		"coutn=3;          Probe... has no option \"coutn\"", //
		"count=many;       count=many is not a whole number", //
		"count=1.5;        count=1.5 is not a whole number", //
		"factor=half;      factor=half is not a number", //
		"factor;           The option factor of Probe... needs a value", //
		"flag=perhaps;     flag=perhaps is neither true nor false", //
		"choice=three;     choice=three is not a choice; take one of one, two words", //
		"broken;           Probe... failed with java.lang.IllegalStateException: the probe broke" })
	void aMistakeStopsTheMacroWithItsSentence(String options, String sentence) {
		MacroRun run = MacroRun.of("run('Probe...', '" + options + "');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().contains(sentence), run.told());
	}

	@Test
	void moreImagesAreOpenAndTheColouredOneIsCurrent() {
		MacroRun run = MacroRun.of(RAMP, "run('Colorize...', 'uncertainty alternatives=3');",
			"result = getTitle(); list = getList('image.titles'); Array.sort(list);", "return result + ': ' + String.join(list, ' ');");
		assertEquals("ramp-colorized: ramp ramp-alternatives ramp-colorized ramp-entropy ramp-second", run.result(), run.told());
	}

	@ParameterizedTest
	@CsvSource({ "temperature=2", "temperature=1.5", "temperature=NaN", "saturation=-1", "model=nothing.zip", "alternatives=1", "alternatives=11" })
	void badNumbersStopTheMacro(String options) {
		MacroRun run = MacroRun.of(RAMP, "run('Colorize...', '" + options + "');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().startsWith("Macro Error: "), run.told());
		assertFalse(run.told().contains("\tat "), run.told());
	}

	@Test
	void oneFailureIsToldOnce() {
		MacroRun run = MacroRun.of(RAMP, "run('Colorize...', 'temperature=2');");
		assertEquals(run.told().indexOf("Macro Error"), run.told().lastIndexOf("Macro Error"), run.told());
		assertEquals(1, run.told().split("emperature", -1).length - 1 - occurrences(run.told(), "temperature=2"), run.told());
	}

	private static int occurrences(String text, String part) {
		return text.split(part, -1).length - 1;
	}

	@Test
	void withoutAnImageTheMacroStops() {
		MacroRun run = MacroRun.of("run('Colorize...', '');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().contains("There are no images open"), run.told());
	}

	@Test
	void namesTheInputByItsTitle() {
		MacroRun run = MacroRun.of(RAMP, "newImage('other', '8-bit black', 5, 5, 1);", "run('Colorize...', 'input=ramp');",
			"return getTitle();");
		assertEquals("ramp-colorized", run.result(), run.told());
	}

	@Test
	void sampleOpens() {
		MacroRun run = MacroRun.of("run('Sample Photograph');", "return '' + bitDepth() + ' ' + nImages;");
		assertEquals("8 1", run.result(), run.told());
	}

	@Test
	void runsFromJavaToo() {
		ImagePlus imp = IJ.createImage("ramp", "8-bit ramp", 20, 10, 1);
		IJ.run(imp, "Colorize...", "temperature=0.5");
		assertEquals("ramp-colorized", MacroRun.of("return getTitle();").result());
	}
}
