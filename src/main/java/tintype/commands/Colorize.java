package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.Colorization;

/**
 * Colours a photograph or a stack, into a new RGB image. The lightness stays
 * the input's own; see {@link Colorization}.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Colorize...", headless = true)
public class Colorize extends TintypeCommand {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Parameter(label = "Model (default or a file)",
		description = "The name of a ready model, such as default, or a model file.")
	private File model = new File("default");

	@Parameter(label = "Temperature (up to 1; 0: the model's own)", stepSize = "0.01",
		description = "Low: vivid and spotty. High: smooth and pale. 0: what suits the model best.")
	private double temperature = 0;

	@Parameter(label = "Saturation (0 to 2)", stepSize = "0.05",
		description = "Multiplies the colour; 0 is grey, 1 is what the model says.")
	private double saturation = 1.0;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	@Override
	void work(Progress progress) {
		output = Colorization.of(input, model.getPath(), temperature, saturation, progress);
	}
}
