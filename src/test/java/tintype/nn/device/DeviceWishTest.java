package tintype.nn.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceWishTest {

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { //
		"-, -, -, false, ''", //
		"auto, cpu, -, false, ''", //
		"-, auto, -, false, ''", //
		"cpu, auto, -, true, the system property tintype.device says so", //
		"-, cpu, -, true, the preference in Device Information says so", //
		"gpu, -, -, true, 'the system property tintype.device is \"gpu\", neither auto nor cpu'", //
		"-, -, -1, true, the environment variable BACKEND_PRIORITY_GPU is below the CPU's", //
		"auto, -, -1, true, the environment variable BACKEND_PRIORITY_GPU is below the CPU's", //
		"-, -, 200, false, ''", //
		"-, -, high, false, ''" })
	void propertyBeforePreferenceBeforeEnvironment(String property, String preference, String priority, boolean cpu, String reason) {
		Map<String, String> properties = new HashMap<>();
		properties.put(DeviceWish.PROPERTY, property);
		properties.put(DeviceWish.PREFERENCE, preference);
		DeviceWish wish = DeviceWish.of(properties::get, name -> name.equals("BACKEND_PRIORITY_GPU") ? priority : null);
		assertEquals(new DeviceWish(cpu, reason, "gpu".equals(property)), wish);
	}
}
