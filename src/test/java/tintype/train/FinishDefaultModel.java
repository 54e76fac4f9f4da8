package tintype.train;

import java.nio.file.Path;

import org.nd4j.linalg.learning.config.NoOp;

import tintype.Progress;
import tintype.Setting;
import tintype.nn.ColorModel;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;
import tintype.nn.Prediction;

/**
 * Gives a freshly trained model the card it ships with, scored on all validation
 * pictures. Arguments: trained model, folder of training pictures, folder of
 * validation pictures, model file to write.
 */
public final class FinishDefaultModel {

	private static final String DESCRIPTION = """
		The source posts' eight 3x3 convolutions. Sees 17 x 17 pixels around each pixel: tells smooth bright sky from rough \
		dark foliage, but knows neither place in the picture nor scene, so it can't tell sky from calm sea or a wall, and \
		large even areas come out in the most usual colour of their texture. Made for outdoor photographs of about 256 \
		pixels; portraits, interiors and microscopy are outside what it has seen.""";

	private static final String LICENCE = """
		BSD-2-Clause for the weights as far as Tintype's authors hold rights in them. The training pictures carry no stated \
		licence and are not distributed; they are commonly described as freely available for research.""";

	private FinishDefaultModel() {}

	public static void main(String[] args) {
		PhotoFolder training = PhotoFolder.of(Path.of(args[1])), validation = PhotoFolder.of(Path.of(args[2]));
		try (ColorModel model = ModelFile.open(Path.of(args[0]))) {
			ModelCard card = model.card();
			Scores scores = FolderEvaluation.of(validation, training, new PhotoReader(PhotoOpener.NONE), new Prediction(model, model.card().decoding(Setting.VIVID).with(card.temperature(), 1))::rgb,
				FolderEvaluation.Watcher.NONE, Progress.NONE).model().scores();
			card.training().put("data", "the eight outdoor scene categories of Oliva & Torralba 2001, 256 x 256 pixels: " + //
				"2075 pictures to train on, 260 others to choose the epoch and to score");
			ModelCard finished = new ModelCard("Tintype ColorNet", "1", card.network(), card.activation(), card.batchNorm(), DESCRIPTION,
				LICENCE, card.citation(), card.created(), card.software(), card.grid(), card.prior(), card.lambda(), card.temperature(), card.decodings(), card.training(),
				scores.asMap());
			ModelFile.write(new ColorModel(model.copy(1, new NoOp()), finished), Path.of(args[3]));
			System.out.println(scores);
		}
	}
}
