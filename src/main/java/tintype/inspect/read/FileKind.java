package tintype.inspect.read;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import tintype.TintypeException;

/** Kinds of files that people take for models, and what to do with those that are not read. */
enum FileKind {

	HDF5("is no model of Keras: choose one saved with model.save()."), //
	ZIP("is a zip file, but holds no model of Keras or DeepLearning4J: choose a .keras, .h5 or .zip that one of them saved."), //
	EMPTY("is empty: copy it again, or save the model again."), //
	PYTORCH("is a model of PyTorch, which Tintype does not read: rebuild it in Keras, and save it as .keras or .h5."), //
	ONNX("is a model in ONNX, which Tintype does not read: save it from where it was trained as .keras or .h5."), //
	TENSORFLOW("is a graph or SavedModel of TensorFlow, which Tintype does not read: load it with Keras, and save it as .keras or .h5."), //
	TFLITE("is a model of TensorFlow Lite, which Tintype does not read: save the original as .keras or .h5."), //
	NUMPY("holds a tensor of NumPy, but no network: choose a .keras or .h5 file."), //
	DESCRIPTION("describes a network without its weights: save the whole model with model.save(), as .keras or .h5."), //
	TEXT("is a text, but no network: choose a .keras or .h5 file, or a .zip of DeepLearning4J."), //
	UNKNOWN("is no network that Tintype reads: choose a .keras or .h5 file, or a .zip of DeepLearning4J.");

	private static final byte[] HDF5_SIGNATURE = { (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n' };
	private static final int FIRST_USER_BLOCK = 512;

	private final String refusal;

	FileKind(String refusal) {
		this.refusal = refusal;
	}

	/** The sentence for a file that cannot be read. */
	TintypeException refusal(String name) {
		return new TintypeException(name + " " + refusal);
	}

	/**
	 * The kind of a file.
	 *
	 * @param begin its first bytes, some thousands or all
	 * @param name  asked only where the content does not tell
	 */
	static FileKind of(byte[] begin, String name) {
		if (begin.length == 0) return EMPTY;
		if (isHdf5(begin)) return HDF5;
		if (startsWith(begin, 0, 'P', 'K', 3, 4) || startsWith(begin, 0, 'P', 'K', 5, 6)) return ZIP;
		if (startsWith(begin, 0, 0x93, 'N', 'U', 'M', 'P', 'Y')) return NUMPY;
		if (startsWith(begin, 4, 'T', 'F', 'L', '3')) return TFLITE;
		String ending = name.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
		if (ending.equals("onnx")) return ONNX;
		if (ending.equals("pb")) return TENSORFLOW;
		if (startsWith(begin, 0, 0x80, 2) || ending.equals("pt") || ending.equals("pth")) return PYTORCH;
		if (!isText(begin)) return UNKNOWN;
		String text = new String(begin, StandardCharsets.UTF_8).strip();
		return text.startsWith("{") && text.contains("\"class_name\"") ? DESCRIPTION : TEXT;
	}

	private static boolean isHdf5(byte[] begin) {
		for (int at = 0; at + HDF5_SIGNATURE.length <= begin.length; at = at == 0 ? FIRST_USER_BLOCK : 2 * at)
			if (Arrays.equals(begin, at, at + HDF5_SIGNATURE.length, HDF5_SIGNATURE, 0, HDF5_SIGNATURE.length)) return true;
		return false;
	}

	private static boolean startsWith(byte[] bytes, int from, int... expected) {
		if (bytes.length < from + expected.length) return false;
		for (int i = 0; i < expected.length; i++)
			if ((bytes[from + i] & 0xff) != expected[i]) return false;
		return true;
	}

	private static boolean isText(byte[] bytes) {
		for (byte each : bytes)
			if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') return false;
		return true;
	}

	/** The sentence for a folder. */
	static TintypeException folder(Path folder, String name) {
		if (Files.exists(folder.resolve("saved_model.pb"))) return TENSORFLOW.refusal(name);
		return new TintypeException(name + " is a folder: choose a .keras or .h5 file, or a .zip of DeepLearning4J.");
	}
}
