package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import tintype.TintypeException;
import tintype.nn.Backend;

class NpyTest {

	private static Tensor read(byte[] bytes) throws IOException {
		return Npy.read(new ByteArrayInputStream(bytes), "numbers.npy");
	}

	private static byte[] file(String header, byte[] data) {
		byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
		return ByteBuffer.allocate(10 + text.length + data.length).put(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0 }) //
			.put(text).put(data).array();
	}

	@Test
	void comesBackAsItWas() throws IOException {
		Tensor tensor = new Tensor(new int[] { 2, 3 }, new float[] { 1, -2, 3.5f, Float.NaN, Float.MIN_VALUE, 6 });
		Tensor back = read(Npy.bytes(tensor));
		assertArrayEquals(tensor.shape(), back.shape());
		assertArrayEquals(tensor.values(), back.values());
		assertEquals(3.5f, back.at(0, 2));
	}

	@Test
	void nd4jReadsWhatIsWritten() {
		Backend.start();
		INDArray array = Nd4j.createNpyFromByteArray(Npy.bytes(new Tensor(new int[] { 3 }, new float[] { 4, 5, 6 })));
		assertArrayEquals(new long[] { 3 }, array.shape());
		assertArrayEquals(new float[] { 4, 5, 6 }, array.toFloatVector());
	}

	@Test
	void readsOtherKindsOfNumbers() throws IOException {
		assertArrayEquals(new float[] { 258, 772 }, read(file("{'descr': '>u2', 'fortran_order': False, 'shape': (2,), }", new byte[] { 1, 2, 3, 4 })).values());
		assertArrayEquals(new float[] { 255, 1 }, read(file("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }", new byte[] { -1, 1 })).values());
	}

	@Test
	void readsFortranOrder() throws IOException {
		Tensor tensor = read(file("{'descr': '|i1', 'fortran_order': True, 'shape': (2, 3), }", new byte[] { 1, 4, 2, 5, 3, 6 }));
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6 }, tensor.values());
	}

	@Test
	void refusesObjects() {
		assertRefused(file("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", new byte[16]), "no plain numbers");
	}

	@Test
	void refusesWhatIsCutOff() {
		byte[] whole = Npy.bytes(new Tensor(new int[] { 5 }, new float[5]));
		for (int length = 0; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertThrows(TintypeException.class, () -> read(part));
		}
		assertRefused(Arrays.copyOf(whole, whole.length - 1), "cut off");
	}

	@Test
	void aHeaderThatPromisesTooMuchCostsNothing() {
		assertRefused(file("{'descr': '<f4', 'fortran_order': False, 'shape': (200000000,), }", new byte[8]), "cut off");
		assertRefused(file("{'descr': '<f4', 'fortran_order': False, 'shape': (99999, 99999, 99999, 99999), }", new byte[8]), "too large");
	}

	private static void assertRefused(byte[] bytes, String reason) {
		String sentence = assertThrows(TintypeException.class, () -> read(bytes)).getMessage();
		assertTrue(sentence.startsWith("numbers.npy is no NumPy file") && sentence.contains(reason), sentence);
	}
}
