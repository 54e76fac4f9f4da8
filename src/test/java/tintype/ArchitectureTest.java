package tintype;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Holds the walls of the house: which package may name which other, that the
 * core neither prints nor opens windows, and that rooms stay small.
 */
class ArchitectureTest {

	private static final int MOST_LINES = 300;

	/**
	 * Package to the prefixes of what it may name, besides java.lang and the like
	 * and itself. A prefix that ends in a dot is a package with all below it.
	 */
	private static final Map<String, List<String>> MAY_NAME = Map.ofEntries( //
		entry("tintype", List.of("net.imglib2.", "tintype.train.", "tintype.inspect.", "tintype.rectify.", "tintype.nn.", "tintype.nn.device.", "tintype.color.")), //
		entry("tintype.color", List.of("net.imglib2.")), //
		entry("tintype.rectify", List.of("net.imglib2.", "org.apache.commons.math3.linear.")), //
		entry("tintype.nn", List.of("net.imglib2.", "org.nd4j.", "org.deeplearning4j.", "org.bytedeco.javacpp.", "com.sun.management.",
			"tintype.color.", "tintype.nn.device.", "tintype.nn.winograd.")), //
		entry("tintype.nn.winograd", List.of("org.bytedeco.javacpp.", "org.bytedeco.openblas.global.", "tintype.color.FastExp", "tintype.nn.device.OpenBlas")), //
		entry("tintype.nn.device", List.of("org.nd4j.", "org.bytedeco.javacpp.", "com.sun.jna.", "com.sun.management.", "java.security.CodeSource")), //
		entry("tintype.train", List.of("net.imglib2.", "org.nd4j.", "org.deeplearning4j.", "javax.imageio.", "java.awt.image.", "tintype.nn.",
			"tintype.color.")), //
		entry("tintype.study", List.of("org.nd4j.", "org.deeplearning4j.", "org.bytedeco.javacpp.", "java.security.", "org.apache.commons.math3.distribution.", "tintype.nn.", "tintype.train.",
			"tintype.inspect.Csv")), //
		entry("tintype.inspect", List.of()), //
		entry("tintype.inspect.read", List.of("tintype.inspect.", "io.jhdf.", "org.nd4j.shade.jackson.", "com.sun.management.", "tintype.nn.Coefficients")), //
		entry("tintype.inspect.dl4j", List.of("tintype.inspect.", "org.nd4j.", "org.deeplearning4j.", "org.bytedeco.javacpp.", "tintype.nn.")), //
		entry("tintype.inspect.plain", List.of("tintype.inspect.")), //
		entry("tintype.ij", List.of("net.imglib2.", "ij.", "org.scijava.", "com.google.gson.", "org.commonmark.", "java.awt.", "javax.imageio.", "tintype.Colorizer", "tintype.Colorizers",
			"tintype.DeviceReport", "tintype.Inspector", "tintype.inspect.", "tintype.Uncertainty", "tintype.color.", "tintype.rectify.", "tintype.study.", "tintype.train.",
			"tintype.nn.WholeFile")), //
		entry("tintype.commands", List.of("org.scijava.", "ij.ImagePlus", "tintype.")));

	/** What any package may name. */
	private static final List<String> ALWAYS = List.of("tintype.Labelled", "tintype.Look", "tintype.Setting", "tintype.Slices", "tintype.Progress", "tintype.TintypeException", //
		"java.io.", "java.lang.", "java.math.", "java.net.", "java.nio.", "java.text.", "java.time.", "java.util.");

	/** The programs that talk to a terminal. */
	private static final Set<String> MAY_PRINT = Set.of("tintype.ij.Launcher", "tintype.ij.HeadlessMacro", "tintype.ij.Silence");

	private static final Pattern NAMED = Pattern.compile("\\b(?:java|javax|com|org|net|io|ij|tintype)(?:\\.[a-z]\\w*)*\\.(?:[A-Z]\\w*|\\*)");

	private static final Pattern PRINTS = Pattern.compile("\\bSystem\\s*\\.\\s*(?:out|err)\\b");

	private static final Pattern FORBIDDEN = Pattern.compile("\\bprintStackTrace\\b|\\bJOptionPane\\b|\\bTODO\\b|\\bFIXME\\b");

	@Test
	void packagesNameOnlyWhatTheyMay() throws IOException {
		List<String> offences = new ArrayList<>();
		for (JavaSource source : JavaSource.below("src/main/java")) {
			List<String> allowed = MAY_NAME.get(source.packageName());
			if (allowed == null) {
				offences.add(source.name() + " is in a package that is not in the table");
				continue;
			}
			Matcher named = NAMED.matcher(source.code());
			while (named.find())
				if (!isAllowed(named.group(), source.packageName(), allowed)) offences.add(source.name() + " names " + named.group());
		}
		assertNone(offences);
	}

	private static boolean isAllowed(String name, String ownPackage, List<String> allowed) {
		boolean own = name.startsWith(ownPackage + ".") && name.indexOf('.', ownPackage.length() + 1) < 0;
		return own || Stream.concat(ALWAYS.stream(), allowed.stream()) //
			.anyMatch(prefix -> prefix.endsWith(".") ? name.startsWith(prefix) : name.equals(prefix));
	}

	@Test
	void theTableTellsRightFromWrong() {
		assertTrue(isAllowed("tintype.color.Lab", "tintype.nn", MAY_NAME.get("tintype.nn")));
		assertTrue(isAllowed("ij.ImagePlus", "tintype.commands", MAY_NAME.get("tintype.commands")));
		assertEquals(false, isAllowed("tintype.nn.Tiles", "tintype.color", MAY_NAME.get("tintype.color")));
		assertEquals(false, isAllowed("org.nd4j.linalg.factory.Nd4j", "tintype.inspect.plain", MAY_NAME.get("tintype.inspect.plain")));
		assertEquals(false, isAllowed("tintype.inspect.dl4j.Dl4jEngine", "tintype.inspect.plain", List.of()));
		assertEquals(false, isAllowed("tintype.Colorizer", "tintype.nn", MAY_NAME.get("tintype.nn")));
		assertEquals(false, isAllowed("java.awt.Color", "tintype.train", MAY_NAME.get("tintype.train")));
		assertEquals(false, isAllowed("ij.IJ", "tintype.commands", MAY_NAME.get("tintype.commands")));
		assertEquals(false, isAllowed("tintype.nn.Tiles", "tintype.ij", MAY_NAME.get("tintype.ij")));
	}

	@Test
	void onlyTheTerminalProgramsPrint() throws IOException {
		List<String> offences = new ArrayList<>();
		for (JavaSource source : JavaSource.below("src/main/java")) {
			if (PRINTS.matcher(source.code()).find() && !MAY_PRINT.contains(source.name())) offences.add(source.name() + " prints");
			Matcher forbidden = FORBIDDEN.matcher(source.text());
			if (forbidden.find()) offences.add(source.name() + " has " + forbidden.group());
		}
		assertNone(offences);
	}

	@Test
	void roomsStaySmall() throws IOException {
		List<String> offences = new ArrayList<>();
		for (String folder : List.of("src/main/java", "src/test/java"))
			for (JavaSource source : JavaSource.below(folder))
				if (source.text().lines().count() > MOST_LINES) offences.add(source.name() + " has more than " + MOST_LINES + " lines");
		assertNone(offences);
	}

	@Test
	void everyPackageSaysItsRule() throws IOException {
		List<String> offences = new ArrayList<>();
		for (JavaSource source : JavaSource.below("src/main/java"))
			if (!Files.exists(source.file().resolveSibling("package-info.java"))) offences.add(source.packageName() + " has no package-info");
		assertNone(offences);
	}

	/** Asked of the compiled classes, so that no way to write a field escapes. */
	@Test
	void theCoreKeepsNoMutableState() throws Exception {
		List<String> offences = new ArrayList<>();
		Path classes = Path.of(TintypeException.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		for (Class<?> type : MutableStatics.core(classes))
			offences.addAll(MutableStatics.of(type));
		assertNone(offences);
	}

	private static void assertNone(List<String> offences) {
		assertTrue(offences.isEmpty(), () -> String.join("\n", offences));
	}
}
