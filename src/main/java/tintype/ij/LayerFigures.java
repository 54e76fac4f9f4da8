package tintype.ij;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import tintype.inspect.Layer;
import tintype.inspect.Spread;
import tintype.inspect.Tensor;
import tintype.inspect.UnitStatistics;

/** What leaves the layers in figures, as they are passed: a table and a plot. */
final class LayerFigures {

	private record Row(String layer, Spread before, Spread after, long units, long dead, long saturated) {}

	private final List<Row> rows = new ArrayList<>();

	/** Adds a layer. */
	void add(Layer layer, Tensor before, Tensor after) {
		List<UnitStatistics> units = UnitStatistics.of(layer, after);
		rows.add(new Row(layer.name(), Spread.of(before), Spread.of(after), units.size(), units.stream().filter(UnitStatistics::dead).count(), //
			units.stream().filter(UnitStatistics::saturated).count()));
	}

	/** Whether no layer has been added. */
	boolean isEmpty() {
		return rows.isEmpty();
	}

	/** A row for each layer. */
	ResultsTable table() {
		ResultsTable table = Tables.create();
		for (Row row : rows) {
			Map<String, Double> figures = new LinkedHashMap<>();
			figures.put("Mean before", row.before().mean());
			figures.put("SD before", row.before().deviation());
			figures.put("Mean", row.after().mean());
			figures.put("SD", row.after().deviation());
			figures.put("Sum", row.after().sum());
			figures.put("Min", row.after().min());
			figures.put("Max", row.after().max());
			figures.put("Zeros (share)", row.after().zeros());
			figures.put("Units", (double) row.units());
			figures.put("Dead units", (double) row.dead());
			figures.put("Saturated units", (double) row.saturated());
			figures.put("NaN or infinite", (double) (row.before().broken() + row.after().broken()));
			Tables.addRow(table, row.layer(), figures);
		}
		return table;
	}

	/** Mean, deviation and share of zeros against the rows of the table, after the activation. */
	ImagePlus plot(String network) {
		double[] x = new double[rows.size()];
		for (int i = 0; i < x.length; i++)
			x[i] = i + 1;
		Plot plot = Plots.ofPoints("What leaves the layers of " + network, "layer", "value after the activation", List.of( //
			new Plots.Curve("mean", x, values(row -> row.after().mean())), new Plots.Curve("standard deviation", x, values(row -> row.after().deviation())), //
			new Plots.Curve("share of zeros", x, values(row -> row.after().zeros()))));
		plot.setLimits(0.5, x.length + 0.5, Double.NaN, Double.NaN);
		return plot.getImagePlus();
	}

	private double[] values(ToDoubleFunction<Row> figure) {
		return rows.stream().mapToDouble(figure).toArray();
	}
}
