package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.Prefs;

import tintype.DefaultModel;
import tintype.nn.Backend;

/** The report in the Log, and the choice that the command keeps. */
class DeviceInformationTest {

	private static final String KEY = "tintype.device";

	@AfterEach
	void forget() {
		Prefs.set(KEY, null);
		DevicePreference.pass();
	}

	@Test
	void reportGoesToTheLogWithoutAScreen() {
		String report = logged("run('Device Information...');");
		for (String title : List.of("Device", "Network engine", "Processor", "Memory", "System", "Models that come with Tintype"))
			assertTrue(report.lines().anyMatch(title::equals), title + " is missing: " + report);
		for (String line : List.of("Networks run on: " + Backend.description(), "Why: " + Backend.device().reason(), "default: " + DefaultModel.title(),
			"ND4J: 1.0.0-M2.1, ", "Java: " + System.getProperty("java.version")))
			assertTrue(report.contains("\n  " + line), line + " is missing: " + report);
		assertTrue(report.matches("(?s).*\n  OpenBLAS: [\\d.]+-[\\d.]+, .*\n  OpenBLAS kernels: OpenBLAS \\d.*"), report);
		assertFalse(report.contains(" 1 threads"), report);
		assertEquals("auto", Prefs.get(KEY, "auto"), "a report changes nothing");
	}

	@Test
	void modelInUseIsThatOfTheOpenImages() {
		String report = logged("newImage('plain', '8-bit ramp', 24, 16, 1); newImage('grey', '8-bit ramp', 24, 16, 1); run('Colorize...', ''); run('Device Information...');");
		assertTrue(report.endsWith("\nOpen images by Tintype\n  grey-colorized: " + DefaultModel.title() + " on " + Backend.description() + "\n"), report);
		assertFalse(report.contains("  plain: "), report);
		assertFalse(logged("run('Device Information...');").contains("Open images"), "no image is open");
	}

	@Test
	void choiceIsKept() {
		logged("run('Device Information...', 'device=cpu');");
		assertEquals("cpu", Prefs.get(KEY, "auto"));
		assertEquals("cpu", System.getProperty("tintype.device.preference"));
		logged("run('Device Information...', 'device=keep');");
		assertEquals("cpu", Prefs.get(KEY, "auto"));
		logged("run('Device Information...', 'device=auto');");
		assertEquals("auto", Prefs.get(KEY, "cpu"));
	}

	@Test
	void otherDevicesAreRefused() {
		MacroRun run = MacroRun.of("run('Device Information...', 'device=gpu');", "return 'went on';");
		assertTrue(run.aborted(), run.result());
		assertTrue(run.told().contains("device=gpu is not a choice; take one of keep, auto, cpu."), run.told());
	}

	private static String logged(String macro) {
		PrintStream out = System.out;
		ByteArrayOutputStream log = new ByteArrayOutputStream();
		System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
		try {
			MacroRun run = MacroRun.of(macro, "return 'done';");
			assertEquals("done", run.result(), run.told());
		}
		finally {
			System.setOut(out);
		}
		return log.toString(StandardCharsets.UTF_8);
	}
}
