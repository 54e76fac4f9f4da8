package tintype.commands;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import tintype.Progress;
import tintype.ij.ProposedCorners;

/** Selects what looks like a rectangle seen at a slant, for {@link RectifyByFourPoints}. */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Propose Corners", headless = true)
public class ProposeCorners extends TintypeCommand {

	@Parameter(label = "Input image", persist = false)
	private ImagePlus input;

	@Override
	void work(Progress progress) {
		ProposedCorners.select(input, progress);
	}
}
