package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.LastMapping;
import tintype.ij.Rectification;
import tintype.ij.Resampling;
import tintype.rectify.Interpolation;

/** Does to another picture what was done to one with {@link RectifyByFourPoints}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Rectify by Mapping...", headless = true)
public class RectifyByMapping extends TintypeCommand {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Parameter(label = "Mapping (last, or a .json or .csv file)",
		description = "last: that of the last rectification. Or a file that Rectify by Four Points has written.")
	private File mapping = new File(LastMapping.NAME);

	@Parameter(label = "Interpolation", choices = { "nearest", "bilinear", "bicubic", "b-spline", "lanczos" },
		description = "Indexed colours always take the nearest pixel.")
	private String interpolation = "bilinear";

	@Parameter(label = "Edge pixels continue beyond the photograph", description = "Otherwise what lies beyond it has the fill value.")
	private boolean edge;

	@Parameter(label = "Fill value", stepSize = "1", description = "In the image's own values; of a colour picture a grey from 0 to 255.")
	private double fill = 0;

	@Parameter(label = "Aliased", description = "Takes one sample per pixel even where the picture shrinks, instead of the mean of several.")
	private boolean aliased;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	@Override
	void work(Progress progress) {
		Resampling how = new Resampling(Interpolation.of(interpolation), edge, fill, aliased);
		output = Rectification.again(input, LastMapping.or(mapping), how, progress);
	}
}
