package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

import net.imagej.patcher.LegacyHooks;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.ModuleRunner;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PostprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;
import org.scijava.thread.ThreadService;

import elsewhere.Stranger;
import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.process.ByteProcessor;

/**
 * The processors and the guard as Fiji uses them: the command runs on a pool
 * thread, macro options come from the thread that asked for it, and nobody but
 * the guard tells a failure. A stand-in for imagej-legacy's part of that, which
 * is not on Maven Central.
 */
class FijiProcessorsTest {

	private static final String RAMP = "newImage('ramp', '8-bit ramp', 40, 30, 1);";

	private static final List<String> WARNINGS = new ArrayList<>();

	private static Context context;

	/** Held here because the event service holds it weakly. */
	private static final Object WINDOWS = new Object() {

		/** Fiji shows a warning in a window, unless it is empty. */
		@EventHandler
		void onEvent(StatusEvent event) {
			if (event.isWarning() && event.getStatusMessage() != null && !event.getStatusMessage().isEmpty()) WARNINGS.add(event.getStatusMessage());
		}
	};

	private static List<EventSubscriber<?>> subscribers;

	/** Runs a command as Fiji would. */
	public static class FijiRun implements PlugIn {

		@Override
		public void run(String command) {
			ThreadService threads = context.service(ThreadService.class);
			Module module = context.service(ModuleService.class).createModule(context.service(CommandService.class).getCommand(command));
			PluginService plugins = context.service(PluginService.class);
			List<PreprocessorPlugin> pre = new ArrayList<>(plugins.createInstancesOfType(PreprocessorPlugin.class));
			// Stored values of the machine's user have no place in a test.
			pre.removeIf(step -> step.getClass().getSimpleName().matches("SaveInputs.*"));
			List<PostprocessorPlugin> post = plugins.createInstancesOfType(PostprocessorPlugin.class);
			try {
				threads.run(new ModuleRunner(context, module, pre, post)::run).get();
			}
			catch (ExecutionException e) {
				assertNotNull(e.getCause());
			}
			catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** What imagej-legacy installs so that options are found across threads. */
	private static final class Hooks extends LegacyHooks {

		@Override
		public Iterable<Thread> getThreadAncestors() {
			List<Thread> ancestors = new ArrayList<>();
			ThreadService threads = context.service(ThreadService.class);
			for (Thread t = threads.getParent(null); t != null && !ancestors.contains(t); t = threads.getParent(t))
				ancestors.add(t);
			return ancestors;
		}
	}

	private static void install(LegacyHooks hooks) throws ReflectiveOperationException {
		Method installer = IJ.class.getMethod("_hooks", LegacyHooks.class);
		installer.invoke(null, hooks);
	}

	@BeforeAll
	@SuppressWarnings("unchecked")
	static void standInForFiji() throws ReflectiveOperationException {
		context = new Context();
		subscribers = context.service(EventService.class).subscribe(WINDOWS);
		assertEquals(1, subscribers.size());
		IJ.runMacro("");
		install(new Hooks());
		String bridge = FijiRun.class.getName();
		Menus.getCommands().put("Fiji Colorize...", bridge + "(\"tintype.commands.Colorize\")");
		Menus.getCommands().put("Fiji Send Selections...", bridge + "(\"tintype.commands.SendSelections\")");
		Menus.getCommands().put("Fiji Probe...", bridge + "(\"tintype.probe.Probe\")");
		Menus.getCommands().put("Fiji Stranger...", bridge + "(\"elsewhere.Stranger\")");
	}

	@AfterAll
	static void restore() throws ReflectiveOperationException {
		install(null);
		context.dispose();
	}

	@Test
	void resultIsCurrentOnTheNextLine() {
		MacroRun run = MacroRun.of(RAMP, "run('Fiji Colorize...', 'temperature=0.5');", "return getTitle() + ' ' + nImages;");
		assertEquals("ramp-colorized 2", run.result(), run.told());
	}

	@Test
	void moreImagesAreOpenAndTheColouredOneIsCurrent() {
		MacroRun run = MacroRun.of(RAMP, "run('Fiji Colorize...', 'uncertainty alternatives=2');", "return getTitle() + ' ' + nImages;");
		assertEquals("ramp-colorized 5", run.result(), run.told());
	}

	@Test
	void anOpenImageIsCurrentAndNotOpenedTwice() {
		MacroRun run = MacroRun.of(RAMP, "run('Rectify by Four Points...', 'corners=[5,5 30,6 31,20 4,21]');", "makePoint(9, 8);",
			"run('Fiji Send Selections...', '');", "return getTitle() + ' ' + Overlay.size + ' ' + nImages;");
		assertEquals("ramp 1 2", run.result(), run.told());
	}

	@Test
	void takesTheMacrosImageNotTheLastOne() {
		MacroRun run = MacroRun.of("setBatchMode(true);", RAMP, "first = getImageID();",
			"newImage('other', '8-bit black', 5, 5, 1);", "selectImage(first);", "run('Fiji Colorize...', 'temperature=0.5');",
			"return getTitle() + ' ' + getWidth();");
		assertEquals("ramp-colorized 40", run.result(), run.told());
	}

	@Test
	void forgetsAnotherPluginsImageOnThePoolThread() throws Exception {
		ImagePlus stale = new ImagePlus("stale", new ByteProcessor(3, 3));
		context.service(ThreadService.class).run(() -> WindowManager.setTempCurrentImage(stale)).get();
		MacroRun run = MacroRun.of(RAMP, "run('Fiji Colorize...', 'temperature=0.5');", "return getTitle();");
		assertEquals("ramp-colorized", run.result(), run.told());
	}

	@Test
	void bareFlagsAndDefaultsAreReadAsInPlainImageJ() {
		MacroRun run = MacroRun.of("run('Fiji Probe...', 'flag text=[a count=9 b]');", "return getTitle();");
		assertEquals("true|3|0.5|one|a count=9 b|default", run.result(), run.told());
	}

	@Test
	void aRunWithoutOptionsHasDefaultsHere() {
		MacroRun run = MacroRun.of("run('Fiji Probe...');", "return getTitle();");
		assertEquals("false|3|0.5|one|none|default", run.result(), run.told());
	}

	@Test
	void aMistakeStopsTheMacro() {
		MacroRun run = MacroRun.of("run('Fiji Probe...', 'coutn=3');", "return 'went on';");
		assertTrue(run.aborted(), run.result() + run.told());
		assertTrue(run.told().contains("has no option \"coutn\""), run.told());
	}

	@Test
	void aRefusedNumberStopsTheMacroOnce() {
		WARNINGS.clear();
		MacroRun run = MacroRun.of(RAMP, "run('Fiji Colorize...', 'temperature=2');", "return 'went on';");
		assertTrue(run.aborted(), run.result() + run.told());
		assertEquals(List.of(), WARNINGS, "Fiji would show a second window");
		assertEquals(run.told().indexOf("Macro Error"), run.told().lastIndexOf("Macro Error"), run.told());
		assertTrue(run.told().contains("in line 2"), run.told());
	}

	@Test
	void anExceptionStopsTheMacro() {
		MacroRun run = MacroRun.of("run('Fiji Probe...', 'broken');", "return 'went on';");
		assertTrue(run.aborted(), run.result() + run.told());
		assertTrue(run.told().contains("the probe broke"), run.told());
	}

	@Test
	void aMissingImageStopsTheMacro() {
		MacroRun run = MacroRun.of("run('Fiji Colorize...', 'temperature=0.5');", "return 'went on';");
		assertTrue(run.aborted(), run.result() + run.told());
	}

	@Test
	void leavesOtherPeoplesCommandsAlone() {
		MacroRun run = MacroRun.of("run('Fiji Stranger...', 'text=[a b] unknown=1');", "return 'went on';");
		assertEquals("went on", run.result(), run.told());
		assertEquals("text null", Stranger.last);
	}
}
