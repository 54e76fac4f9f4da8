package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import com.sun.jna.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreTypeTest {

	/** Zen 4, Zen 3, Ice Lake, and a virtual machine that hides one of the sets. */
	@ParameterizedTest
	@CsvSource({ //
		"true, AuthenticAMD, fpu sse2 fma avx2 avx512f avx512dq avx512ifma avx512cd avx512bw avx512vl avx512_bf16", //
		"false, AuthenticAMD, fpu sse2 fma avx2", //
		"false, GenuineIntel, fpu sse2 fma avx2 avx512f avx512dq avx512cd avx512bw avx512vl", //
		"false, AuthenticAMD, fpu sse2 fma avx2 avx512f avx512dq avx512cd avx512bw" })
	void onlyAmdWithAvx512(boolean expected, String vendor, String flags) {
		assertEquals(expected, CoreType.isAmdWithAvx512(List.of("processor\t: 0", "vendor_id\t: " + vendor, "flags\t\t: " + flags, "bugs\t\t: none")));
	}

	@Test
	void otherProcessorsHaveOtherDescriptions() {
		assertEquals(false, CoreType.isAmdWithAvx512(List.of("processor\t: 0", "Features\t: fp asimd")));
	}

	@Test
	void nativesSeeWhatIsSetAndUsersComeFirst() {
		assumeTrue(System.getProperty("os.name").startsWith("Linux"), "Skipped: not Linux.");
		CoreType.set("TINTYPE_TEST_OF_CORE_TYPE", "first");
		CoreType.set("TINTYPE_TEST_OF_CORE_TYPE", "second");
		assertEquals("first", Function.getFunction("c", "getenv").invokeString(new Object[] { "TINTYPE_TEST_OF_CORE_TYPE" }, false));
	}
}
