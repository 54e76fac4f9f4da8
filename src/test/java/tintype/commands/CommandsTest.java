package tintype.commands;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.Contextual;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import ij.ImagePlus;
import ij.Macro;
import tintype.Labelled;
import tintype.Setting;
import tintype.Slices;
import tintype.ij.FirstCorner;
import tintype.ij.InputRange;
import tintype.ij.PictureFormat;
import tintype.ij.PlaneRequest;
import tintype.nn.Architecture;
import tintype.nn.Nonlinearity;
import tintype.rectify.Interpolation;
import tintype.rectify.KnownSize;
import tintype.study.StudyNetwork;
import tintype.study.StudyNormalisation;
import tintype.train.Augmentation;
import tintype.train.Schedule;
import tintype.train.TrainingSettings;

/** What holds for every command, so that its macros run in every host. */
class CommandsTest {

	private static final String PACKAGE = "tintype.commands.";
	private static final Pattern LINE = Pattern.compile("(.+), \"(.+)\", tintype\\.ij\\.CommandPlugIn\\(\"(.+)\"\\)");

	private static Context context;
	private static List<CommandInfo> commands;

	@BeforeAll
	static void findCommands() {
		context = new Context(CommandService.class);
		commands = context.service(CommandService.class).getCommands().stream()
			.filter(info -> info.getDelegateClassName().startsWith(PACKAGE)).toList();
		assertFalse(commands.isEmpty());
	}

	@AfterAll
	static void dispose() {
		context.dispose();
	}

	/** Once published, a key is never renamed; new ones are added here. */
	@Test
	void keysAreFrozen() {
		Map<String, List<String>> keys = new TreeMap<>();
		for (CommandInfo info : commands)
			keys.put(info.getTitle(), chosen(info).stream().map(ModuleItem::getName).toList());
		assertEquals(Map.ofEntries( //
			entry("Colorize...", List.of("input", "model", "setting", "temperature", "saturation", "slices", "uncertainty", "alternatives")), //
			entry("Colorize Folder...", List.of("inputs", "output", "format", "model", "setting", "temperature", "saturation", "slices", "shard")), //
			entry("Compare Activations...", List.of("data", "network", "activations", "normalization", "seeds", "seed", "epochs", "batch", "rate", "shuffled",
				"folder")), //
			entry("Device Information...", List.of("device", "retry")), //
			entry("Evaluate Colorizer...", List.of("pictures", "model", "setting", "temperature", "saturation", "weights", "table")), //
			entry("Inspect Folder...", List.of("inputs", "output", "model", "from", "side", "to", "phase", "seed", "range", "fit", "gradient", "shard")), //
			entry("Network Inspector...", List.of("input", "model", "from", "side", "to", "values", "phase", "seed", "range", "fit", "data", "summary",
				"weights", "filters", "montage", "statistics", "verify", "gradient", "against", "export")), //
			entry("Propose Corners", List.of("input")), //
			entry("Receptive Field", List.of("input")), //
			entry("Rectify by Four Points...", List.of("input", "corners", "first", "size", "width", "height", "unit", "margin", "resolution", "targets",
				"interpolation", "edge", "fill", "aliased", "table", "mapping", "teaching")), //
			entry("Rectify by Mapping...", List.of("input", "mapping", "interpolation", "edge", "fill", "aliased")), //
			entry("Rectify Folder...", List.of("inputs", "output", "format", "mapping", "interpolation", "edge", "fill", "aliased", "shard")), //
			entry("Sample Photograph", List.of()), //
			entry("Send Selections...", List.of("input", "onto", "mapping")), //
			entry("Train Colorizer...", List.of("pictures", "validation", "share", "network", "step", "lambda", "activation", "normalization",
				"rate", "schedule", "epochs", "minutes", "batch", "seed", "augmentation", "start", "resume", "output"))), keys);
	}

	/** A choice in a dialog is a word of the core, and none is left out. */
	@Test
	void choicesAreTheCoresLabels() {
		CommandInfo colorize = commands.stream().filter(each -> each.getTitle().equals("Colorize...")).findFirst().orElseThrow();
		assertEquals(Labelled.labels(Slices.class), colorize.getInput("slices").getChoices());
		assertEquals(Labelled.labels(Setting.class), colorize.getInput("setting").getChoices());
		for (CommandInfo info : commands)
			if (info.getInput("format") != null) assertEquals(Labelled.labels(PictureFormat.class), info.getInput("format").getChoices(), info.getTitle());
		CommandInfo rectify = commands.stream().filter(each -> each.getTitle().equals("Rectify by Four Points...")).findFirst().orElseThrow();
		assertEquals(Labelled.labels(FirstCorner.class), rectify.getInput("first").getChoices());
		assertEquals(Labelled.labels(Interpolation.class), rectify.getInput("interpolation").getChoices());
		List<Object> sizes = new ArrayList<>(List.of(PlaneRequest.AUTOMATIC, PlaneRequest.MEASURED));
		sizes.addAll(Labelled.labels(KnownSize.class));
		assertEquals(sizes, rectify.getInput("size").getChoices());
		CommandInfo study = commands.stream().filter(each -> each.getTitle().equals("Compare Activations...")).findFirst().orElseThrow();
		assertEquals(Labelled.labels(StudyNetwork.class), study.getInput("network").getChoices());
		assertEquals(Labelled.labels(StudyNormalisation.class), study.getInput("normalization").getChoices());
		CommandInfo inspector = commands.stream().filter(each -> each.getTitle().equals("Network Inspector...")).findFirst().orElseThrow();
		assertEquals(Labelled.labels(InputRange.class), inspector.getInput("range").getChoices());
		CommandInfo info = commands.stream().filter(each -> each.getTitle().equals("Train Colorizer...")).findFirst().orElseThrow();
		assertEquals(Labelled.labels(Nonlinearity.class), info.getInput("activation").getChoices());
		assertEquals(Labelled.labels(Schedule.class), info.getInput("schedule").getChoices());
		assertEquals(Labelled.labels(Augmentation.class), info.getInput("augmentation").getChoices());
		assertEquals(Labelled.labels(Architecture.class), info.getInput("network").getChoices());
	}

	/** The dialog's defaults are those that a script gets. */
	@Test
	void trainingBeginsWithTheCoresDefaults() throws Exception {
		CommandInfo info = commands.stream().filter(each -> each.getTitle().equals("Train Colorizer...")).findFirst().orElseThrow();
		Module module = info.createModule();
		TrainingSettings all = TrainingSettings.defaults();
		assertEquals(Arrays.asList(all.step(), all.lambda(), all.activation().label(), all.batchNorm(), all.learningRate(),
			all.schedule().label(), all.epochs(), all.minutes(), all.batch(), all.seed(), all.augmentation().label()),
			Stream.of("step", "lambda", "activation", "normalization", "rate", "schedule", "epochs", "minutes", "batch", "seed", "augmentation")
				.map(module::getInput).toList());
	}

	@Test
	void keysAreOneLowerCaseWordThatBeginsTheLabel() {
		for (CommandInfo info : commands)
			for (ModuleItem<?> item : chosen(info)) {
				String key = item.getName();
				assertTrue(key.matches("[a-z]+"), key);
				assertEquals(key, Macro.trimKey(item.getLabel()), info.getTitle());
			}
	}

	@Test
	void keysAreUniqueAndNoneIsTheTailOfAnother() {
		for (CommandInfo info : commands) {
			Set<String> seen = new HashSet<>();
			for (ModuleItem<?> item : chosen(info)) {
				assertTrue(seen.add(item.getName().toLowerCase(Locale.ROOT)));
				for (ModuleItem<?> other : chosen(info))
					assertFalse(other != item && other.getName().endsWith("_" + item.getName()), item.getName());
			}
		}
	}

	@Test
	void everyInputHasADefaultAndImagesAreNotRemembered() throws Exception {
		for (CommandInfo info : commands)
			for (ModuleItem<?> item : chosen(info))
				if (item.getType() == ImagePlus.class) assertFalse(item.isPersisted(), item.getName());
				else assertNotNull(item.getValue(info.createModule()), info.getTitle() + " " + item.getName());
	}

	@Test
	void plainMenuEqualsTheCommands() throws IOException {
		Map<String, String> expected = new TreeMap<>();
		for (CommandInfo info : commands)
			expected.put(info.getDelegateClassName(), info.getMenuPath().getMenuString(true));
		assertEquals(expected, plainMenu());
	}

	@Test
	void labelsAreDistinctive() throws IOException {
		List<String> labels = new ArrayList<>();
		for (CommandInfo info : commands) {
			assertEquals(info.getTitle(), info.getMenuPath().getLeaf().getName());
			boolean asks = chosen(info).stream().anyMatch(item -> item.getType() != ImagePlus.class);
			assertEquals(asks, info.getTitle().endsWith("..."), info.getTitle());
			labels.add(info.getTitle());
		}
		assertEquals(labels.size(), new HashSet<>(labels).size());
	}

	private static List<ModuleItem<?>> chosen(CommandInfo info) {
		List<ModuleItem<?>> items = new ArrayList<>();
		for (ModuleItem<?> item : info.inputs())
			if (item.getType() != Context.class && !Contextual.class.isAssignableFrom(item.getType()) &&
				!Service.class.isAssignableFrom(item.getType())) items.add(item);
		return items;
	}

	/** Class names and menu paths in plugins.config. */
	private static Map<String, String> plainMenu() throws IOException {
		Map<String, String> menu = new TreeMap<>();
		try (InputStream config = CommandsTest.class.getResourceAsStream("/plugins.config")) {
			for (String line : new String(config.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
				if (!line.startsWith("Plugins>Tintype,")) continue;
				Matcher matcher = LINE.matcher(line);
				assertTrue(matcher.matches(), line);
				menu.put(matcher.group(3), matcher.group(1).replace(">", " > ") + " > " + matcher.group(2));
			}
		}
		return menu;
	}
}
