package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The Help and Examples menus of plugins.config. */
class MenuTest {

	private static final Pattern HELP = Pattern.compile("Plugins>Tintype>Help, \"(.+)\", tintype\\.ij\\.HelpPage\\(\"(.+)\"\\)");
	private static final Pattern EXAMPLE = Pattern.compile("Plugins>Tintype>Examples, \"(.+)\", ij\\.plugin\\.Macro_Runner\\(\"JAR:macros/(.+)\"\\)");
	private static final Path MACROS = Path.of(System.getProperty("user.dir"), "macros");

	private static List<Matcher> lines(Pattern pattern) throws IOException {
		try (InputStream in = MenuTest.class.getResourceAsStream("/plugins.config")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(pattern::matcher).filter(Matcher::matches).toList();
		}
	}

	@Test
	void everyHelpItemShowsASectionOfTheReadme() throws IOException {
		List<Matcher> lines = lines(HELP);
		assertFalse(lines.isEmpty());
		for (Matcher line : lines) {
			String text = HelpPage.markdown(line.group(2)), page = HelpPage.html(line.group(2));
			assertTrue(text.startsWith("## " + line.group(2) + "\n") && text.length() > 200, line.group(1));
			assertEquals(text.contains("\n|---"), page.contains("<table>"), line.group(1));
			assertFalse(text.contains("!["), line.group(1));
		}
	}

	@Test
	void everyMacroIsAnExampleAndATemplate() throws IOException {
		Set<String> examples = lines(EXAMPLE).stream().map(line -> line.group(2)).collect(Collectors.toSet());
		try (Stream<Path> macros = Files.list(MACROS)) {
			assertEquals(macros.map(file -> file.getFileName().toString()).collect(Collectors.toSet()), examples);
		}
		for (String name : examples)
			for (String folder : new String[] { "/macros/", "/script_templates/Tintype/" })
				try (InputStream in = MenuTest.class.getResourceAsStream(folder + name)) {
					assertNotNull(in, folder + name);
					assertEquals(Files.readString(MACROS.resolve(name)), new String(in.readAllBytes(), StandardCharsets.UTF_8));
				}
	}

	/** ImageJ's macro language knows commands by their label alone. */
	@Test
	void noLabelIsThereTwice() throws IOException {
		Set<String> labels = new HashSet<>();
		for (Matcher line : lines(Pattern.compile("Plugins>.+, \"(.+)\", .+")))
			assertTrue(labels.add(line.group(1)), line.group(1));
	}
}
