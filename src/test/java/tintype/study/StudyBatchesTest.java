package tintype.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import tintype.nn.Backend;

class StudyBatchesTest {

	@Test
	void everyEpochHasAllPicturesInAnOrderOfItsOwn() {
		int[] first = StudyBatches.shuffled(1000, 1, 0);
		assertArrayEquals(first, StudyBatches.shuffled(1000, 1, 0));
		assertFalse(Arrays.equals(first, StudyBatches.shuffled(1000, 1, 1)));
		assertFalse(Arrays.equals(first, StudyBatches.shuffled(1000, 2, 0)));
		assertArrayEquals(StudyBatches.inOrder(1000), Arrays.stream(first).sorted().toArray());
	}

	/** Of a fair shuffle the mean distance from the old place is n / 3. */
	@Test
	void picturesGoFar() {
		int[] order = StudyBatches.shuffled(30_000, 3, 2);
		double sum = 0;
		for (int i = 0; i < order.length; i++)
			sum += Math.abs(order[i] - i);
		assertEquals(10_000, sum / order.length, 150);
	}

	@Test
	void pixelsAreScaledAndLabelsAreOneHot() {
		Backend.start();
		byte[] pixels = { 0, 51, (byte) 255, (byte) 204, 1, 2 };
		LabelledImages images = new LabelledImages(2, 1, pixels, new byte[] { 2, 0, 1 }, List.of("a", "b", "c"));
		try (StudyBatches batch = new StudyBatches(images, 2, new long[] { 2, 1, 1, 2 })) {
			batch.fill(new int[] { 0, 2, 1 }, 1);
			assertArrayEquals(new float[] { 1 / 255f, 2 / 255f, 1, 0.8f }, batch.features().ravel().toFloatVector());
			assertArrayEquals(new float[] { 0, 1, 0, 1, 0, 0 }, batch.labels().ravel().toFloatVector());
			batch.fill(new int[] { 1, 0 }, 0);
			assertArrayEquals(new float[] { 1, 0.8f, 0, 0.2f }, batch.features().ravel().toFloatVector());
			assertArrayEquals(new float[] { 1, 0, 0, 0, 0, 1 }, batch.labels().ravel().toFloatVector());
		}
	}
}
