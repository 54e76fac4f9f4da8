package tintype.ij;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A folder laid out as Fiji's, with libraries of Fiji and one of Tintype's
 * packages unzipped over them.
 *
 * @param home what Fiji calls its application directory
 */
record FijiFolder(Path home) {

	/** A jar's name: its library, version, and classifier. */
	private static final Pattern JAR = Pattern.compile("(.+?)-(\\d+(?:\\.\\d+)*(?:-M[\\d.]+|-\\d[\\d.]*|[a-z]|-GA|-jre)?)(?:-(.+))?\\.jar");

	/**
	 * Copies Fiji's libraries and unzips the package.
	 *
	 * @param libraries folder of jars, and of folders of jars
	 */
	static FijiFolder of(Path home, Path libraries, Path zip) throws IOException {
		try (Stream<Path> files = Files.walk(libraries)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path copy = home.resolve("jars").resolve(libraries.relativize(file).toString());
				if (Files.isDirectory(file)) Files.createDirectories(copy);
				else Files.copy(file, copy);
			}
		}
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
				write(in, entry, home);
		}
		return new FijiFolder(home);
	}

	private static void write(InputStream in, ZipEntry entry, Path home) throws IOException {
		Path file = home.resolve(entry.getName());
		if (entry.isDirectory()) Files.createDirectories(file);
		else Files.copy(in, file);
	}

	/** The library of a jar: its name without version and classifier. */
	static String library(Path jar) {
		return parts(jar).group(1);
	}

	/** The version of a jar. */
	static String version(Path jar) {
		return parts(jar).group(2);
	}

	private static Matcher parts(Path jar) {
		Matcher parts = JAR.matcher(jar.getFileName().toString());
		if (!parts.matches()) throw new IllegalArgumentException(jar + " is not named like a library");
		return parts;
	}

	/** All libraries, in the order of Fiji's class path: those of jars, then those of its folders. */
	List<Path> libraries() throws IOException {
		List<Path> all = new ArrayList<>(jars(home.resolve("jars")));
		try (Stream<Path> folders = Files.list(home.resolve("jars"))) {
			for (Path folder : folders.filter(Files::isDirectory).sorted().toList())
				all.addAll(jars(folder));
		}
		return Collections.unmodifiableList(all);
	}

	private static List<Path> jars(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
	}

	/** What Fiji's launcher makes of {@code config/fiji.toml}. */
	String classPath() throws IOException {
		List<Path> all = new ArrayList<>(libraries());
		all.addAll(jars(home.resolve("plugins")));
		return String.join(File.pathSeparator, all.stream().map(Path::toString).toList());
	}

	/**
	 * The options of the JVM in {@code config/fiji.toml}, without those of the
	 * splash screen and of Python. Of JavaFX's modules only the first is there.
	 *
	 * @param platform Fiji's name of this platform
	 */
	List<String> options(String platform) {
		Path modules = home.resolve("jars").resolve(platform);
		List<String> options = new ArrayList<>(List.of("-XX:+UseG1GC", "--module-path=" + modules, "-Dplugins.dir=" + home,
			"-Dimagej.dir=" + home, "-Dij.dir=" + home, "-Dfiji.dir=" + home, "-Djava.library.path=" + home.resolve("lib").resolve(platform),
			"-Djna.library.path=" + home.resolve("lib").resolve(platform), "-Dscijava.app.unlock-modules=true", "-Dscijava.app.name=Fiji",
			"-Dscijava.app.directory=" + home, "-Dscijava.app.java-version-minimum=1.8", "-Dscijava.context.strict=false",
			"-Djavafx.allowjs=true", "-Djava.awt.headless=true"));
		if (Files.isDirectory(modules)) options.add("--add-modules=javafx.base");
		return options;
	}
}
