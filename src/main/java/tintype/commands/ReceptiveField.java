package tintype.commands;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.FieldRoi;

/** Shows on the input what the selected pixel of a feature map depends on; see {@link FieldRoi}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Receptive Field", headless = true)
public class ReceptiveField extends TintypeCommand {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Override
	void work(Progress progress) {
		FieldRoi.selected(input);
	}
}
