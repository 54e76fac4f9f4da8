package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import tintype.TintypeException;

class WatchdogTest {

	private static final long SOON = 200_000_000;
	private static final long PLENTY = 1L << 40;

	/** What was allocated last: nothing is left out as useless. */
	private byte[] kept = {};

	/**
	 * A model whose first group is a tree of 100 levels; both branches of each node lead
	 * to the same node below, so that there are 2^100 ways to the bottom.
	 */
	private static byte[] labyrinth() throws IOException {
		byte[] model = Files.readAllBytes(KerasFilesTest.fixture("functional_mlp.h5"));
		int root = new String(model, StandardCharsets.ISO_8859_1).indexOf("TREE"), step = 96;
		ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(model, model.length + 101 * step)).order(ByteOrder.LITTLE_ENDIAN);
		bytes.put(root + 5, (byte) 1).putShort(root + 6, (short) 1).putLong(root + 32, model.length);
		for (int i = 0; i <= 100; i++) {
			int node = model.length + i * step;
			bytes.position(node).put("TREE".getBytes(StandardCharsets.ISO_8859_1));
			bytes.put(node + 5, (byte) (i < 100 ? 1 : 0)).putShort(node + 6, (short) (i < 100 ? 2 : 0));
			bytes.putLong(node + 32, node + step).putLong(node + 48, node + step);
		}
		return bytes.array();
	}

	@Test
	void endsAWalkWithoutEnd() throws IOException {
		byte[] model = labyrinth();
		try (Watchdog watchdog = new Watchdog("f.h5", model, PLENTY, SOON)) {
			Hdf5 file = new Hdf5(model, "f.h5", new Allowance("f.h5", model.length));
			assertThrows(TintypeException.class, () -> file.has("model_weights"));
			assertRefused("f.h5 takes too much time to read: the file is damaged, save the model again.", watchdog::check);
		}
	}

	@Test
	void endsAReadThatTakesTooMuchMemory() {
		try (Watchdog watchdog = new Watchdog("f.h5", new byte[1], 1 << 20, Long.MAX_VALUE / 2)) {
			watchdog.check();
			assertRefused("f.h5 takes too much memory to read: the file is damaged, save the model again.", () -> {
				while (true) {
					kept = new byte[1 << 16];
					watchdog.check();
				}
			});
		}
	}

	private static void assertRefused(String sentence, Executable read) {
		assertEquals(sentence, assertThrows(TintypeException.class, read).getMessage());
	}
}
