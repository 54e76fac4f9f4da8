package tintype.commands;

import java.io.File;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;
import tintype.Look;
import tintype.Progress;
import tintype.Setting;
import tintype.ij.ModelEvaluation;

/**
 * Says how well a model colours a folder of colour pictures: figures, an error
 * curve and a contact sheet; see {@link ModelEvaluation}.
 */
@Plugin(type = Command.class, menuPath = "Plugins>Tintype>Evaluate Colorizer...", headless = true)
public class EvaluateColorizer extends TintypeCommand {

	@Parameter(label = "Pictures (folder of colour pictures)", style = FileWidget.DIRECTORY_STYLE,
		description = "Each picture is turned to grey, coloured, and compared with itself. Subfolders count too.")
	private File pictures = new File("");

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

	@Parameter(label = "Weights (folder; empty: the same)", style = FileWidget.DIRECTORY_STYLE,
		description = "Pictures that say which colours are rare, such as the training pictures. Scores of different folders compare only with the same weights.")
	private File weights = new File("");

	@Parameter(label = "Table (CSV file; empty: none)", style = FileWidget.SAVE_STYLE,
		description = "The figures of each picture, of all, of grey and of the mean colour, and the files left out.")
	private File table = new File("");

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus plot;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus sheet;

	@Override
	void work(Progress progress) {
		ModelEvaluation evaluation = ModelEvaluation.of(pictures, model.getPath(), new Look(Setting.of(setting), temperature, saturation), weights, table, progress);
		plot = evaluation.plot();
		sheet = evaluation.sheet();
	}
}
