package tintype.nn;

import tintype.nn.winograd.MapMemory;
import tintype.nn.winograd.Maps;

/**
 * What {@link SceneNet} makes of the mean over all places and adds to every place, in
 * training. The means of a batch are maps of one picture, of a pixel for each picture of
 * the batch. Keeps memory until closed.
 */
final class SceneMean implements AutoCloseable {

	private final SceneBlock first, second;
	private final MapMemory ofMeans = new MapMemory(), ofOutput = new MapMemory();

	/** @param first of the two convolutions */
	SceneMean(SceneBlock first, SceneBlock second) {
		this.first = first;
		this.second = second;
	}

	/** @return the maps and what is added to them, valid until the next way forward */
	Maps forward(Maps maps, int threads) {
		Maps means = ofMeans.of(1, maps.channels(), 1, maps.pictures()), output = ofOutput.like(maps);
		output.change(threads, (number, plane) -> {
			maps.values().get(number * maps.plane(), plane, 0, maps.plane());
			means.values().put(place(maps, number), sum(plane, maps.plane()) / maps.plane());
		});
		addFeatures(second.forward(first.forward(means, threads), threads), output, 1, threads);
		return output;
	}

	/** @param gradient of the output; replaced by that of the maps */
	void back(Maps gradient, int threads, LayerGradients to) {
		Maps features = second.gradient(), means = ofMeans.of(1, gradient.channels(), 1, gradient.pictures());
		gradient.change(threads, (number, plane) -> features.values().put(place(gradient, number), sum(plane, gradient.plane())));
		second.back(features, first.gradient(), threads, to);
		first.back(first.gradient(), means, threads, to);
		addFeatures(means, gradient, 1f / gradient.plane(), threads);
	}

	/** Where the mean of a plane lies. */
	private static int place(Maps maps, int number) {
		return number % maps.channels() * maps.pictures() + number / maps.channels();
	}

	private static float sum(float[] plane, int size) {
		double sum = 0;
		for (int i = 0; i < size; i++)
			sum += plane[i];
		return (float) sum;
	}

	private static void addFeatures(Maps features, Maps maps, float scale, int threads) {
		maps.change(threads, (number, plane) -> {
			float feature = scale * features.values().get(place(maps, number));
			for (int i = 0; i < maps.plane(); i++)
				plane[i] += feature;
		});
	}

	@Override
	public void close() {
		ofMeans.close();
		ofOutput.close();
	}
}
