package tintype.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import tintype.TintypeException;
import tintype.nn.WholeFile;

/**
 * The finished runs of studies in a folder, each a small text file: a line with
 * all that determines the run, one with the learned slopes, and one per epoch. So
 * a study that is started again, or with more seeds, makes only what is missing,
 * and two may fill one folder with different seeds. For several threads.
 */
final class RunFolder {

	private static final String FORMAT = "Tintype activation study, format 1";

	private final Path folder;
	private final String digest;
	private final StudySettings settings;

	/** @throws TintypeException if there is no such folder, or it is not writable */
	RunFolder(Path folder, StudyData data, StudySettings settings) {
		if (!Files.isDirectory(folder) || !Files.isWritable(folder)) throw new TintypeException( //
			"The runs can't be written to " + folder + ": choose a folder that exists and is writable.");
		this.folder = folder;
		this.settings = settings;
		digest = digest(data);
	}

	private static String digest(StudyData data) {
		MessageDigest digest = sha256();
		for (LabelledImages part : List.of(data.training(), data.test())) {
			digest.update((part.width() + " x " + part.height() + ", " + part.classes().size()).getBytes(StandardCharsets.UTF_8));
			digest.update(part.pixels());
			digest.update(part.labels());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every JVM has SHA-256", e);
		}
	}

	/** All that a run depends on. */
	private String key(RunKey run) {
		return String.join("; ", FORMAT, "data " + digest, "network " + settings.network().label(), "epochs " + settings.epochs(), //
			"batch " + settings.batch(), "rate " + settings.learningRate(), settings.shuffled() ? "shuffled" : "in order", "activation " + run.activation().label(), //
			"batch norm " + (run.batchNorm() ? "on" : "off"), "seed " + run.seed());
	}

	private Path file(RunKey run) {
		byte[] hash = sha256().digest(key(run).getBytes(StandardCharsets.UTF_8));
		String kind = run.activation().name().toLowerCase(Locale.ROOT).replace('_', '-') + (run.batchNorm() ? "-norm" : "");
		return folder.resolve("run-" + kind + "-" + run.seed() + "-" + HexFormat.of().formatHex(hash, 0, 6) + ".txt");
	}

	/** The run, if it has been finished; a damaged file counts as none. */
	Optional<StudyRun> read(RunKey run) {
		Path file = file(run);
		if (!Files.exists(file)) return Optional.empty();
		try {
			List<String> lines = Files.readAllLines(file);
			if (lines.size() != settings.epochs() + 2 || !lines.get(0).equals(key(run))) return Optional.empty();
			List<StudyEpoch> epochs = new ArrayList<>();
			for (String line : lines.subList(2, lines.size()))
				epochs.add(epoch(numbers(line)));
			return Optional.of(new StudyRun(run.activation(), run.batchNorm(), run.seed(), epochs, numbers(lines.get(1))));
		}
		catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
			return Optional.empty();
		}
	}

	private static StudyEpoch epoch(List<Double> numbers) {
		return new StudyEpoch(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
	}

	private static List<Double> numbers(String line) {
		return line.isEmpty() ? List.of() : Stream.of(line.split(" ")).map(Double::valueOf).toList();
	}

	/** @throws TintypeException if the file can't be written */
	void write(StudyRun run) {
		StringBuilder text = new StringBuilder(key(run.key())).append('\n');
		text.append(line(run.slopes().stream()));
		for (StudyEpoch epoch : run.epochs())
			text.append(line(Stream.of(epoch.testError(), epoch.testLoss(), epoch.trainingLoss(), epoch.seconds())));
		Path file = file(run.key());
		try {
			WholeFile.writeAmongOthers(file, stream -> stream.write(text.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException e) {
			throw new TintypeException("The run " + file + " can't be written: check the folder and the space on the disk.", e);
		}
	}

	private static String line(Stream<Double> numbers) {
		return String.join(" ", numbers.map(String::valueOf).toList()) + '\n';
	}
}
