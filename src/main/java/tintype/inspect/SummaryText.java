package tintype.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link Summary} as lines of text in columns, and as a table of comma-separated values. */
public final class SummaryText {

	private static final List<String> HEADS = List.of("Row", "Layer", "Type", "Activation", "Inputs", "Output shape", "Parameters", "Trainable", "MACs", "Bytes",
		"Receptive field", "Weights min", "Weights max", "Weights mean", "Weights SD", "Note");

	/** Those of the heads that lines of text have room for. */
	private static final List<Integer> NARROW = List.of(0, 1, 2, 3, 5, 6, 8, 10);

	private SummaryText() {}

	/** For a window with letters of one width; ends with the totals. */
	public static String lines(Summary summary) {
		List<List<String>> cells = new ArrayList<>(List.of(HEADS));
		summary.rows().forEach(row -> cells.add(cells(row)));
		int[] widths = NARROW.stream().mapToInt(column -> cells.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
		StringBuilder text = new StringBuilder(title(summary)).append('\n');
		for (List<String> row : cells) {
			StringBuilder line = new StringBuilder();
			for (int i = 0; i < widths.length; i++)
				line.append(String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(NARROW.get(i))));
			text.append(line.toString().stripTrailing()).append('\n');
		}
		summary.rows().stream().filter(row -> !row.note().isEmpty()).forEach(row -> text.append("Row ").append(row.number()).append(": ").append(row.note()).append('\n'));
		return text.append(totals(summary)).append('\n').toString();
	}

	private static String title(Summary summary) {
		return summary.graph().title() + ", " + summary.graph().format() + ", reads " + summary.graph().inputs().stream() //
			.map(layer -> layer.name() + " [" + Shapes.text(((Operation.Input) layer.operation()).shape()) + "]").collect(Collectors.joining(" and "));
	}

	/** The sums of a network in one sentence. */
	public static String totals(Summary summary) {
		String macs = summary.macs() < 0 ? "" : String.format(Locale.ROOT, ", %,d MACs", summary.macs());
		String bytes = summary.bytes() < 0 ? "" : String.format(Locale.ROOT, ", %,d bytes of values", summary.bytes());
		return String.format(Locale.ROOT, "Total parameters: %,d (%,d trainable, %,d not)%s%s", summary.parameters(), summary.trainable(), //
			summary.parameters() - summary.trainable(), macs, bytes);
	}

	/** As RFC 4180 has it, with a line of column names first. */
	public static String csv(Summary summary) {
		return Stream.concat(Stream.of(HEADS), summary.rows().stream().map(SummaryText::cells)).map(Csv::line).collect(Collectors.joining());
	}

	/** The names of {@link #cells}. */
	public static List<String> heads() {
		return HEADS;
	}

	/** A row's figures as text; what is unknown is empty. */
	public static List<String> cells(SummaryRow row) {
		Layer layer = row.layer();
		List<String> cells = new ArrayList<>(List.of(String.valueOf(row.number()), layer.name(), layer.type(), row.activation(), String.join(" + ", row.inputs()),
			row.shapeText(), String.valueOf(layer.parameters()), String.valueOf(layer.trainable()), known(row.macs()), known(row.bytes()), row.field().text()));
		Spread spread = row.parameters();
		cells.addAll(spread == null ? List.of("", "", "", "") : List.of(number(spread.min()), number(spread.max()), number(spread.mean()), number(spread.deviation())));
		cells.add(row.note());
		return cells;
	}

	private static String known(long count) {
		return count < 0 ? "" : String.valueOf(count);
	}

	private static String number(double value) {
		return String.valueOf((float) value);
	}
}
