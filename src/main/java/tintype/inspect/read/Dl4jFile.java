package tintype.inspect.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;
import tintype.inspect.LayerGraph;
import tintype.nn.Coefficients;

/**
 * Reads zip files of DeepLearning4J 1.0.0-beta4 to 1.0.0-M2.1, Tintype's own models
 * among them: {@code configuration.json}, a MultiLayerNetwork or a ComputationGraph,
 * and {@code coefficients.bin}. The settings are walked by hand; no class that the
 * file names is loaded.
 * <p>
 * A preprocessor is a row, and so is the dropout of a layer's input. Layers that are
 * not known are rows that cannot be computed, with their reason.
 */
public final class Dl4jFile {

	private static final String CONFIGURATION = "configuration.json", COEFFICIENTS = "coefficients.bin", CARD = "tintype.json";

	/** Settings of some thousand layers. */
	private static final int LONGEST_SETTINGS = 1 << 22;
	private static final int DEEPEST = 64;
	private static final int MOST_PARTS = 1 << 20;

	/** Weights of a file that holds few bytes for them: 200 MB. */
	private static final long WEIGHTS_ANYWAY = 50_000_000;

	/** Of a stream, whose size is not known. */
	private static final int LARGEST_STREAM = 1 << 26;

	private Dl4jFile() {}

	/**
	 * Reads a file.
	 *
	 * @throws TintypeException if it is missing, no DeepLearning4J network, damaged, or
	 *                          of an older format
	 */
	public static LayerGraph read(Path file) {
		String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
		if (!Files.isRegularFile(file)) throw new TintypeException("There is no file " + file + ": choose a DeepLearning4J zip.");
		try {
			return read(new Archive(() -> Files.newInputStream(file), Files.size(file)), Names.legible(name));
		}
		catch (IOException e) {
			throw damaged(name, e);
		}
	}

	/**
	 * Reads a stream to its end, at most 64 MB.
	 *
	 * @param title of the graph, unless the file is a model of Tintype that has a name
	 * @throws TintypeException as {@link #read(Path)}
	 */
	public static LayerGraph read(InputStream stream, String title) {
		try {
			byte[] bytes = stream.readNBytes(LARGEST_STREAM);
			return read(new Archive(() -> new ByteArrayInputStream(bytes), bytes.length), title);
		}
		catch (IOException e) {
			throw damaged(title, e);
		}
	}

	private static LayerGraph read(Archive archive, String source) {
		try {
			byte[] settings = archive.content(CONFIGURATION, null, LONGEST_SETTINGS);
			if (settings == null) throw new TintypeException(source + " is a zip file, but not of DeepLearning4J (it has no " + CONFIGURATION + //
				"): choose a file that ModelSerializer or Tintype wrote.");
			Dl4jNetwork network = Dl4jNetwork.of(BoundedJson.parse(settings, DEEPEST, MOST_PARTS));
			String name = name(archive);
			String format = name == null ? "DeepLearning4J " + network.kind() : "Tintype model, DeepLearning4J " + network.kind();
			Dl4jGraph graph = new Dl4jGraph(network);
			LayerGraph whole = archive.use(COEFFICIENTS, null, entry -> weighed(graph, new Coefficients(new BufferedInputStream(entry)), archive.size(),
				name == null ? source : name, format));
			if (whole == null) throw new TintypeException(source + " has settings but no weights (no " + COEFFICIENTS + "): save the network with ModelSerializer.");
			return whole;
		}
		catch (IOException | IllegalArgumentException | ArithmeticException e) {
			throw damaged(source, e);
		}
	}

	/** The name on a model's card, or null if there is no card before the settings. */
	private static String name(Archive archive) throws IOException {
		byte[] card = archive.content(CARD, CONFIGURATION, LONGEST_SETTINGS);
		if (card == null) return null;
		JsonNode name = BoundedJson.parse(card, DEEPEST, MOST_PARTS).path("name");
		return name.isTextual() ? Names.legible(name.asText()) : null;
	}

	private static LayerGraph weighed(Dl4jGraph graph, Coefficients row, long size, String title, String format) throws IOException {
		long count = graph.count();
		if (graph.unknown() == 0 ? row.count() != count : row.count() < count) throw new IllegalArgumentException( //
			"it holds " + row.count() + " weights where its settings need " + count);
		if (graph.unknown() > 1) throw new IllegalArgumentException("it has several layers of unknown kinds, so it cannot be told whose its weights are");
		if (count > size + WEIGHTS_ANYWAY) throw new IllegalArgumentException("it holds few bytes for " + count + " weights");
		LayerGraph whole = graph.read(row, title, format);
		if (!row.isAtEnd()) throw new IllegalArgumentException("there is more behind its " + count + " weights");
		return whole;
	}

	private static TintypeException damaged(String source, Exception e) {
		String reason = e instanceof IOException ? "it ends too early or is damaged" : e instanceof ArithmeticException ? "its sizes make no sense" : e.getMessage();
		return new TintypeException(Names.legible(source) + " cannot be read as a network of DeepLearning4J (" + reason + //
			"): copy it again, or save it anew with ModelSerializer.", e);
	}
}
