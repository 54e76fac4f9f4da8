package tintype.train;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import tintype.Progress;

/**
 * Trains the model that ships in the jar. Arguments: folder of training
 * pictures, folder of validation pictures, model file, then optionally settings
 * as {@code name=value}.
 */
public final class TrainDefaultModel {

	private TrainDefaultModel() {}

	public static void main(String[] args) {
		TrainingSettings settings = TrainingSettings.defaults();
		for (String option : List.of(args).subList(3, args.length)) {
			String[] pair = option.split("=");
			double value = Double.parseDouble(pair[1]);
			settings = switch (pair[0]) {
				case "epochs" -> settings.withLength((int) value, settings.steps());
				case "steps" -> settings.withLength(settings.epochs(), (int) value);
				case "share" -> settings.withBins(settings.step(), value);
				case "lambda" -> settings.withLambda(value);
				case "batch" -> settings.withPatches(settings.edge(), (int) value);
				default -> throw new IllegalArgumentException(option);
			};
		}
		PhotoFolder validation = everyEighth(PhotoFolder.of(Path.of(args[1])));
		Scores best = Training.run(settings, PhotoFolder.of(Path.of(args[0])), validation, Path.of(args[2]),
			System.out::println, Progress.NONE);
		System.out.println(best);
	}

	/** Enough to choose an epoch by; the figures in the card come from all of them. */
	private static PhotoFolder everyEighth(PhotoFolder all) {
		List<Path> some = IntStream.range(0, all.files().size()).filter(i -> i % 8 == 0).mapToObj(all.files()::get).toList();
		return new PhotoFolder(all.folder(), some);
	}
}
