package tintype.train;

import java.nio.file.Path;
import java.util.List;

import tintype.Progress;
import tintype.nn.Architecture;

/**
 * Trains the model that ships in the jar. Arguments: folder of training
 * pictures, folder of validation pictures, model file, then optionally settings
 * as {@code name=value}, and {@code start=FILE} for a model to go on from.
 */
public final class TrainDefaultModel {

	private TrainDefaultModel() {}

	public static void main(String[] args) {
		TrainingSettings settings = TrainingSettings.defaults(Architecture.SCENE_NET);
		String start = "";
		for (String option : List.of(args).subList(3, args.length)) {
			String[] pair = option.split("=");
			if (pair[0].equals("start")) {
				start = pair[1];
				continue;
			}
			double value = Double.parseDouble(pair[1]);
			settings = switch (pair[0]) {
				case "epochs" -> settings.withLength((int) value, settings.steps());
				case "steps" -> settings.withLength(settings.epochs(), (int) value);
				case "minutes" -> settings.withMinutes(value);
				case "rate" -> settings.withLearningRate(value, settings.schedule());
				case "share" -> settings.withBins(settings.step(), value);
				case "lambda" -> settings.withLambda(value);
				case "edge" -> settings.withPatches((int) value, settings.batch());
				case "average" -> settings.withAverage(value);
				case "batch" -> settings.withPatches(settings.edge(), (int) value);
				default -> throw new IllegalArgumentException(option);
			};
		}
		PhotoSplit pictures = new PhotoSplit(PhotoFolder.of(Path.of(args[0])), PhotoFolder.of(Path.of(args[1])));
		System.out.println(Training.run(settings, pictures, start, Path.of(args[2]), true, PhotoOpener.NONE, row -> System.out.println(row.withoutPreview()), Progress.NONE));
	}
}
