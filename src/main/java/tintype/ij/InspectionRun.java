package tintype.ij;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import tintype.Inspector;
import tintype.Progress;
import tintype.TintypeException;
import tintype.ij.InspectionRequest.Shown;
import tintype.inspect.Layer;
import tintype.inspect.Shapes;
import tintype.inspect.Summary;
import tintype.inspect.SummaryText;
import tintype.inspect.Target;
import tintype.inspect.Tensor;
import tintype.inspect.Tunnel;
import tintype.inspect.Verified;
import tintype.inspect.WeightDifference;
import tintype.inspect.WeightStatistics;

/** One look into a network: shows tables as it goes, and gathers the images. */
final class InspectionRun implements Inspector.Watcher {

	private final Inspector network;
	private final InspectionRequest request;
	private final Shown shown;
	private final Progress progress;
	private final String title;
	private final String last;
	private final InspectionReport report;
	private final LayerFigures figures = new LayerFigures();
	private InspectionInput input;
	private Summary summary;
	private ImagePlus before, after, slopes, difference;

	InspectionRun(Inspector network, InspectionRequest request, InspectionReport report, Progress progress) {
		this.network = network;
		this.request = request;
		this.progress = progress;
		shown = request.shown();
		title = network.graph().title();
		last = request.way().to().isBlank() ? network.graph().outputs().get(0) : network.name(request.way().to());
		this.report = report;
	}

	Inspection of(ImagePlus imp) {
		boolean given = imp != null || !request.way().data().getPath().isBlank(), computing = shown.runs() || report.isWanted() || !request.against().isBlank();
		if (given) input = computing ? InspectionInput.of(network, request.way(), last, imp) : fitting(imp);
		summary = input != null && request.way().isWhole() ? network.summary(input.given()) : network.summary();
		showWithoutInput();
		ImagePlus kernels = shown.filters() ? filters() : null;
		if (input != null && computing) run();
		else if (shown.runs()) IJ.showStatus("No image is open and no data are given: only what needs none is shown");
		ImagePlus overview = shown.montage() && pictures() != null ? FeatureMontage.of(pictures()) : null;
		ImagePlus curves = figures.isEmpty() || !shown.statistics() ? null : figures.plot(title);
		report.finish(summary, figures.isEmpty() ? null : figures);
		return new Inspection(curves, shown.weights() ? WeightHistograms.of(network.graph()) : null, kernels, slopes, difference, overview, shown.before() ? before : null, shown.after() ? after : null);
	}

	/** For the summary's edges alone an image may just as well not fit. */
	private InspectionInput fitting(ImagePlus imp) {
		try {
			return InspectionInput.of(network, request.way(), last, imp);
		}
		catch (TintypeException e) {
			return null;
		}
	}

	private void showWithoutInput() {
		if (shown.summary()) {
			Tables.show(InspectionTables.summary(summary), "Summary of " + title);
			IJ.log(title + " (" + network.graph().format() + "). " + SummaryText.totals(summary));
		}
		List<WeightStatistics> weights = WeightStatistics.of(network.graph());
		ResultsTable units = InspectionTables.units(network.graph().layer(last));
		if (shown.weights()) {
			Tables.show(InspectionTables.weights(weights), "Weights of " + title);
			if (units.size() > 0) Tables.show(units, "Units of " + last);
		}
		weights.stream().filter(each -> each.spread().broken() > 0).forEach(each -> IJ.log("In " + each.layer() + " " + each.key() + ", " + each.alarm() + "."));
		report.weights(weights, progress);
		report.table("Units of " + last, "units", units);
		if (!request.against().isBlank()) compareWeights();
	}

	private ImagePlus filters() {
		Layer layer = network.graph().layer(last);
		if (FilterStack.has(layer)) return FilterStack.of(layer);
		throw new TintypeException("Layer " + last + " has no filters that make pictures: choose a two-dimensional convolution as To.");
	}

	private void compareWeights() {
		try (Inspector other = Inspector.open(request.against())) {
			ResultsTable table = InspectionTables.differences(WeightDifference.of(network.graph(), other.graph()));
			Tables.show(table, "Differences of " + title);
			report.table("Differences of the weights from " + other.graph().title(), "differences", table);
			if (input != null) difference = differenceOfValues(other);
		}
	}

	/** What leaves the layer in the other model minus what leaves it in this one. */
	private ImagePlus differenceOfValues(Inspector other) {
		Tensor mine = value(network, last), its = value(other, other.graph().layers().get(network.graph().position(last)).name());
		if (!Arrays.equals(mine.shape(), its.shape())) throw new TintypeException("What leaves " + last + " is [" + Shapes.text(mine.shape()) + "] in " + title + //
			" and [" + Shapes.text(its.shape()) + "] in " + other.graph().title() + ": compare two models of one network.");
		float[] apart = new float[mine.values().length];
		for (int i = 0; i < apart.length; i++)
			apart[i] = its.values()[i] - mine.values()[i];
		Tensor tensor = new Tensor(mine.shape(), apart);
		if (!TensorImages.isSpatial(tensor)) {
			ResultsTable table = InspectionTables.vectors(last, tensor);
			Tables.show(table, "Differences of " + last);
			report.table("Differences of " + last, "difference", table);
			return null;
		}
		ImagePlus stack = stack("difference", tensor);
		report.image("Difference of " + last, "difference", stack);
		return stack;
	}

	private Tensor value(Inspector of, String layer) {
		Tensor[] value = new Tensor[1];
		InspectionInput same = of == network ? input : InspectionInput.of(of, request.way().in(network, of), layer, input.source());
		of.run(same.tunnel(), same.given(), request.way().asPhase(), (passed, early, late) -> {
			if (passed.name().equals(layer)) value[0] = late.get();
		}, progress);
		if (value[0] == null) throw new TintypeException("Layer " + layer + " cannot be computed, so its values cannot be compared: choose an earlier layer.");
		return value[0];
	}

	private void run() {
		network.run(input.tunnel(), input.given(), request.way().asPhase(), this, progress.part(0, 2));
		if (shown.statistics()) Tables.show(figures.table(), "Values of " + title);
		if (shown.verify() || report.isWanted()) verify();
		if (!shown.gradient().isBlank()) gradient();
	}

	@Override
	public void passed(Layer layer, Supplier<Tensor> early, Supplier<Tensor> late) {
		boolean looked = layer.name().equals(last);
		if (!looked && !shown.statistics() && !report.isWanted()) return;
		Tensor first = early.get(), second = layer.activation().isLinear() ? first : late.get();
		if (!layer.isInput()) figures.add(layer, first, second);
		if (looked) look(layer, first, second);
		if (report.isWanted()) report.layer(layer, first, second, this::labelled);
	}

	@Override
	public void skipped(Layer layer, String reason) {
		if (layer.name().equals(last) && !request.way().to().isBlank()) throw new TintypeException(reason);
		IJ.log(reason);
	}

	private void look(Layer layer, Tensor first, Tensor second) {
		ResultsTable responses = InspectionTables.responses(layer, second);
		if (shown.statistics()) Tables.show(responses, "Responses of " + last);
		report.table("Responses of " + last, "responses", responses);
		if (TensorImages.isSpatial(second)) {
			if (shown.before() || shown.montage()) before = stack("before", first);
			if (shown.after() || shown.montage()) after = stack("after", second);
			return;
		}
		if (shown.before()) Tables.show(InspectionTables.vectors(last, first), last + " before");
		if (shown.after()) Tables.show(InspectionTables.vectors(last, second), last + " after");
	}

	private ImagePlus pictures() {
		return shown.values().equals("before") ? before : after;
	}

	private ImagePlus stack(String side, Tensor values) {
		return labelled(network.graph().layer(last), side, values);
	}

	private ImagePlus labelled(Layer layer, String side, Tensor values) {
		boolean over = input.source() != null && request.way().isWhole() && !layer.isInput();
		List<String> lines = lines("layer " + layer.name() + ", " + side + " its activation,");
		if (over) lines.add("Tintype: receptive field " + summary.row(layer.name()).field().text());
		return FeatureStack.of(layer, side, values, over ? input.onSource(summary.row(layer.name()).field()) : null, input.source(), lines);
	}

	private void verify() {
		List<Verified> rows = network.verify(input.tunnel(), input.given(), request.way().asPhase(), progress.part(1, 2));
		if (shown.verify()) Tables.show(InspectionTables.verification(rows), "Verification of " + title);
		rows.stream().filter(row -> row.verdict() == Verified.Verdict.DIFFERS).findFirst().ifPresent(row -> IJ.log("Layer " + row.layer() + " of " + title + //
			" differs from its recomputation by " + (float) row.relative() + " of its scale: do not trust what follows it."));
		report.verification(rows);
	}

	private void gradient() {
		Target target = ChosenUnit.of(shown.gradient(), last, shown.values().equals("before") ? Tunnel.Side.BEFORE : Tunnel.Side.AFTER);
		String heading = "Gradient of " + GradientStack.name(target);
		network.gradient(input.tunnel(), input.given(), target, progress).forEach((name, values) -> {
			if (TensorImages.isSpatial(values)) slopes = GradientStack.of(target, values, input.image(), lines("derivative of " + GradientStack.name(target)));
			else {
				ResultsTable table = InspectionTables.vectors(name, values);
				Tables.show(table, heading);
				report.table(heading, "gradient", table);
			}
		});
		report.image(heading, "gradient", slopes);
	}

	/** How values were made, for an Info. */
	private List<String> lines(String what) {
		return new ArrayList<>(List.of("Tintype: " + what + " in " + title, "Tintype: " + request.way().asPhase().words() + ", read " + input.words()));
	}
}
