package tintype.commands;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.Sample;

/** Opens the grey photograph that comes with Tintype. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Sample Photograph", headless = true)
public class SamplePhotograph extends TintypeCommand {

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	@Override
	void work(Progress progress) {
		output = Sample.open();
	}
}
