package tintype.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tintype.Colorizer;
import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.SharedData;

/** The figures are those of the data set's own metrics.py, run on the same pictures. */
class JudgeTest {

	private static final String PYTHON = "/usr/bin/python3";
	private static final long PATIENCE_S = 120;

	/** It prints five decimals. */
	private static final double ROUNDING = 6e-6;

	private static final Map<String, String> TOTALS = Map.of("AuC", "auc", "rebalanced AuC (0)", "auc_rebal", "rebalanced AuC (1/2)",
		"auc_rebal_half", "PSNR (dB)", "psnr_rgb", "SSIM", "ssim_rgb", "colourfulness", "colorfulness_pred", "true colourfulness",
		"colorfulness_truth", "colourfulness ratio", "colorfulness_ratio", "chroma correlation", "chroma_corr", "lightness difference",
		"L_abs_diff");
	private static final Map<String, String> EACH = Map.of("AuC", "auc", "PSNR (dB)", "psnr", "SSIM", "ssim", "colourfulness", "cf_pred",
		"true colourfulness", "cf_true", "lightness difference", "dL");

	@TempDir
	Path folder;

	private Path metrics;
	private Path truth;
	private Path coloured;

	@BeforeEach
	void choosePictures() throws Exception {
		metrics = SharedData.require("data/tools/metrics.py");
		List<Path> scenes = PhotoFolder.of(SharedData.require("data/scenes/val")).files();
		boolean ready = Files.exists(Path.of(PYTHON)) && python("-c", "import numpy, scipy, skimage, PIL").code() == 0;
		if (!ready) System.out.println("Skipped: no " + PYTHON + " with scikit-image");
		assumeTrue(ready, "no " + PYTHON + " with scikit-image");
		truth = Files.createDirectory(folder.resolve("truth"));
		coloured = Files.createDirectory(folder.resolve("coloured"));
		for (int i = 0; i < scenes.size(); i += scenes.size() / 5)
			Files.copy(scenes.get(i), truth.resolve(scenes.get(i).getFileName()));
	}

	/** Weights from the training pictures, the model that comes with Tintype. */
	@Test
	void theDefaultModelOnScenes() throws Exception {
		Comparison comparison = new Comparison(SharedData.trainCounts());
		Map<String, Scores> each = new HashMap<>();
		try (Colorizer colorizer = Colorizer.open(Colorizer.DEFAULT_MODEL)) {
			Colouring colouring = (lightness, progress) -> colorizer.colorize(lightness, new Look(Setting.VIVID, 0.38, 1), progress);
			for (Path file : PhotoFolder.of(truth).files()) {
				Photo photo = Pictures.read(file);
				Photo prediction = save(colouring.of(Colouring.grey(photo, Progress.NONE), Progress.NONE), file);
				each.put(stem(file), comparison.add(photo, prediction));
			}
		}
		Path perImage = folder.resolve("each.tsv");
		Map<String, Double> judged = judge("--per-image", perImage.toString());
		check(comparison.scores(), TOTALS, judged);
		List<String> lines = Files.readAllLines(perImage);
		String[] head = lines.get(0).split("\t");
		assertEquals(each.size(), lines.size() - 1);
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split("\t");
			Map<String, Double> row = new HashMap<>();
			for (int k = 1; k < cells.length; k++)
				row.put(head[k], Double.valueOf(cells[k]));
			check(each.get(cells[0]), EACH, row);
		}
	}

	/** Weights from the evaluated pictures themselves; the figures of a whole evaluation with its baselines. */
	@Test
	void aFolderWeightedByItself() throws Exception {
		PhotoFolder pictures = PhotoFolder.of(truth);
		Path prior = folder.resolve("prior.npy");
		assertEquals(0, python(metrics.toString(), "--make-prior", truth.toString(), prior.toString()).code());
		EvaluationReport report = FolderEvaluation.of(pictures, pictures, Pictures.READER, new SideTint(), (index, file, grey, prediction, photo) -> {
			save(prediction, file);
		}, Progress.NONE);
		assertEquals(List.of(), List.copyOf(report.skipped().keySet()));
		check(report.model().scores(), TOTALS, judge("--prior", prior.toString()));
		for (Path file : pictures.files())
			save(Colouring.grey(Pictures.read(file), Progress.NONE), file);
		check(report.grey().scores(), TOTALS, judge("--prior", prior.toString()));
	}

	private static void check(Scores scores, Map<String, String> names, Map<String, Double> judged) {
		names.forEach((ours, theirs) -> assertEquals(judged.get(theirs), scores.columns().get(ours), ROUNDING, ours));
	}

	private Photo save(Photo photo, Path truthFile) {
		try {
			Pictures.write(coloured.resolve(stem(truthFile) + ".png"), photo.width(), photo.height(), photo.rgb());
			return photo;
		}
		catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static String stem(Path file) {
		return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
	}

	private Map<String, Double> judge(String... options) throws Exception {
		List<String> line = new ArrayList<>(List.of(metrics.toString(), truth.toString(), coloured.toString(), "--strict"));
		line.addAll(List.of(options));
		Run run = python(line.toArray(String[]::new));
		assertEquals(0, run.code(), run.said());
		Map<String, Double> figures = new HashMap<>();
		Matcher pair = Pattern.compile("\"(\\w+)\": ([-\\d.e]+)").matcher(run.said());
		while (pair.find())
			figures.put(pair.group(1), Double.valueOf(pair.group(2)));
		assertTrue(figures.containsKey("auc"), run.said());
		return figures;
	}

	private record Run(int code, String said) {}

	private Run python(String... line) throws Exception {
		List<String> command = new ArrayList<>(List.of(PYTHON));
		command.addAll(List.of(line));
		Path said = folder.resolve("said.txt");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
		try {
			assertTrue(process.waitFor(PATIENCE_S, TimeUnit.SECONDS), "metrics.py did not end");
			return new Run(process.exitValue(), Files.readString(said));
		}
		finally {
			process.destroyForcibly();
		}
	}
}
