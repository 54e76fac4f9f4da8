package tintype.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;

/**
 * The cell stack's file is what the code renders. ImageJ's classes are loaded
 * apart from those of other tests, which must patch theirs before first use.
 */
class CellStackTest {

	@Test
	void fileIsWhatTheCodeRenders() throws Exception {
		try (URLClassLoader apart = classPathApart()) {
			final Object difference = ((Callable<?>) apart.loadClass(CellStackDifference.class.getName())
				.getDeclaredConstructor().newInstance()).call();
			assertEquals("none", difference);
		}
	}

	private static URLClassLoader classPathApart() throws IOException {
		final List<URL> places = new ArrayList<>();
		for (final String place : System.getProperty("java.class.path").split(File.pathSeparator))
			places.add(Path.of(place).toUri().toURL());
		return new URLClassLoader(places.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
	}
}
