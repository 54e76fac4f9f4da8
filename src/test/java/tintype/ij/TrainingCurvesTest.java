package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import ij.gui.Plot;
import tintype.train.TrainingLog.Row;

/** Figures against epochs. */
class TrainingCurvesTest {

	private static final List<Row> ROWS = List.of(TrainingRows.row(1, true), TrainingRows.row(2, true), TrainingRows.row(3, false));

	private final TrainingCurves curves = new TrainingCurves("trees");

	@Test
	void lossesOfTrainingAndValidation() {
		Plot plot = curves.losses(ROWS);
		assertEquals("Loss of trees", plot.getTitle());
		List<float[]> values = List.of(plot.getDataObjectArrays(0)[1], plot.getDataObjectArrays(1)[1]);
		assertArrayEquals(new float[] { 1, 2, 3 }, plot.getDataObjectArrays(0)[0]);
		assertTrue(values.stream().anyMatch(y -> y[0] == 2.9f && y[2] == 2.7f), "training");
		assertTrue(values.stream().anyMatch(y -> y[0] == 3.0f && y[2] == 2.8f), "validation");
	}

	@Test
	void theKeptEpochIsMarked() {
		Plot plot = curves.scores(ROWS);
		assertArrayEquals(new float[] { 2 }, plot.getDataObjectArrays(2)[0]);
		assertArrayEquals(new float[] { 0.772f }, plot.getDataObjectArrays(2)[1]);
	}

	/** The network before the first step has a validation loss only. */
	@Test
	void aLonePointIsWellInsideTheFrame() {
		Row row = new Row(0, 0, 0, Double.NaN, 3.0243, TrainingRows.scores(0), 1, false, 0.1, 20, Double.NaN, Double.NaN, Double.NaN, List.of());
		double[] limits = curves.losses(List.of(row)).getLimits();
		assertTrue(limits[0] < 0 && limits[1] > 0 && limits[2] < 3.01 && limits[3] > 3.04, Arrays.toString(limits));
	}

	@Test
	void oneEpochIsInsideTheFrame() {
		double[] limits = curves.losses(ROWS.subList(0, 1)).getLimits();
		assertTrue(limits[0] < 1 && limits[1] > 1 && limits[2] < 2.9 && limits[3] > 3, Arrays.toString(limits));
	}
}
