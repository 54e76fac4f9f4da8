package tintype.ij;

import ij.ImagePlus;
import tintype.Inspector;
import tintype.Progress;
import tintype.TintypeException;

/**
 * A look into a network, with ImageJ's tables, stacks and plots. Tables are shown,
 * images are returned; each is null if it was not asked for.
 *
 * @param curves     what leaves every layer, as a plot
 * @param histograms of the weights, one slice for each tensor
 * @param kernels    filters of the layer looked at
 * @param slopes     derivatives of one of its units by the input
 * @param difference of its values in two models
 * @param overview   its feature maps side by side
 * @param before     what leaves it before its activation
 * @param after      what leaves it after its activation
 */
public record Inspection(ImagePlus curves, ImagePlus histograms, ImagePlus kernels, ImagePlus slopes, ImagePlus difference, ImagePlus overview, ImagePlus before, ImagePlus after) {

	/**
	 * Looks into a network.
	 *
	 * @param imp what it reads; may be null where nothing is computed or data are given;
	 *            stays as it is
	 * @throws TintypeException if the model or the image cannot be read, or do not fit
	 * @throws java.util.concurrent.CancellationException when canceled
	 */
	public static Inspection of(ImagePlus imp, InspectionRequest request, Progress progress) {
		try (Inspector network = Inspector.open(request.model())) {
			return of(imp, network, InspectionReport.of(request.export(), network.graph()), request, progress);
		}
		catch (OutOfMemoryError e) {
			throw outOfMemory(request, e);
		}
	}

	/**
	 * As above, into a network that is open already, for one picture after the other. The
	 * report leaves out the weights.
	 *
	 * @param network of the request; stays open
	 */
	static Inspection ofPicture(ImagePlus imp, Inspector network, InspectionRequest request, Progress progress) {
		return of(imp, network, InspectionReport.of(request.export(), network.graph()).withoutWeights(), request, progress);
	}

	/** As above, of what is the same for every picture. */
	static Inspection ofNetwork(Inspector network, InspectionRequest request, Progress progress) {
		return of(null, network, InspectionReport.of(request.export(), network.graph()), request, progress);
	}

	private static Inspection of(ImagePlus imp, Inspector network, InspectionReport begun, InspectionRequest request, Progress progress) {
		try (InspectionReport report = begun) {
			return new InspectionRun(network, request, report, progress).of(imp);
		}
		catch (OutOfMemoryError e) {
			throw outOfMemory(request, e);
		}
	}

	private static TintypeException outOfMemory(InspectionRequest request, OutOfMemoryError e) {
		return new TintypeException("Memory ran out while inspecting " + request.model() + "; give ImageJ more in Edit > Options > Memory & Threads, " + //
			"or inspect a smaller image.", e);
	}
}
