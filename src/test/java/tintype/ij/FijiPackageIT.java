package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages for Fiji that {@code ./mvnw package} makes, and the one of this platform at work. */
class FijiPackageIT {

	/** Bytes of the package for Linux that a download may take. */
	private static final long MOST_BYTES = 140_000_000;

	private static final Path PROJECT = Path.of(System.getProperty("user.dir"));

	/** As Fiji's launcher names it. */
	private static final String MAIN = "org.scijava.launcher.ClassLauncher";

	/** A line of the JVM's log: class, and where it came from. */
	private static final Pattern LOADED = Pattern.compile("(\\S+) source: file:(\\S+)");

	private static final Pattern COMMAND = Pattern.compile("\"(.+)\", tintype\\.ij\\.CommandPlugIn\\(");

	/** Packages of classes that Tintype brings; all others with a name of this kind are Fiji's. */
	private static final List<String> ENGINE = List.of("org.nd4j.", "org.deeplearning4j.", "org.bytedeco.", "io.jhdf.", "net.jpountz.", "com.ning.");

	private static final List<String> FIJI = List.of("ij.", "org.scijava.", "net.imglib2.", "net.imagej.", "com.google.", "com.fasterxml.",
		"org.apache.commons.", "org.slf4j.", "com.sun.jna.");

	@TempDir
	private Path folder;

	/** A package, or skips the test. */
	private static Path zip(String platform) throws IOException {
		try (Stream<Path> files = Files.list(PROJECT.resolve("target"))) {
			List<Path> zips = files.filter(file -> file.getFileName().toString().matches("Tintype-.*-fiji-" + platform + "\\.zip")).toList();
			if (zips.isEmpty()) System.out.println("Skipped: no package for " + platform + " in target, which mvnw package makes");
			assumeTrue(!zips.isEmpty(), "no package for " + platform + " in target");
			assertEquals(1, zips.size(), "packages of several versions: " + zips);
			return zips.get(0);
		}
	}

	private static List<String> names(Path zip) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile())) {
			return file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
		}
	}

	private static Set<String> libraries(List<String> names) {
		return names.stream().filter(name -> name.startsWith("jars/") && name.endsWith(".jar")).map(Path::of).map(FijiFolder::library)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Path host() {
		return PROJECT.resolve("target").resolve("fiji").resolve("host").resolve("jars");
	}

	@ParameterizedTest
	@CsvSource({ "linux64, linux-x86_64", "win64, windows-x86_64", "macosx, macosx-x86_64", "macos-arm64, macosx-arm64" })
	void aPackageHoldsNothingOfFijiAndOfOtherPlatforms(String platform, String natives) throws IOException {
		List<String> names = names(zip(platform));
		for (String name : names)
			assertTrue(name.equals("plugins/Tintype_.jar") || name.startsWith("jars/tintype/"), name);
		assertTrue(names.contains("plugins/Tintype_.jar"), "the plugin itself");
		List<String> machineCode = names.stream().filter(name -> name.matches(".*-(linux|windows|macosx)-.*\\.jar")).toList();
		assertEquals(3, machineCode.size(), machineCode + " is not nd4j-native, openblas and javacpp");
		for (String name : machineCode)
			assertTrue(name.contains(natives), name);
		assertFalse(names.toString().contains("-preset-1.0.0-M2.1-"), "an empty jar");
		try (Stream<Path> theirs = Files.list(host())) {
			Set<String> both = theirs.filter(Files::isRegularFile).map(FijiFolder::library).filter(libraries(names)::contains)
				.collect(Collectors.toSet());
			assertEquals(Set.of(), both, "in Fiji already");
		}
	}

	@Test
	void thePackageForLinuxIsSmallEnough() throws IOException {
		long bytes = Files.size(zip("linux64"));
		System.out.println("The package for Linux takes " + bytes + " bytes.");
		assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
	}

	@Test
	void everyLibraryIsNamedWithItsLicence() throws IOException {
		Path zip = zip("linux64");
		try (ZipFile file = new ZipFile(zip.toFile())) {
			String notices = new String(file.getInputStream(file.getEntry("jars/tintype/THIRD-PARTY.txt")).readAllBytes(), StandardCharsets.UTF_8);
			for (String library : libraries(names(zip)))
				assertTrue(notices.contains(":" + library.replaceFirst("^nd4j-(guava|jackson|protobuf)$", "$1") + ":"), library + " is not in THIRD-PARTY.txt");
			for (String licence : List.of("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "GPL-3.0", "GCC-exception-3.1", "LGPL-2.1"))
				assertTrue(file.getEntry("jars/tintype/licenses/" + licence + ".txt") != null, licence);
			assertTrue(file.getEntry("jars/tintype/LICENSE.txt") != null, "Tintype's own licence");
		}
		Path imageJ = PROJECT.resolve("target").resolve("ImageJ");
		assertTrue(Files.exists(imageJ.resolve("THIRD-PARTY.txt")) && Files.exists(imageJ.resolve("licenses")), "notices of target/ImageJ");
	}

	/** Every command from a macro, as Fiji starts Java; the JVM tells which jar each class came from. */
	@Test
	void everyCommandWorksInAFiji() throws Exception {
		String platform = System.getProperty("fiji.platform", "linux64");
		FijiFolder fiji = FijiFolder.of(folder.resolve("Fiji"), host(), zip(platform));
		assertOneVersionOfEach(fiji);
		Path macro = macro(fiji);
		Path log = folder.resolve("classes.log");
		List<String> options = new ArrayList<>(fiji.options(platform));
		options.add("-Xlog:class+load=info:file=\"" + log + "\":none:filecount=0");
		ChildJvm run = ChildJvm.of(folder, fiji.classPath(), options, MAIN, Launcher.class.getName(), "--headless", "-macro", macro.toString(),
			folder + File.separator);
		assertEquals(0, run.code(), run.err() + run.out());
		assertEquals("", run.err());
		assertTrue(run.out().contains("Networks run on: "), "what Device Information says, in " + run.out());
		assertComeFromTheirJars(log, fiji);
	}

	private static void assertOneVersionOfEach(FijiFolder fiji) throws IOException {
		Map<String, Set<String>> versions = new HashMap<>();
		for (Path jar : fiji.libraries())
			versions.computeIfAbsent(FijiFolder.library(jar), library -> new HashSet<>()).add(FijiFolder.version(jar));
		versions.values().removeIf(all -> all.size() == 1);
		assertEquals(Map.of(), versions, "libraries of several versions");
	}

	/** Puts the macro and what it opens into the folder. */
	private Path macro(FijiFolder fiji) throws IOException {
		String macro;
		try (var in = FijiPackageIT.class.getResourceAsStream("every-command.ijm")) {
			macro = new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		try (ZipFile plugin = new ZipFile(fiji.home().resolve("plugins").resolve("Tintype_.jar").toFile())) {
			Matcher command = COMMAND.matcher(new String(plugin.getInputStream(plugin.getEntry("plugins.config")).readAllBytes(), StandardCharsets.UTF_8));
			while (command.find())
				assertTrue(macro.contains("run(\"" + command.group(1) + "\""), command.group(1) + " is missing in every-command.ijm");
		}
		Path pictures = PROJECT.resolve("test-images");
		Files.copy(pictures.resolve("label-oblique.png"), folder.resolve("label-oblique.png"));
		Files.copy(PROJECT.resolve("src/test/resources/models/keras1_cnn.h5"), folder.resolve("network.h5"));
		BufferedImage landscape = ImageIO.read(pictures.resolve("landscape-color.png").toFile());
		for (int i = 0; i < 4; i++) {
			BufferedImage part = landscape.getSubimage(150 * i, 100 * i, 64, 64);
			save(part, "pictures", i);
			save(part, i % 2 == 0 ? "classes/even" : "classes/odd", i);
		}
		return Files.writeString(folder.resolve("every-command.ijm"), macro);
	}

	private void save(BufferedImage picture, String name, int number) throws IOException {
		Path to = Files.createDirectories(folder.resolve(name)).resolve(number + ".png");
		assertTrue(ImageIO.write(picture, "png", to.toFile()));
	}

	private static void assertComeFromTheirJars(Path log, FijiFolder fiji) throws IOException {
		Path jars = fiji.home().resolve("jars"), plugin = fiji.home().resolve("plugins").resolve("Tintype_.jar");
		Set<String> wrong = new TreeSet<>(), used = new HashSet<>();
		for (String line : Files.readAllLines(log)) {
			Matcher loaded = LOADED.matcher(line);
			if (!loaded.matches()) continue;
			String name = loaded.group(1);
			Path from = Path.of(loaded.group(2));
			used.add(from.getFileName().toString());
			boolean right = !name.startsWith("tintype.") || from.equals(plugin);
			if (ENGINE.stream().anyMatch(name::startsWith)) right = from.getParent().equals(jars.resolve("tintype"));
			if (FIJI.stream().anyMatch(name::startsWith)) right = from.getParent().equals(jars);
			if (!right) wrong.add(name + " from " + from);
		}
		assertEquals(Set.of(), wrong);
		for (String library : List.of("nd4j-guava", "nd4j-jackson", "nd4j-api", "jhdf", "commons-io", "slf4j-api", "ij"))
			assertTrue(used.stream().anyMatch(jar -> jar.startsWith(library + "-")), "nothing came from " + library);
	}
}
