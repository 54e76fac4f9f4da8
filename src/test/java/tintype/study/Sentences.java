package tintype.study;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

import tintype.TintypeException;

/** What failures tell the user. */
final class Sentences {

	private Sentences() {}

	/** Asserts that something fails with one sentence that has some words in it. */
	static void assertTold(String words, Executable failing) {
		String told = assertThrows(TintypeException.class, failing).getMessage();
		assertSentence(told);
		assertTrue(told.contains(words), told);
	}

	/** One line that says what was wrong and, after a colon or semicolon, what to do. */
	static void assertSentence(String told) {
		assertTrue(told.matches(".*[:;] [a-z].*\\."), told);
		assertFalse(told.contains("\n"), told);
	}
}
