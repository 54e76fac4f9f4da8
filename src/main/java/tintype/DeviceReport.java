package tintype;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

import tintype.nn.Backend;
import tintype.nn.ConvolutionProof;
import tintype.nn.ModelCard;
import tintype.nn.ModelFile;
import tintype.nn.device.DeviceChoice;
import tintype.nn.device.EngineJars;
import tintype.nn.device.MemoryLimits;
import tintype.nn.device.Processor;

/**
 * What runs the networks here, in words for a user and for a report of an error:
 *
 * <pre>
 * String report = DeviceReport.text();
 * </pre>
 */
public final class DeviceReport {

	private DeviceReport() {}

	/**
	 * The report; starts ND4J.
	 *
	 * @return lines that end with a line feed
	 * @throws TintypeException if ND4J can't be started here, with the reason
	 */
	public static String text() {
		return text(Progress.NONE);
	}

	/**
	 * The report; starts ND4J.
	 *
	 * @param progress told what is being done
	 * @return lines that end with a line feed
	 * @throws TintypeException if ND4J can't be started here, with the reason
	 * @throws java.util.concurrent.CancellationException if canceled
	 */
	public static String text(Progress progress) {
		progress.report(0, 2, "Starting the network engine");
		Backend.start();
		progress.report(1, 2, "Looking at the models");
		StringBuilder text = new StringBuilder();
		section(text, "Device", device());
		section(text, "Network engine", EngineJars.lines());
		section(text, "Processor", Processor.lines(ConvolutionProof.inWords()));
		section(text, "Memory", MemoryLimits.lines());
		section(text, "System", system());
		section(text, "Models that come with Tintype", models());
		progress.report(2, 2, "Looking at the models");
		return text.toString();
	}

	/**
	 * Why the networks run on another device than their user may have expected.
	 * Starts nothing.
	 *
	 * @return a sentence, or nothing if ND4J has not been started or runs as expected
	 */
	public static String remark() {
		return Backend.remark();
	}

	/**
	 * Lets the next start try a GPU again that did not come back from an earlier one.
	 *
	 * @return whether there was one
	 * @throws TintypeException if the note of it can't be deleted
	 */
	public static boolean retryGpu() {
		return DeviceChoice.forgetCrashes();
	}

	private static Map<String, String> device() {
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("Networks run on", Backend.description());
		lines.put("Why", Backend.device().reason());
		return lines;
	}

	private static Map<String, String> system() {
		Map<String, String> lines = new LinkedHashMap<>();
		String version = DeviceReport.class.getPackage().getImplementationVersion();
		lines.put("Tintype", (version == null ? "" : version + ", ") + EngineJars.jar(DeviceReport.class.getName()));
		lines.put("Java", System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + ", " + System.getProperty("java.home"));
		lines.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", " + System.getProperty("os.arch"));
		return lines;
	}

	private static Map<String, String> models() {
		Map<String, String> lines = new LinkedHashMap<>();
		for (String name : new TreeSet<>(ModelFile.readyNames())) {
			ModelCard card = ModelFile.readyCard(name);
			lines.put(name, card.title() + ", " + card.grid().size() + " colours, of " + card.created() + ", licence " + card.licence());
		}
		return lines;
	}

	private static void section(StringBuilder text, String title, Map<String, String> lines) {
		if (!text.isEmpty()) text.append('\n');
		text.append(title).append('\n');
		lines.forEach((key, value) -> text.append("  ").append(key).append(": ").append(value.replace("\n", " ")).append('\n'));
	}
}
