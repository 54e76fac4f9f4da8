package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineCodeTest {

	@ParameterizedTest
	@CsvSource({ "2, 1, false", "3, 0, false", "3, 5, false", "3, 7, true", "5, 0, true", "5, 3, true", "6, 0, true", "6, 2, true", "7, 0, true",
		"7, 5, true", "8, 0, true", "8, 6, true", "8, 9, true", "9, 0, false", "10, 0, false", "12, 0, false" })
	void runsFromKeplerToAda(int major, int minor, boolean runs) {
		assertEquals(runs, MachineCode.runsOn(new Gpu(0, "a card", major, minor, 0)));
	}
}
