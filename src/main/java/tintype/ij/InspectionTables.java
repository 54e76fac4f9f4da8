package tintype.ij;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import ij.measure.ResultsTable;
import tintype.inspect.Layer;
import tintype.inspect.Shapes;
import tintype.inspect.Spread;
import tintype.inspect.Summary;
import tintype.inspect.SummaryRow;
import tintype.inspect.SummaryText;
import tintype.inspect.Tensor;
import tintype.inspect.UnitStatistics;
import tintype.inspect.UnitWeights;
import tintype.inspect.Verified;
import tintype.inspect.WeightDifference;
import tintype.inspect.WeightStatistics;

/** What the inspector finds, as ImageJ's tables. */
final class InspectionTables {

	private InspectionTables() {}

	/** A row for each layer, with the columns of {@link SummaryText}. */
	static ResultsTable summary(Summary summary) {
		ResultsTable table = Tables.create();
		List<String> heads = SummaryText.heads();
		for (SummaryRow row : summary.rows()) {
			table.addRow();
			List<String> cells = SummaryText.cells(row);
			for (int column = 0; column < heads.size(); column++)
				add(table, heads.get(column), cells.get(column));
		}
		return table;
	}

	/** As a number where it is one, so that ImageJ can sort and plot the column. */
	private static void add(ResultsTable table, String head, String cell) {
		if (cell.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")) table.addValue(head, Double.parseDouble(cell));
		else table.addValue(head, cell);
	}

	/** A row for each tensor of weights. */
	static ResultsTable weights(List<WeightStatistics> weights) {
		ResultsTable table = Tables.create();
		for (WeightStatistics each : weights) {
			table.addRow();
			table.addLabel(each.layer() + " " + each.key());
			table.addValue("Shape", Shapes.text(each.shape()));
			table.addValue("Count", each.spread().count());
			table.addValue("Trainable", each.trainable() ? "yes" : "no");
			spread(each.spread()).forEach(table::addValue);
			table.addValue("Alarm", each.alarm());
		}
		return table;
	}

	/** A row for each unit or filter of a layer: its weights and its bias. Empty for a layer without a kernel. */
	static ResultsTable units(Layer layer) {
		ResultsTable table = Tables.create();
		layer.weights().forEach((key, weight) -> {
			if (key.endsWith("kernel")) addUnits(table, layer, key, weight.tensor());
		});
		return table;
	}

	private static void addUnits(ResultsTable table, Layer layer, String key, Tensor kernel) {
		List<UnitWeights> units = UnitWeights.of(layer, kernel);
		Tensor bias = layer.weight("bias");
		for (UnitWeights unit : units) {
			Map<String, Double> row = spread(unit.spread());
			row.put("Norm", unit.norm());
			if (bias != null && bias.values().length == units.size()) row.put("Bias", (double) bias.values()[unit.unit()]);
			Tables.addRow(table, layer.name() + " " + key + " #" + unit.unit(), row);
			table.addValue("Alarm", unit.isDead() ? "zeros only" : unit.spread().broken() > 0 ? "not finite" : "");
		}
	}

	/** A row for each unit or feature map: what it gave for this input. */
	static ResultsTable responses(Layer layer, Tensor after) {
		ResultsTable table = Tables.create();
		for (UnitStatistics unit : UnitStatistics.of(layer, after)) {
			Tables.addRow(table, layer.name() + " #" + unit.unit(), spread(unit.spread()));
			table.addValue("Alarm", unit.spread().broken() > 0 ? "not finite" : unit.dead() ? "dead" : unit.saturated() ? "saturated" : "");
		}
		return table;
	}

	private static Map<String, Double> spread(Spread spread) {
		Map<String, Double> row = new LinkedHashMap<>();
		row.put("Min", spread.min());
		row.put("Max", spread.max());
		row.put("Sum", spread.sum());
		row.put("Mean", spread.mean());
		row.put("SD", spread.deviation());
		row.put("Zeros (share)", spread.zeros());
		return row;
	}

	/** Vectors: a row for each unit, a column for each of the batch. */
	static ResultsTable vectors(String layer, Tensor values) {
		ResultsTable table = Tables.create();
		int units = values.shape()[values.shape().length - 1], count = values.values().length / Math.max(1, units);
		for (int unit = 0; unit < units; unit++) {
			Map<String, Double> row = new LinkedHashMap<>();
			for (int i = 0; i < count; i++)
				row.put(count == 1 ? "Value" : "Value " + (i + 1), (double) values.values()[i * units + unit]);
			Tables.addRow(table, layer + " #" + unit, row);
		}
		table.setPrecision(-7);
		return table;
	}

	/** A row for each layer that was computed twice. */
	static ResultsTable verification(List<Verified> rows) {
		ResultsTable table = Tables.create();
		table.setPrecision(-3);
		for (Verified row : rows) {
			boolean skipped = row.verdict() == Verified.Verdict.SKIPPED;
			table.addRow();
			table.addLabel(row.layer());
			table.addValue("Verdict", row.verdict().name().toLowerCase(Locale.ROOT));
			table.addValue("Largest difference before", skipped ? Double.NaN : row.before().absolute());
			table.addValue("Relative before", skipped ? Double.NaN : row.before().relative());
			table.addValue("Largest difference after", skipped ? Double.NaN : row.after().absolute());
			table.addValue("Relative after", skipped ? Double.NaN : row.after().relative());
			table.addValue("At", skipped ? "" : Arrays.stream(row.after().place()).mapToObj(String::valueOf).collect(Collectors.joining(", ")));
			table.addValue("Remark", row.reason());
		}
		return table;
	}

	/** A row for each tensor of weights of two models. */
	static ResultsTable differences(List<WeightDifference> differences) {
		ResultsTable table = Tables.create();
		table.setPrecision(-4);
		for (WeightDifference each : differences) {
			Map<String, Double> row = new LinkedHashMap<>();
			row.put("Count", (double) each.count());
			row.put("Largest", each.largest());
			row.put("RMS", each.rms());
			row.put("Relative", each.relative());
			Tables.addRow(table, each.layer() + " " + each.key(), row);
		}
		return table;
	}
}
