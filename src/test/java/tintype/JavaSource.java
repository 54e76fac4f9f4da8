package tintype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file of the project.
 *
 * @param file where it is
 * @param name of its package and class, e.g. tintype.color.Lab
 * @param text as it is
 */
record JavaSource(Path file, String name, String text) {

	/** Text blocks, strings, characters and comments; whichever begins first wins. */
	private static final Pattern NOT_CODE = Pattern.compile( //
		"\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|//[^\\n]*|/\\*(?s:.*?)\\*/");

	/** All files below a folder of the project, e.g. src/main/java. */
	static List<JavaSource> below(String folder) throws IOException {
		Path root = Path.of(System.getProperty("user.dir")).resolve(folder);
		List<JavaSource> sources = new ArrayList<>();
		try (Stream<Path> all = Files.walk(root)) {
			for (Path file : (Iterable<Path>) all.filter(path -> path.toString().endsWith(".java")).sorted()::iterator) {
				String path = root.relativize(file).toString().replace('\\', '/');
				sources.add(new JavaSource(file, path.replaceFirst("\\.java$", "").replace('/', '.'), Files.readString(file)));
			}
		}
		if (sources.isEmpty()) throw new IOException("There are no sources in " + root);
		return sources;
	}

	String packageName() {
		return name.substring(0, name.lastIndexOf('.'));
	}

	/** The text without comments, strings and characters. */
	String code() {
		return NOT_CODE.matcher(text).replaceAll(" ");
	}
}
