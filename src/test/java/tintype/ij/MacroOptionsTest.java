package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ij.Macro;

class MacroOptionsTest {

	private static void reads(String options, String... keysAndValues) {
		Map<String, String> expected = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2)
			expected.put(keysAndValues[i], keysAndValues[i + 1]);
		assertEquals(expected, MacroOptions.parse(options), () -> options + " against " + Arrays.toString(keysAndValues));
	}

	@Test
	void readsEveryWayToWriteAValue() {
		reads("a=1 b=[two words] c='three more words' flag", "a", "1", "b", "two words", "c", "three more words", "flag", null);
		reads("a=[x [y] z] b=2", "a", "x [y] z", "b", "2");
		reads("  a=  b=1 ", "a", "", "b", "1");
		reads("Temperature=0.5", "temperature", "0.5");
		reads("a=1 a=2", "a", "1");
	}

	@Test
	void readsNothingFromNothing() {
		assertTrue(MacroOptions.parse(null).isEmpty());
		assertTrue(MacroOptions.parse(" ").isEmpty());
	}

	@Test
	void neverReadsInsideAnotherValueOrName() {
		reads("text=[x=9 quiet] x=3", "text", "x=9 quiet", "x", "3");
		reads("network_model=wrong model=right", "network_model", "wrong", "model", "right");
	}

	@Test
	void takesAnUnclosedBracketToTheEnd() {
		reads("a=[b c", "a", "b c");
	}

	@Test
	void agreesWithImageJ() {
		String options = "model=[my models/a b.zip] temperature=0.25 name='x y' ";
		MacroOptions.parse(options).forEach((key, value) -> assertEquals(Macro.getValue(options, key, null), value));
	}
}
