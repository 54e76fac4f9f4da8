package tintype.train;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.nd4j.linalg.learning.config.NoOp;

import tintype.Progress;
import tintype.Setting;
import tintype.color.AbGrid;
import tintype.nn.ColorModel;
import tintype.nn.Decoding;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;

/**
 * Gives a freshly trained model the card it ships with: finds its settings on every
 * fourth validation picture, scores them on all. Arguments: trained model, folder of
 * training pictures, folder of validation pictures, model file to write, and, if
 * not that of the training, the shorter edge in pixels at which it is to see pictures,
 * and what the card is to tell of the course of the training.
 */
public final class FinishDefaultModel {

	private static final String DESCRIPTION = """
		Sees the whole picture, made so small that its shorter edge has %d pixels, and knows the outdoor scenes it learned \
		from: coast, forest, highway, city, mountain, open country, street, tall buildings. Colours are laid in cells of a \
		%dth of the shorter edge, so small things get the colour of their surroundings; what has no usual colour (cars, \
		clothes, signs, painted walls) stays pale or gets a likely one. Portraits, interiors, drawings and microscopy are \
		outside what it has seen. Invented colours are plausible, not evidence.""";

	private static final String LICENCE = """
		BSD-2-Clause for the weights as far as Tintype's authors hold rights in them. The training pictures (the eight \
		outdoor scene categories of Oliva & Torralba 2001) carry no stated licence and are not distributed; they are \
		commonly described as freely available for research.""";

	/** Pixels that the network sees along each side of a cell of colour. */
	private static final int CELL = 4;

	/** For the search; the scores of the card are of all pictures. */
	private static final int EVERY = 4;

	private FinishDefaultModel() {}

	public static void main(String[] args) {
		PhotoReader reader = new PhotoReader(PhotoOpener.NONE);
		double[] shares = PhotoSurvey.of(PhotoFolder.of(Path.of(args[1])), reader, 1, Progress.NONE).histogram().shares(AbGrid.zhang313());
		List<Photo> photos = PhotoFolder.of(Path.of(args[2])).files().stream().map(reader::read).toList();
		try (ColorModel trained = ModelFile.open(Path.of(args[0]))) {
			if (args.length > 5) trained.card().training().put("course", args[5]);
			int edge = args.length > 4 ? Integer.parseInt(args[4]) : trained.card().edge();
			ColorModel model = new ColorModel(trained.copy(1, new NoOp()), card(trained.card(), edge, Map.of(), Map.of()));
			List<Photo> some = IntStream.range(0, photos.size()).filter(i -> i % EVERY == 0).mapToObj(photos::get).toList();
			DecodingSearch search = new DecodingSearch(model, some, shares), all = new DecodingSearch(model, photos, shares);
			DecodingSearch.Found vivid = all.scored(search.vivid().decoding()), faithful = all.scored(search.faithful().decoding());
			Map<Setting, Decoding> decodings = new EnumMap<>(Map.of(Setting.VIVID, vivid.decoding(), Setting.FAITHFUL, faithful.decoding()));
			Map<String, Double> scores = new LinkedHashMap<>();
			vivid.scores().asMap().forEach((name, value) -> scores.put("vivid: " + name, value));
			faithful.scores().asMap().forEach((name, value) -> scores.put("faithful: " + name, value));
			ModelFile.writeHalf(new ColorModel(model.copy(1, new NoOp()), card(model.card(), edge, decodings, scores)), Path.of(args[3]));
			System.out.println("vivid:    " + vivid + "\nfaithful: " + faithful);
		}
	}

	private static ModelCard card(ModelCard card, int edge, Map<Setting, Decoding> decodings, Map<String, Double> scores) {
		card.training().put("data", "the eight outdoor scene categories of Oliva & Torralba 2001, 256 x 256 pixels: " + //
			"2075 pictures to train on, 260 others to choose epoch and settings and to score");
		return new ModelCard("Tintype SceneNet", "1", card.network(), edge, card.activation(), card.batchNorm(), DESCRIPTION.formatted(edge, edge / CELL), LICENCE, card.citation(),
			card.created(), card.software(), card.grid(), card.prior(), card.lambda(),
			decodings.isEmpty() ? card.temperature() : decodings.get(Setting.VIVID).temperature(), decodings, card.training(),
			scores);
	}
}
