package tintype.inspect.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.nd4j.shade.jackson.databind.JsonNode;

import tintype.TintypeException;
import tintype.inspect.LayerGraph;

/** Reads the models that Keras 1, 2 and 3 save whole, as .h5 or as .keras. */
final class KerasFile {

	/** Descriptions of some ten thousand layers. */
	private static final int LONGEST_TEXT = 1 << 23;
	private static final int MOST_PARTS = 600_000;

	/** Models in models, each some brackets deep. */
	private static final int DEEPEST = 1000;

	private KerasFile() {}

	/**
	 * A model in HDF5.
	 *
	 * @param bytes  the file; blank after it took too long
	 * @param source what to call it in messages
	 * @throws TintypeException if it is damaged, or holds no whole model
	 */
	static LayerGraph hdf5(byte[] bytes, String source, Allowance allowance) {
		try (Watchdog watchdog = new Watchdog(source, bytes, allowance.all())) {
			try {
				LayerGraph graph = hdf5(new Hdf5(bytes, source, allowance), source);
				watchdog.check();
				return graph;
			}
			catch (TintypeException e) {
				watchdog.check();
				throw e;
			}
		}
	}

	private static LayerGraph hdf5(Hdf5 file, String source) {
		String description = file.text("", "model_config");
		if (description == null) throw noModel(file, source);
		String version = file.text("", "keras_version");
		Origin origin = Origin.of(source, version, file.text("", "backend"));
		KerasModel model = new KerasDescription(origin).model(parse(description.getBytes(StandardCharsets.UTF_8), source));
		new NamedWeights(file, source, "model_weights").fill(model);
		return KerasGraph.of(model, source, "Keras" + (version == null ? " 1" : " " + version) + " (HDF5)");
	}

	private static TintypeException noModel(Hdf5 file, String source) {
		boolean weights = file.texts("", "layer_names") != null || file.has("layers") || file.has("_layer_checkpoint_dependencies") || file.has("model_weights");
		return new TintypeException(weights ? source + " holds weights but no network: save the whole model with model.save()." //
			: source + " is an HDF5 file, but no model of Keras: choose one saved with model.save().");
	}

	/**
	 * A model in a zip file with config.json and model.weights.h5.
	 *
	 * @throws TintypeException if it is damaged
	 * @throws IOException      if the file cannot be read
	 */
	static LayerGraph zip(ZipFile zip, String source, Allowance allowance) throws IOException {
		JsonNode description = json(zip, "config.json", source, allowance);
		String version = zip.getEntry("metadata.json") == null ? "3" : json(zip, "metadata.json", source, allowance).path("keras_version").asText("3");
		byte[] weights = bytes(zip, "model.weights.h5", source, allowance);
		try (Watchdog watchdog = new Watchdog(source, weights, allowance.all())) {
			try {
				KerasModel model = new KerasDescription(Origin.of(source, version, null)).model(description);
				new NumberedWeights(new Hdf5(weights, source, allowance), source).fill(model);
				LayerGraph graph = KerasGraph.of(model, source, "Keras " + version + " (.keras)");
				watchdog.check();
				return graph;
			}
			catch (TintypeException e) {
				watchdog.check();
				throw e;
			}
		}
	}

	private static JsonNode json(ZipFile zip, String name, String source, Allowance allowance) throws IOException {
		return parse(bytes(zip, name, source, allowance), source);
	}

	/**
	 * The tree of a description.
	 *
	 * @throws TintypeException if it is no JSON, or larger than any network's
	 */
	static JsonNode parse(byte[] text, String source) {
		if (text.length > LONGEST_TEXT) throw Damage.of("The description of the network in " + source + " is larger than that of any known network");
		try {
			JsonNode tree = BoundedJson.parse(text, DEEPEST, MOST_PARTS);
			if (!tree.isObject()) throw Damage.of("The description of the network in " + source + " is no object of JSON");
			return tree;
		}
		catch (IOException e) {
			throw Damage.of("The description of the network in " + source + " cannot be read", e);
		}
	}

	/** All of an entry. Its size is asked for before it is allocated, and must be true. */
	private static byte[] bytes(ZipFile zip, String name, String source, Allowance allowance) throws IOException {
		ZipEntry entry = zip.getEntry(name);
		if (entry == null) throw new TintypeException(source + " has no " + name + ": save the model again with model.save().");
		long size = entry.getSize();
		allowance.take(size);
		if (size > Integer.MAX_VALUE - 8) throw new TintypeException(source + " is larger than 2 GB: Tintype does not read such models.");
		byte[] bytes = new byte[(int) size];
		try (InputStream in = zip.getInputStream(entry)) {
			boolean whole = in.readNBytes(bytes, 0, bytes.length) == bytes.length && in.read() < 0;
			if (!whole) throw Damage.of(name + " in " + source + " has another size than the zip file says");
		}
		return bytes;
	}
}
