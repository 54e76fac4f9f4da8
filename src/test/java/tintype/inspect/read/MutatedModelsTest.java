package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.TintypeException;

/**
 * Files with turned bits, overwritten numbers and lost ends. Each opens or is refused
 * in one sentence; none costs more than its size allows.
 */
class MutatedModelsTest {

	private static final int FILES = 200;
	private static final long SEED = 6;
	private static final long ALLOWED = 256L << 20;

	/** Beyond any time that a working reader needs, short of for ever. */
	private static final long STUCK_SECONDS = 10;

	@TempDir
	Path folder;

	private List<byte[]> models() throws IOException {
		List<byte[]> models = new ArrayList<>();
		for (String name : List.of("debugging1.h5", "graph.h5", "cf_flat_cl.h5", "keras1_cnn.h5", "functional_mlp.h5"))
			models.add(Files.readAllBytes(KerasFilesTest.fixture(name)));
		String config = "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"s\", \"layers\": [{\"class_name\": \"Dense\", \"config\": " + //
			"{\"name\": \"d\", \"units\": 30, \"batch_input_shape\": [null, 20]}}]}}";
		models.add(Files.readAllBytes(KerasWriter.keras(folder.resolve("s.keras"), "3.1.0", config, //
			KerasWriter.weights("layers/dense/vars/0", KerasWriter.ramp(20, 30), "layers/dense/vars/1", KerasWriter.ramp(30)))));
		return models;
	}

	@Test
	void eachOpensOrIsRefusedInOneSentence() throws IOException {
		List<byte[]> models = models();
		Random random = new Random(SEED);
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long most = 0, longest = 0;
		int opened = 0;
		for (int i = 0; i < FILES; i++) {
			byte[] mutated = mutated(models.get(i % models.size()), random);
			Path file = Files.write(folder.resolve("mutated.h5"), mutated);
			long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId()), start = System.nanoTime();
			if (opens(file, i)) opened++;
			long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
			most = Math.max(most, allocated);
			longest = Math.max(longest, System.nanoTime() - start);
			assertTrue(allocated <= 4L * mutated.length + ALLOWED, "file " + i + " allocated " + allocated);
		}
		System.out.printf("%d of %d mutated models opened; at most %d MB and %d ms each%n", opened, FILES, most >> 20, longest / 1_000_000);
		assertTrue(longest < STUCK_SECONDS * 1_000_000_000, "stuck");
	}

	private static boolean opens(Path file, int number) {
		try {
			return !NetworkFile.open(file).layers().isEmpty();
		}
		catch (TintypeException e) {
			assertTrue(e.getMessage().endsWith(".") || e.getMessage().endsWith(")."), "file " + number + ": " + e.getMessage());
			assertFalse(e.getMessage().contains("\n"), "file " + number + ": " + e.getMessage());
			return false;
		}
	}

	/** One of: a few bits turned, one number overwritten, the end cut off. More often near the beginning, where the structure is. */
	static byte[] mutated(byte[] model, Random random) {
		if (random.nextInt(4) == 0) return Arrays.copyOf(model, random.nextInt(model.length));
		byte[] mutated = model.clone();
		int reach = random.nextBoolean() ? mutated.length : Math.min(mutated.length, 4096);
		for (int i = 1 + random.nextInt(4); i > 0; i--) {
			int at = random.nextInt(reach);
			if (random.nextBoolean()) mutated[at] ^= (byte) (1 << random.nextInt(8));
			else for (int k = at; k < Math.min(reach, at + 4); k++)
				mutated[k] = (byte) (random.nextInt(3) - 1);
		}
		return mutated;
	}
}
