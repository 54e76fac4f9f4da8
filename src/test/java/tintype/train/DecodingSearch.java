package tintype.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

import tintype.Progress;
import tintype.color.Lab;
import tintype.nn.BinMap;
import tintype.nn.ColorModel;
import tintype.nn.Decoding;
import tintype.nn.Prediction;

/**
 * Tries ways to decode one model on the same pictures: temperature, saturation and
 * rebalancing, each scored as Evaluate scores.
 */
final class DecodingSearch {

	private static final double[] TEMPERATURES = { 1, 0.8, 0.65, 0.5, 0.38 };

	/** A way and how it scores. */
	record Found(Decoding decoding, Scores scores) {

		@Override
		public String toString() {
			return String.format("T %.2f saturation %.2f lambda %.2f: AuC %.4f rebalanced %.4f PSNR %.2f colourfulness %.3f", decoding.temperature(),
				decoding.saturation(), decoding.lambda(), scores.auc(), scores.rebalancedAuc(), scores.psnr(), scores.colourfulnessRatio());
		}
	}

	private record Picture(Photo truth, ArrayImg<FloatType, FloatArray> lightness, BinMap map) {}

	private final ColorModel model;
	private final double[] shares;
	private final List<Picture> pictures = new ArrayList<>();

	/** @param shares of the 313 bins in the pictures that weight the colours */
	DecodingSearch(ColorModel model, List<Photo> photos, double[] shares) {
		this.model = model;
		this.shares = shares;
		for (Photo photo : photos) {
			float[] lightness = new float[photo.rgb().length];
			for (int i = 0; i < lightness.length; i++)
				lightness[i] = (float) Lab.lightness(Colouring.grey(new Photo(1, 1, new int[] { photo.rgb()[i] }), Progress.NONE).rgb()[0]);
			var image = ArrayImgs.floats(lightness, photo.width(), photo.height());
			pictures.add(new Picture(photo, image, model.map(image, Progress.NONE)));
		}
	}

	/** The least error: AuC and PSNR together. */
	Found faithful() {
		return best(0.6, new double[] { 0.9, 1, 1.1, 1.2 }, new double[] { 1, 0.95 }, //
			scores -> scores.auc() / 0.912 + scores.psnr() / 24.6 / 4);
	}

	/** The most for rare colours among what is as colourful as the truth and no worse than a margin over grey. */
	Found vivid() {
		return best(0.3, new double[] { 0.9, 1, 1.1, 1.2, 1.3 }, new double[] { 0.8, 0.7, 0.6, 0.5, 0.4, 0.3 }, scores -> scores.rebalancedAuc() //
			- 10 * Math.max(0, Math.abs(scores.colourfulnessRatio() - 1) - 0.02) - 10 * Math.max(0, 0.8925 - scores.auc()));
	}

	private interface Merit {

		double of(Scores scores);
	}

	private Found best(double lowestTemperature, double[] saturations, double[] lambdas, Merit merit) {
		List<Found> all = new ArrayList<>();
		for (double temperature : TEMPERATURES)
			for (double saturation : saturations)
				for (double lambda : lambdas)
					if (temperature >= lowestTemperature) all.add(scored(new Decoding(temperature, saturation, lambda)));
		all.sort(Comparator.comparingDouble(found -> -merit.of(found.scores())));
		all.stream().limit(8).forEach(System.out::println);
		return all.get(0);
	}

	/** Scores of one way on all pictures. */
	Found scored(Decoding decoding) {
		Prediction prediction = new Prediction(model, decoding);
		Comparison comparison = new Comparison(shares);
		IntStream.range(0, pictures.size()).parallel().forEach(i -> {
			Picture picture = pictures.get(i);
			int[] rgb = prediction.rgb(picture.lightness, picture.map, Progress.NONE).update(null).getCurrentStorageArray();
			synchronized (comparison) {
				comparison.add(picture.truth, new Photo(picture.truth.width(), picture.truth.height(), rgb));
			}
		});
		return new Found(decoding, comparison.scores());
	}
}
