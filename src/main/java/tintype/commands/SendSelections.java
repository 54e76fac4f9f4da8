package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.LastMapping;
import tintype.ij.SentSelections;

/** Takes selections from a flat picture back to its photograph, or the other way. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Send Selections...", headless = true)
public class SendSelections extends TintypeCommand {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Parameter(label = "Onto the open image (empty: the one that fits)", persist = false, description = "The title of the image that gets them in its overlay.")
	private String onto = "";

	@Parameter(label = "Mapping (last, or a .json or .csv file)", description = "Not needed for a flat picture, which holds its own.")
	private File mapping = new File(LastMapping.NAME);

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	@Override
	void work(Progress progress) {
		output = SentSelections.of(input, mapping, onto);
	}
}
