package tintype.ij;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import tintype.Progress;
import tintype.ij.InspectionRequest.Shown;
import tintype.ij.InspectionRequest.Way;
import tintype.inspect.Tensor;

/** Inspections in the words of the command's macros; what is left out has the command's default, but no summary is shown. */
final class Asked {

	private Asked() {}

	/** @param options such as "to=conv values=both montage" */
	static InspectionRequest request(Path model, String options) {
		Map<String, String> said = MacroOptions.parse(options);
		Way way = new Way(said.getOrDefault("from", ""), said.getOrDefault("side", "input"), said.getOrDefault("to", ""), said.getOrDefault("phase", "test"), //
			Long.parseLong(said.getOrDefault("seed", "1")), InputRange.of(said.getOrDefault("range", "as they are")), said.containsKey("fit"), //
			new File(said.getOrDefault("data", "")));
		Shown shown = new Shown(said.getOrDefault("values", "after"), said.containsKey("summary"), said.containsKey("weights"), said.containsKey("filters"), //
			said.containsKey("montage"), said.containsKey("statistics"), said.containsKey("verify"), said.getOrDefault("gradient", ""));
		return new InspectionRequest(model.toString(), way, shown, said.getOrDefault("against", ""), new File(said.getOrDefault("export", "")));
	}

	/** Asks it. @param imp may be null */
	static Inspection of(Path model, ImagePlus imp, String options) {
		return Inspection.of(imp, request(model, options), Progress.NONE);
	}

	/** Image 0, 1, ... of a tensor with one channel, [image, y, x, 1], as slices of 32 bits. */
	static ImagePlus image(Tensor tensor) {
		int[] shape = tensor.shape();
		ImagePlus imp = TensorImages.stack("waves", tensor, channel -> "");
		imp.setDimensions(1, shape[0], 1);
		return imp;
	}

	/** A channel of an image of a stack that shows a tensor; both count from 0. */
	static float[] plane(ImagePlus stack, int channel, int image) {
		return (float[]) stack.getStack().getProcessor(stack.getStackIndex(channel + 1, 1, image + 1)).getPixels();
	}

	/** The same channel of the tensor. */
	static float[] plane(Tensor tensor, int channel, int image) {
		int[] shape = tensor.shape();
		FloatProcessor plane = new FloatProcessor(shape[2], shape[1]);
		for (int y = 0; y < shape[1]; y++)
			for (int x = 0; x < shape[2]; x++)
				plane.setf(x, y, tensor.at(image, y, x, channel));
		return (float[]) plane.getPixels();
	}

	/** A line of a CSV file as cells, without their quotes. */
	static List<String> cells(String line) {
		return Stream.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).map(cell -> cell.replaceAll("^\"|\"$", "")).toList();
	}
}
