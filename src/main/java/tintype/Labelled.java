package tintype;

import java.util.List;
import java.util.stream.Stream;

/** An enum whose values have a name for menus, macros and model files. */
public interface Labelled {

	/** The name; never changes, as macros and files hold it. */
	String label();

	/**
	 * The value of a label.
	 *
	 * @param kind what the enum lists, for the message
	 * @throws TintypeException if there is none of this label
	 */
	static <E extends Enum<E> & Labelled> E of(Class<E> type, String kind, String label) {
		return Stream.of(type.getEnumConstants()).filter(value -> value.label().equals(label)).findFirst() //
			.orElseThrow(() -> new TintypeException("There is no " + kind + " \"" + label + "\": choose one of " + //
				String.join(", ", labels(type)) + "."));
	}

	/** All labels, in the order of a menu. */
	static <E extends Enum<E> & Labelled> List<String> labels(Class<E> type) {
		return Stream.of(type.getEnumConstants()).map(Labelled::label).toList();
	}
}
