package tintype.nn.winograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeamTest {

	private static float[][] row(float value) {
		return new float[][] { { value }, { value + 1 }, { value + 2 }, { value + 3 } };
	}

	@Test
	void takersWaitForRowsOfTheirLayer() throws Exception {
		Seam seam = new Seam(3);
		CompletableFuture<float[][]> taken = CompletableFuture.supplyAsync(() -> seam.take(1, 1));
		seam.put(1, 0, row(10));
		seam.put(2, 1, row(20));
		float[][] row = row(30);
		seam.put(1, 1, row);
		row[0][0] = 99; // its owner writes the next one
		assertArrayEquals(row(30), taken.get(10, TimeUnit.SECONDS));
	}

	@Test
	void takersEndAsTheBandBelowDid() {
		Seam seam = new Seam(1);
		IllegalStateException cause = new IllegalStateException("broken");
		seam.put(0, 0, row(1));
		CompletableFuture<Void> failing = CompletableFuture.runAsync(() -> seam.fail(cause));
		assertSame(cause, assertThrows(IllegalStateException.class, () -> seam.take(0, 1)));
		failing.join();
	}

	/** A band of three rows between others. */
	@Test
	void aJointBorrowsAndLends() {
		Seam above = new Seam(2), below = new Seam(2);
		below.put(1, 0, row(40));
		below.put(1, 1, row(50));
		List<Float> passed = new ArrayList<>();
		Joint joint = new Joint(1, 3, above, below, row -> {
			passed.add(row[0][0]);
			return row;
		});
		for (float value : new float[] { 10, 20, 30 })
			joint.accept(row(value));
		assertArrayEquals(new Float[] { 10f, 20f, 30f, 40f, 50f }, passed.toArray(Float[]::new));
		assertArrayEquals(row(10), above.take(1, 0));
		assertArrayEquals(row(20), above.take(1, 1));
	}
}
