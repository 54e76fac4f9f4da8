package tintype.ij;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import ij.ImagePlus;
import tintype.TintypeException;
import tintype.nn.WholeFile;
import tintype.rectify.Mapping;

/**
 * A mapping in a file of its own, JSON or a table of comma-separated values as the name's
 * ending says, or with an image, in whose TIFF file ImageJ saves it. Reading gives the
 * mapping that was written, to the last bit.
 */
public final class MappingFile {

	/** The image property that holds a mapping. */
	public static final String PROPERTY = "Tintype mapping";

	/** A mapping takes a thousand bytes; nothing a thousand times as long is read. */
	private static final int LONGEST = 1 << 20;

	private MappingFile() {}

	/**
	 * Writes a mapping, whole or not at all, in place of an older mapping of that name.
	 *
	 * @param file ends in .json or .csv, in capitals or not
	 * @throws TintypeException if it ends otherwise, holds something else already, or
	 *                          can't be written
	 */
	public static void write(Mapping mapping, File file) {
		requireName(file);
		String text = isJson(file) ? MappingJson.write(mapping, "\t") + "\n" : MappingCsv.write(mapping);
		try {
			WholeFile.write(file.getAbsoluteFile().toPath(), stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException e) {
			throw new TintypeException("The mapping could not be written to " + file + ": check that the folder exists, is writable and has space.", e);
		}
	}

	/**
	 * Refuses a name that no mapping could be written to, before there is one to write.
	 *
	 * @throws TintypeException if it ends in neither .json nor .csv, or holds something else already
	 */
	public static void requireName(File file) {
		isJson(file);
		if (file.exists() && !isMapping(file)) throw new TintypeException(file +
			" exists and is no mapping, so it is not written over: choose another name.");
	}

	/**
	 * Reads a mapping.
	 *
	 * @param file ends in .json or .csv
	 * @throws TintypeException if there is no such file, it is of another kind, damaged, or
	 *                          of a newer format
	 */
	public static Mapping read(File file) {
		boolean json = isJson(file);
		if (!file.isFile()) throw new TintypeException("There is no file " + file + "; check its name and folder.");
		String text = text(file), what = "The file " + file;
		return json ? MappingJson.read(text, what) : MappingCsv.read(text, what);
	}

	/** A mapping as one line of JSON. */
	public static String text(Mapping mapping) {
		return MappingJson.write(mapping, "");
	}

	/**
	 * The mapping of such a line, or of a whole JSON file.
	 *
	 * @throws TintypeException if it is something else, damaged, or of a newer format
	 */
	public static Mapping parse(String text) {
		return MappingJson.read(text, "The text");
	}

	/** Keeps a mapping with the image that it made. */
	public static void attach(Mapping mapping, ImagePlus flat) {
		flat.setProp(PROPERTY, text(mapping));
	}

	/**
	 * The mapping that made an image.
	 *
	 * @return null if none is kept with it
	 * @throws TintypeException if what is kept is damaged or of a newer format
	 */
	public static Mapping attached(ImagePlus flat) {
		String text = flat.getProp(PROPERTY);
		return text == null ? null : MappingJson.read(text, "The mapping kept with \"" + flat.getTitle() + "\"");
	}

	private static boolean isJson(File file) {
		String name = file.getName().toLowerCase(Locale.ROOT);
		if (!name.endsWith(".json") && !name.endsWith(".csv")) throw new TintypeException("The name of " + file +
			" should say how a mapping is written: end it in .json or .csv.");
		return name.endsWith(".json");
	}

	/** By its first lines, so that a mapping of a newer or older format counts as well. */
	private static boolean isMapping(File file) {
		return file.isFile() && text(file).contains(MappingFields.NAME);
	}

	private static String text(File file) {
		try (InputStream stream = new FileInputStream(file)) {
			byte[] bytes = stream.readNBytes(LONGEST + 1);
			if (bytes.length > LONGEST) throw new TintypeException("The file " + file + " is too large for a mapping; choose another one.");
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException e) {
			throw new TintypeException("The file " + file + " is no text, so it is no mapping; choose another one.", e);
		}
		catch (IOException e) {
			throw new TintypeException("The file " + file + " could not be read; check that you may open it.", e);
		}
	}
}
