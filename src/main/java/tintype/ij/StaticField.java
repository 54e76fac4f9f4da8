package tintype.ij;

import java.lang.reflect.Field;

/** A private static field of ImageJ's, where there is no other way in. */
final class StaticField {

	private StaticField() {}

	/** @return the old value; null, and nothing is changed, in an ImageJ without that field */
	static Object swap(Class<?> type, String name, Object value) {
		try {
			Field field = type.getDeclaredField(name);
			field.setAccessible(true);
			Object old = field.get(null);
			field.set(null, value);
			return old;
		}
		catch (ReflectiveOperationException e) {
			return null;
		}
	}
}
