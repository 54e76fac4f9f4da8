package tintype;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Static fields that can be assigned: state that two users of the core would share. */
final class MutableStatics {

	private MutableStatics() {}

	/** The compiled classes of the core: all but the edge, which knows ImageJ. */
	static List<Class<?>> core(Path classes) throws IOException, ClassNotFoundException {
		List<Class<?>> found = new ArrayList<>();
		try (Stream<Path> all = Files.walk(classes.resolve("tintype"))) {
			for (Path file : (Iterable<Path>) all.filter(MutableStatics::isClassOfCore).sorted()::iterator) {
				String name = classes.relativize(file).toString().replaceFirst("\\.class$", "").replace(file.getFileSystem().getSeparator(), ".");
				found.add(Class.forName(name, false, MutableStatics.class.getClassLoader()));
			}
		}
		if (found.isEmpty()) throw new IOException("There are no classes in " + classes);
		return found;
	}

	private static boolean isClassOfCore(Path file) {
		String folder = file.getParent().getFileName().toString();
		String name = file.getFileName().toString();
		return name.endsWith(".class") && !name.equals("package-info.class") && !folder.equals("ij") && !folder.equals("commands");
	}

	/** Names of the offending fields. */
	static List<String> of(Class<?> type) {
		List<String> names = new ArrayList<>();
		for (Field field : type.getDeclaredFields()) {
			boolean assignable = Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers());
			if (assignable && !field.isSynthetic()) names.add(type.getName() + "." + field.getName() + " is static and not final");
		}
		return names;
	}
}
