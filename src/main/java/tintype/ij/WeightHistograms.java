package tintype.ij;

import java.util.Map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Plot;
import tintype.inspect.Layer;
import tintype.inspect.LayerGraph;
import tintype.inspect.Spread;
import tintype.inspect.Tensor;
import tintype.inspect.Weight;

/** How often which values stand among the weights: a stack of plots, one for each tensor. */
final class WeightHistograms {

	private static final int BINS = 64;

	private WeightHistograms() {}

	/** @return RGB, not shown; null for a network without weights */
	static ImagePlus of(LayerGraph graph) {
		ImageStack stack = null;
		for (Layer layer : graph.layers())
			for (Map.Entry<String, Weight> weight : layer.weights().entrySet()) {
				String name = layer.name() + " " + weight.getKey();
				Plot plot = plot(name, weight.getValue().tensor());
				if (stack == null) stack = new ImageStack(plot.getProcessor().getWidth(), plot.getProcessor().getHeight());
				stack.addSlice(name, plot.getProcessor().convertToRGB());
			}
		return stack == null ? null : new ImagePlus("Weight histograms of " + graph.title(), stack);
	}

	private static Plot plot(String name, Tensor weights) {
		Spread spread = Spread.of(weights);
		boolean constant = !(spread.max() > spread.min());
		double low = constant ? spread.min() - 0.5 : spread.min(), width = constant ? 1.0 / BINS : (spread.max() - spread.min()) / BINS;
		double[] centers = new double[BINS], counts = new double[BINS];
		for (int bin = 0; bin < BINS; bin++)
			centers[bin] = low + (bin + 0.5) * width;
		for (float value : weights.values())
			if (Float.isFinite(value)) counts[Math.min(BINS - 1, (int) ((value - low) / width))]++;
		return Plots.ofBars(name, name, "weights per bin", centers, counts);
	}
}
