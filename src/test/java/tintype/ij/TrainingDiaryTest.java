package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import tintype.train.TrainingLog.Outline;
import tintype.train.TrainingLog.Row;
import tintype.train.TrainingSettings;

/** What the Log says of a training; without a screen it goes to the standard output. */
class TrainingDiaryTest {

	private static final Path MODEL = Path.of("models", "trees.zip").toAbsolutePath();

	private final TrainingDiary diary = new TrainingDiary(TrainingSettings.defaults(), MODEL);

	@Test
	void aLinePerEpoch() {
		assertEquals("Epoch 3 of about 12: loss 2.700, validation 2.800, AuC 0.8830, rebalanced 0.7730, T 0.38, 37 patches/s, " +
			"22 pictures/s, 14 min left; the best so far", TrainingDiary.line(TrainingRows.row(3, true), true));
		assertEquals("Epoch 12 of 12: loss 1.800, validation 1.900, AuC 0.8920, rebalanced 0.7820, T 0.38, 37 patches/s, " +
			"22 pictures/s", TrainingDiary.line(TrainingRows.row(12, false), false));
	}

	@Test
	void theNetworkBeforeTheFirstStepHasNeitherLossNorSpeed() {
		Row row = new Row(0, 0, 0, Double.NaN, 4.6, TrainingRows.scores(0), 1, false, 0.1, 20, Double.NaN, Double.NaN, Double.NaN, List.of());
		assertEquals("Before the first step: validation 4.600, AuC 0.8800, rebalanced 0.7700, T 1.00", TrainingDiary.line(row, true));
	}

	@Test
	void waitingForPicturesIsNamed() {
		Row row = new Row(1, 2, 1, 1, 1, TrainingRows.scores(1), 0.38, false, 1, 0.4, 5, 5, 0.62, List.of());
		assertTrue(TrainingDiary.line(row, false).endsWith(", 62 % of the time waiting for pictures, less than a minute left"),
			TrainingDiary.line(row, false));
	}

	@Test
	void leftOutFilesAreNamedUpToTwenty() {
		Map<Path, String> skipped = new LinkedHashMap<>();
		for (int i = 0; i < 23; i++)
			skipped.put(Path.of(i + ".png"), i % 2 == 0 ? i + ".png is damaged: save it again." : "has no colour");
		List<String> lines = told(() -> diary.started(new Outline(MODEL, "ColorNet", "the CPU", 100, 10, skipped, List.of())));
		assertEquals("Training ColorNet on the CPU.", lines.get(0));
		assertEquals("100 pictures to learn from, 10 to judge by; 20 minutes; the model goes to " + MODEL + ".", lines.get(1));
		assertEquals(List.of("Left out: 0.png is damaged: save it again.", "Left out: 1.png: has no colour"), lines.subList(2, 4));
		assertEquals("Left out: 3 more.", lines.get(lines.size() - 1));
		assertEquals(2 + 20 + 1, lines.size());
	}

	@Test
	void theEndNamesTheFileTheBestEpochAndTheNextStep() {
		List<String> lines = told(() -> {
			diary.add(TrainingRows.row(1, true));
			diary.add(TrainingRows.row(2, true));
			diary.add(TrainingRows.row(3, false));
			diary.finished(TrainingRows.row(2, true));
		});
		assertEquals("The model, of epoch 2 with T 0.38, is in " + MODEL +
			": AuC 0.8820, rebalanced 0.7720, colourfulness 0.90, PSNR 22.50 dB.", lines.get(3));
		assertEquals("To use it: run(\"Colorize...\", \"model=[" + MODEL + "]\");", lines.get(4));
	}

	@Test
	void aCanceledRunSaysWhatIsKept() {
		assertEquals(List.of("The training was canceled before its first epoch ended, so there is no model yet."), told(diary::canceled));
		List<Row> earlier = List.of(TrainingRows.row(0, false), TrainingRows.row(1, false), TrainingRows.row(2, true));
		List<String> lines = told(() -> {
			diary.started(new Outline(MODEL, "ColorNet", "the CPU", 100, 10, Map.of(), earlier));
			diary.canceled();
		});
		assertEquals("Going on after epoch 2 of a run that was cut short.", lines.get(2));
		assertTrue(lines.get(3).contains("The best model so far, of epoch 2, is in " + MODEL), lines.get(3));
	}

	/** The lines that ImageJ prints meanwhile. */
	private static List<String> told(Runnable work) {
		PrintStream out = System.out;
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
		try {
			work.run();
		}
		finally {
			System.setOut(out);
		}
		return bytes.toString(StandardCharsets.UTF_8).lines().toList();
	}
}
