package tintype.nn;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Runs a program as plain ImageJ runs a plugin: from a class loader of its own
 * that nobody has made the thread's context class loader.
 */
public final class PlainHost {

	private PlainHost() {}

	/** @param args class path, class, its arguments */
	public static void main(String[] args) throws Exception {
		URL[] urls = Stream.of(args[0].split(File.pathSeparator)).map(PlainHost::url).toArray(URL[]::new);
		Thread.currentThread().setContextClassLoader(null);
		try (URLClassLoader loader = new URLClassLoader("plugins", urls, ClassLoader.getPlatformClassLoader())) {
			loader.loadClass(args[1]).getMethod("main", String[].class) //
				.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
		}
	}

	private static URL url(String entry) {
		try {
			return Path.of(entry).toUri().toURL();
		}
		catch (MalformedURLException e) {
			throw new IllegalArgumentException(entry, e);
		}
	}
}
