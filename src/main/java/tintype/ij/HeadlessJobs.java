package tintype.ij;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import org.scijava.Context;

import ij.ImagePlus;
import tintype.TintypeException;

/** The launcher's jobs without a screen. Loaded after ImageJ is patched. */
final class HeadlessJobs {

	private static final String COLORIZE = "tintype.commands.Colorize";
	private static final String SAMPLE_FILE = "sample-colorized.png";

	private final Context context = PluginContext.get();
	private final Path folder;

	/** @param folder where results go */
	HeadlessJobs(Path folder) {
		this.folder = folder;
	}

	/**
	 * Does one job.
	 *
	 * @return what to tell the user; null if the job tells it itself
	 * @throws TintypeException if it failed
	 */
	String run(LauncherArguments arguments) throws IOException {
		return switch (arguments.job()) {
			case SAMPLE -> sample();
			case PICTURE -> saved(colorized(ImageFile.open(arguments.target())));
			case MACRO -> HeadlessMacro.run(Path.of(arguments.target()), arguments.detail());
			case COMMAND -> command(arguments.target(), arguments.detail());
		};
	}

	private String sample() throws IOException {
		ImagePlus result = colorized(Sample.open()).get(0);
		Path target = folder.resolve("target");
		Path file = Files.isDirectory(target) ? ImageFile.save(result, target.resolve(SAMPLE_FILE))
			: ImageFile.saveNew(result, folder, ImageFile.nameOf(result));
		return "The sample photograph, colorized: " + file.normalize();
	}

	private List<ImagePlus> colorized(ImagePlus imp) {
		CommandRun run = new CommandRun(context, COLORIZE);
		run.setImage(imp, Map.of());
		return images(run);
	}

	private String command(String name, String inputs) throws IOException {
		return saved(images(NamedCommand.prepare(context, name, inputs)));
	}

	private static List<ImagePlus> images(CommandRun run) {
		try {
			run.silently();
		}
		catch (CancellationException e) {
			throw new TintypeException("The command was canceled.", e);
		}
		return run.images();
	}

	private String saved(List<ImagePlus> images) throws IOException {
		StringBuilder files = new StringBuilder();
		for (ImagePlus imp : images) {
			String name = ImageFile.nameOf(imp).replaceAll("[\\\\/:*?\"<>|\\s]+", "-");
			files.append(files.isEmpty() ? "" : System.lineSeparator()).append(ImageFile.saveNew(imp, folder, name).normalize());
		}
		return files.isEmpty() ? null : files.toString();
	}
}
