package tintype.nn;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.nd4j.shade.jackson.databind.node.JsonNodeFactory;
import org.nd4j.shade.jackson.databind.node.ObjectNode;

import tintype.TintypeException;

/**
 * Reads and writes models: an ordinary DeepLearning4J zip
 * ({@code configuration.json}, {@code coefficients.bin}) with the model's card
 * as one more entry, {@code tintype.json}, first and uncompressed.
 * <p>
 * A file may come from a stranger. So the network is built from the card's
 * architecture and bins, never from classes that the file names; no Java object
 * is deserialised; and every size is checked before anything is allocated.
 */
public final class ModelFile {

	/**
	 * The newest format that this version reads, and the one it writes. Since 2 the
	 * card names activation and batch normalisation, since 3 weights may be in half
	 * precision.
	 */
	public static final int FORMAT = 3;

	/** Name of the model that comes with Tintype. */
	public static final String DEFAULT = "default";

	/** Name of the network of the source posts, trained on the same pictures. */
	public static final String COLOR_NET = "colornet";

	private static final Set<String> READY = Set.of(DEFAULT, COLOR_NET);

	static final String CARD = "tintype.json";
	static final String CONFIGURATION = "configuration.json";
	static final String COEFFICIENTS = "coefficients.bin";

	private ModelFile() {}

	/**
	 * Opens a model by name or file.
	 *
	 * @param model {@value #DEFAULT}, {@value #COLOR_NET}, or a model file
	 * @throws TintypeException if the file is missing, no model, damaged, or of a
	 *                          newer format
	 */
	public static ColorModel open(String model) {
		if (!isReady(model)) return open(path(model));
		try (InputStream stream = ready(model)) {
			return read(stream, "The model " + model);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Whether a model comes with Tintype. */
	public static boolean isReady(String model) {
		return READY.contains(model);
	}

	/** Names of the models that come with Tintype. */
	public static Set<String> readyNames() {
		return READY;
	}

	/** The file of a model that comes with Tintype; to be closed by the caller. */
	public static InputStream ready(String model) {
		return ModelFile.class.getResourceAsStream("/tintype/" + model + ".zip");
	}

	/** The card of a model that comes with Tintype, without its network. */
	public static ModelCard readyCard(String model) {
		try (InputStream stream = ready(model)) {
			JsonNode json = parse(ModelEntries.read(stream, model).card(), model);
			return ModelCardJson.read(json, json.path("format").asLong());
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path path(String model) {
		try {
			return Path.of(model);
		}
		catch (InvalidPathException e) {
			throw new TintypeException("There is no model file " + model + ": choose a model file, or \"" + DEFAULT + "\" or \"" + COLOR_NET + "\".", e);
		}
	}

	/**
	 * Opens a model and lets it colour its own test picture.
	 *
	 * @throws TintypeException if the file is missing, no model, damaged, or of a
	 *                          newer format
	 */
	public static ColorModel open(Path file) {
		if (!Files.isRegularFile(file)) throw new TintypeException( //
			"There is no model file " + file + ": choose a model file that Tintype wrote, or \"" + DEFAULT + "\" or \"" + COLOR_NET + "\".");
		try (InputStream stream = Files.newInputStream(file)) {
			return read(stream, file.getFileName().toString());
		}
		catch (IOException e) {
			throw new TintypeException("The model " + file + " could not be read: check the disk and your access rights.", e);
		}
	}

	/**
	 * Reads a model from a stream.
	 *
	 * @param source what to call it in messages
	 */
	public static ColorModel read(InputStream stream, String source) {
		ModelEntries entries = ModelEntries.read(stream, source);
		JsonNode json = parse(entries.card(), source);
		long format = json.path("format").isIntegralNumber() ? json.path("format").asLong() : 0;
		if (format > FORMAT) throw new TintypeException(source + " is a model of format " + format + //
			", but this version of Tintype reads formats up to " + FORMAT + ": update Tintype.");
		ColorModel model = null;
		try {
			ModelCard card = ModelCardJson.read(json, format);
			if (entries.coefficients() == null) throw new IllegalArgumentException("it has no weights");
			if (format < 1) throw new IllegalArgumentException("its format " + format + " is unknown");
			model = new ColorModel(network(card, entries.coefficients()), card);
			if (!SelfTest.passes(model, json)) throw new IllegalArgumentException(
				"it colours its own test picture wrongly");
			ColorModel whole = model;
			model = null;
			return whole;
		}
		catch (IllegalArgumentException e) {
			throw damaged(source, e);
		}
		finally {
			if (model != null) model.close();
		}
	}

	private static TintypeException damaged(String source, Exception e) {
		return new TintypeException(source + " is damaged (" + e.getMessage() + "): copy or download it again.", e);
	}

	private static JsonNode parse(byte[] card, String source) {
		try {
			return ModelCardJson.parse(card);
		}
		catch (IOException e) {
			throw new TintypeException(source + " is damaged (its card is no JSON): copy or download it again.", e);
		}
	}

	private static ComputationGraph network(ModelCard card, byte[] coefficients) {
		int bins = card.grid().size();
		float[] weights = Coefficients.parse(coefficients, card.network().parameterCount(bins, card.activation(), card.batchNorm()));
		return card.network().of(bins, card.activation(), card.batchNorm(), Tensors.of(weights, 1, weights.length));
	}

	/**
	 * Writes a model. The file appears under its name only when it is whole.
	 *
	 * @throws TintypeException if the disk is full or the folder not writable
	 */
	public static void write(ColorModel model, Path file) {
		write(model, file, DataType.FLOAT);
	}

	/**
	 * Writes a model in half the space: its weights rounded to half precision, 11
	 * binary digits.
	 *
	 * @throws TintypeException as {@link #write(ColorModel, Path)}
	 */
	public static void writeHalf(ColorModel model, Path file) {
		try (ColorModel rounded = model.rounded(DataType.HALF)) {
			write(rounded, file, DataType.HALF);
		}
	}

	private static void write(ColorModel model, Path file, DataType precision) {
		try {
			WholeFile.write(file, stream -> write(model, stream, precision));
		}
		catch (IOException | UncheckedIOException e) {
			throw new TintypeException("The model could not be written to " + file + //
				": check that the folder exists, is writable and has space.", e);
		}
	}

	private static void write(ColorModel model, OutputStream stream, DataType precision) throws IOException {
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
		json.setAll(ModelCardJson.write(model.card()));
		SelfTest.write(model, json);
		ZipOutputStream zip = new ZipOutputStream(stream);
		store(zip, CARD, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
		zip.putNextEntry(entry(CONFIGURATION));
		zip.write(model.network().getConfiguration().toJson().getBytes(StandardCharsets.UTF_8));
		zip.putNextEntry(entry(COEFFICIENTS));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		Nd4j.write(model.network().params().castTo(precision), new DataOutputStream(bytes));
		bytes.writeTo(zip);
		zip.finish();
	}

	/** Adds an entry without compression, so that any tool can read it from the file's head. */
	private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
		CRC32 crc = new CRC32();
		crc.update(content);
		ZipEntry entry = entry(name);
		entry.setMethod(ZipEntry.STORED);
		entry.setSize(content.length);
		entry.setCrc(crc.getValue());
		zip.putNextEntry(entry);
		zip.write(content);
	}

	/** An entry without today's date, so that equal models are equal files. */
	private static ZipEntry entry(String name) {
		ZipEntry entry = new ZipEntry(name);
		entry.setTime(0);
		return entry;
	}
}
