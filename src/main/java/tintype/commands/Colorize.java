package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.Slices;
import tintype.ij.Colorization;
import tintype.ij.Extras;

/**
 * Colours a photograph or a stack, into a new RGB image. The lightness stays
 * the input's own; see {@link Colorization}.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Colorize...", headless = true)
public class Colorize extends TintypeCommand {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Parameter(label = "Model (default, colornet or a file)",
		description = "default sees the whole scene; colornet is the small network of the source posts, which sees 17 x 17 pixels; or a model file.")
	private File model = new File("default");

	@Parameter(label = "Setting", choices = { "vivid", "faithful" },
		description = "Vivid: as colourful as the world. Faithful: nearest to the true colours on average, paler where they are in doubt.")
	private String setting = "vivid";

	@Parameter(label = "Temperature (up to 1; 0: the setting's)", stepSize = "0.01",
		description = "Low: vivid and spotty. High: smooth and pale. 0: what the setting says.")
	private double temperature = 0;

	@Parameter(label = "Saturation (0 to 2)", stepSize = "0.05",
		description = "Multiplies the colour; 0 is grey, 1 is what the setting says.")
	private double saturation = 1.0;

	@Parameter(label = "Slices (of a stack)", choices = { "series", "separate pictures" },
		description = "Series: neighbours in time or depth, coloured alike. Separate pictures: each coloured as if it were alone.")
	private String slices = "series";

	@Parameter(label = "Uncertainty as two more images",
		description = "Entropy: how undecided the model is at each pixel, in bits. Second: the picture in its second-best colours.")
	private boolean uncertainty;

	@Parameter(label = "Alternatives (0: none; 2 to 10)", stepSize = "1",
		description = "So many colourings of the current slice, each plausible as a whole, as a stack; the first is the usual one.")
	private int alternatives = 0;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus entropy;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus second;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus variants;

	/** The last output, so that it is a macro's current image. */
	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	@Override
	void work(Progress progress) {
		Extras extras = new Extras(uncertainty, alternatives);
		Look look = new Look(Setting.of(setting), temperature, saturation);
		output = Colorization.of(input, model.getPath(), look, Slices.of(slices), progress);
		Extras.Result more = extras.of(input, model.getPath(), look, progress);
		entropy = more.entropy();
		second = more.second();
		variants = more.alternatives();
	}
}
