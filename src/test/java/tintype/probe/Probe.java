package tintype.probe;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.process.ByteProcessor;

/** A command with one input of each kind; its result's title tells what it got. */
@Plugin(type = Command.class, label = "Probe...")
public class Probe extends ContextCommand {

	@Parameter
	private boolean flag;

	@Parameter
	private int count = 3;

	@Parameter
	private double factor = 0.5;

	@Parameter(choices = { "one", "two words" })
	private String choice = "one";

	@Parameter
	private String text = "none";

	@Parameter
	private File file = new File("default");

	@Parameter
	private boolean broken;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus output;

	@Override
	public void run() {
		if (broken) throw new IllegalStateException("the probe broke");
		output = new ImagePlus(flag + "|" + count + "|" + factor + "|" + choice + "|" + text + "|" + file, new ByteProcessor(2, 2));
	}
}
