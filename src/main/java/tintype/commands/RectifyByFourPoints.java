package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.FirstApproximation;
import tintype.ij.FirstCorner;
import tintype.ij.MappingFile;
import tintype.ij.PlaneRequest;
import tintype.ij.PreviewGrid;
import tintype.ij.Rectification;
import tintype.ij.Resampling;
import tintype.rectify.Interpolation;

/**
 * Lays a plane flat that was photographed at a slant, into a new image; see
 * {@link Rectification}.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Rectify by Four Points...", headless = true)
public class RectifyByFourPoints extends TintypeCommand implements Previewable {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Parameter(label = "Corners (x,y x,y x,y x,y)", persist = false, initializer = "readSelection",
		description = "In pixels, the centre of the first being 0,0. Taken from the selection, or from points in the overlay.")
	private String corners = "";

	@Parameter(label = "First corner is", choices = { "automatic", "top left", "top right", "bottom right", "bottom left" },
		description = "Of the flat picture. Automatic: the picture is turned as little as possible, in whatever order the corners were drawn.")
	private String first = "automatic";

	@Parameter(label = "Size of the rectangle", choices = { "automatic", "width and height", "A3", "A4", "A5", "letter", "legal", "96-well plate",
		"ID card", "microscope slide", "35 mm film" },
		description = "Automatic: the proportions are estimated from the perspective of an uncropped photograph. All others calibrate the result.")
	private String size = "automatic";

	@Parameter(label = "Width (0: not known)", stepSize = "1", description = "True width, for size = width and height.")
	private double width = 0;

	@Parameter(label = "Height (0: not known)", stepSize = "1", description = "True height, for size = width and height.")
	private double height = 0;

	@Parameter(label = "Unit", description = "Of width, height, margin and targets.")
	private String unit = "mm";

	@Parameter(label = "Margin around it", stepSize = "1", description = "In the same unit; with automatic size in pixels of the result.")
	private double margin = 0;

	@Parameter(label = "Resolution (pixels per unit; 0: the photograph's)", stepSize = "1",
		description = "0: as many pixels as the longer one of two opposite sides has in the photograph.")
	private double resolution = 0;

	@Parameter(label = "Targets (u,v of each point; none: a rectangle)", persist = false,
		description = "Where each point belongs, in the unit, for four points or more. From five on, wrong points are found and left out.")
	private String targets = "";

	@Parameter(label = "Interpolation", choices = { "nearest", "bilinear", "bicubic", "b-spline", "lanczos" },
		description = "Indexed colours always take the nearest pixel.")
	private String interpolation = "bilinear";

	@Parameter(label = "Edge pixels continue beyond the photograph", description = "Otherwise what lies beyond it has the fill value.")
	private boolean edge;

	@Parameter(label = "Fill value", stepSize = "1", description = "In the image's own values; of a colour picture a grey from 0 to 255.")
	private double fill = 0;

	@Parameter(label = "Aliased", description = "Takes one sample per pixel even where the picture shrinks, instead of the mean of several.")
	private boolean aliased;

	@Parameter(label = "Table of the homography and the points", description = "From five points on, that of the points is shown in any case.")
	private boolean table;

	@Parameter(label = "Mapping file to write (.json or .csv; none: empty)",
		description = "To do the same to other pictures with Rectify by Mapping.")
	private File mapping = new File("");

	@Parameter(label = "Teaching mode: the first approximation too", description = "Two more images: what each pixel written forward makes, and its holes.")
	private boolean teaching;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus approximation;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus holes;

	/** The last output, so that it is a macro's current image. */
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	private PreviewGrid grid;

	@Override
	void work(Progress progress) {
		cancel();
		if (!mapping.getPath().isBlank()) MappingFile.requireName(mapping);
		int parts = teaching ? 2 : 1;
		Resampling how = new Resampling(Interpolation.of(interpolation), edge, fill, aliased);
		Rectification result = Rectification.of(input, request(), how, progress.part(0, parts)).saved(mapping).told().tabled(table);
		FirstApproximation forward = FirstApproximation.of(input, result.plan().mapping(), teaching, progress.part(parts - 1, parts));
		approximation = forward.picture();
		holes = forward.holes();
		output = result.flat();
	}

	private PlaneRequest request() {
		return new PlaneRequest(corners, FirstCorner.of(first), size, width, height, unit, margin, resolution, targets);
	}

	/** Shows the result's grid on the photograph while the dialog is open. */
	@Override
	public void preview() {
		if (input == null) return;
		if (grid == null) grid = new PreviewGrid(input);
		grid.show(this::request);
	}

	/** Ends the preview. */
	@Override
	public void cancel() {
		if (grid != null) grid.hide();
	}

	/** For the dialog, and so for the recorded macro. */
	@SuppressWarnings("unused")
	private void readSelection() {
		if (input != null && corners.isEmpty()) corners = PlaneRequest.selection(input);
	}
}
