package tintype.inspect.read;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

import tintype.inspect.Tensor;

/** Writes small networks the way that Keras lays them out. */
final class KerasWriter {

	private KerasWriter() {}

	/**
	 * An .h5 file.
	 *
	 * @param version of Keras, or null for none
	 * @param config  the description, JSON; null for none
	 * @param weights path of each, "layer/name", to nested arrays; "layer/a/b" is weight "a/b" of "layer"
	 */
	static Path h5(Path file, String version, String config, Map<String, Object> weights, String... attributes) throws IOException {
		Files.deleteIfExists(file);
		try (WritableHdfFile hdf = HdfFile.write(file)) {
			if (version != null) hdf.putAttribute("keras_version", version);
			if (config != null) hdf.putAttribute("model_config", config);
			for (int i = 0; i < attributes.length; i += 2)
				hdf.putAttribute(attributes[i], attributes[i + 1]);
			WritableGroup all = hdf.putGroup("model_weights");
			Map<String, Map<String, Object>> layers = new TreeMap<>();
			weights.forEach((path, values) -> layers.computeIfAbsent(path.split("/", 2)[0], key -> new LinkedHashMap<>()).put(path.split("/", 2)[1], values));
			if (!layers.isEmpty()) all.putAttribute("layer_names", layers.keySet().toArray(String[]::new));
			layers.forEach((layer, values) -> {
				WritableGroup group = all.putGroup(layer);
				group.putAttribute("weight_names", values.keySet().toArray(String[]::new));
				Map<String, WritableGroup> groups = new LinkedHashMap<>();
				values.forEach((path, value) -> put(group, groups, path, value));
			});
		}
		return file;
	}

	/** A .keras file. @param weights path of each, e.g. "layers/dense/vars/0", to nested arrays */
	static Path keras(Path file, String version, String config, Map<String, Object> weights) throws IOException {
		Path part = file.resolveSibling(file.getFileName() + ".weights");
		Files.deleteIfExists(part);
		try (WritableHdfFile hdf = HdfFile.write(part)) {
			Map<String, WritableGroup> groups = new LinkedHashMap<>();
			weights.forEach((path, value) -> put(hdf, groups, path, value));
		}
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			entry(zip, "metadata.json", ("{\"keras_version\": \"" + version + "\"}").getBytes(StandardCharsets.UTF_8));
			entry(zip, "config.json", config.getBytes(StandardCharsets.UTF_8));
			entry(zip, "model.weights.h5", Files.readAllBytes(part));
		}
		Files.delete(part);
		return file;
	}

	static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(bytes);
		zip.closeEntry();
	}

	private static void put(WritableGroup root, Map<String, WritableGroup> groups, String path, Object value) {
		WritableGroup group = root;
		List<String> names = List.of(path.split("/"));
		for (int i = 1; i < names.size(); i++) {
			WritableGroup parent = group;
			group = groups.computeIfAbsent(String.join("/", names.subList(0, i)), key -> parent.putGroup(key.substring(key.lastIndexOf('/') + 1)));
		}
		group.putDataset(names.get(names.size() - 1), value);
	}

	/** Nested arrays of a shape, with 0, 1, 2, ... in them. */
	static Object ramp(int... shape) {
		Object array = Array.newInstance(float.class, shape);
		fill(array, new float[] { 0 });
		return array;
	}

	private static void fill(Object array, float[] next) {
		for (int i = 0; i < Array.getLength(array); i++)
			if (array instanceof float[] values) values[i] = next[0]++;
			else fill(Array.get(array, i), next);
	}

	/** What {@link #ramp} becomes when it is read. */
	static Tensor tensor(int... shape) {
		float[] values = new float[(int) Tensor.count(shape)];
		for (int i = 0; i < values.length; i++)
			values[i] = i;
		return new Tensor(shape, values);
	}

	/** Weights by their paths. */
	static Map<String, Object> weights(Object... pathsAndValues) {
		Map<String, Object> weights = new LinkedHashMap<>();
		for (int i = 0; i < pathsAndValues.length; i += 2)
			weights.put((String) pathsAndValues[i], pathsAndValues[i + 1]);
		return weights;
	}
}
