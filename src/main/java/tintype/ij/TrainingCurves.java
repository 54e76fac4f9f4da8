package tintype.ij;

import java.awt.Dimension;
import java.util.List;
import java.util.function.ToDoubleFunction;

import ij.gui.Plot;
import tintype.ij.Plots.Curve;
import tintype.train.TrainingLog.Row;

/** A training's figures against its epochs, as ImageJ plots. */
final class TrainingCurves {

	/** Of the axes' frame, in pixels: two plots fit one above the other on a small screen. */
	private static final Dimension FRAME = new Dimension(400, 220);

	/** About what a window with such a plot takes. */
	static final Dimension WINDOW = new Dimension(512, 375);

	/** Around the curves, as a share of their extent; ImageJ would cut the outer points at the frame. */
	private static final double MARGIN = 0.05;

	/** Around a single point, as a share of its value. */
	private static final double SMALLEST_MARGIN = 0.01;

	private final String name;

	/** @param name of the model */
	TrainingCurves(String name) {
		this.name = name;
	}

	/** Mean cross entropy in nats of training and validation patches. */
	Plot losses(List<Row> rows) {
		return fitted(Plots.ofPoints("Loss of " + name, "Epoch", "Loss (nats)", List.of( //
			curve("training", rows, Row::loss), curve("validation", rows, Row::validationLoss))), rows);
	}

	/** AuC and rebalanced AuC of the validation pictures, the epoch that was kept marked. */
	Plot scores(List<Row> rows) {
		Plot plot = Plots.ofPoints("AuC of " + name, "Epoch", "AuC of the validation pictures", List.of( //
			curve("AuC", rows, row -> row.validation().auc()), curve("rebalanced AuC", rows, row -> row.validation().rebalancedAuc())));
		rows.stream().filter(Row::best).reduce((earlier, later) -> later).ifPresent(best -> {
			Plots.mark(plot, best.epoch(), best.validation().rebalancedAuc(), "best: epoch " + best.epoch());
		});
		return fitted(plot, rows);
	}

	private static Curve curve(String label, List<Row> rows, ToDoubleFunction<Row> value) {
		return new Curve(label, rows.stream().mapToDouble(Row::epoch).toArray(), rows.stream().mapToDouble(value).toArray());
	}

	private static Plot fitted(Plot plot, List<Row> rows) {
		plot.setFrameSize(FRAME.width, FRAME.height);
		plot.setLimitsToFit(false);
		double[] fit = plot.getLimits();
		double margin = Math.max(MARGIN * (fit[3] - fit[2]), SMALLEST_MARGIN * fit[3]);
		double last = Math.max(2, rows.get(rows.size() - 1).epoch());
		plot.setLimits(-MARGIN * last, (1 + MARGIN) * last, fit[2] - margin, fit[3] + margin);
		return plot;
	}
}
