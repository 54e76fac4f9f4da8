package tintype.nn;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import tintype.TintypeException;

/**
 * The two entries of a model file that are read, each no larger than a model can
 * need. Other entries are passed over.
 *
 * @param card         {@code tintype.json}
 * @param coefficients {@code coefficients.bin}, or null if there is none: a
 *                     newer format may keep its weights elsewhere
 */
record ModelEntries(byte[] card, byte[] coefficients) {

	private static final int LARGEST_CARD = 1 << 22;
	private static final int LARGEST_COEFFICIENTS = 1 << 27;
	private static final long MOST_PASSED_OVER = 1L << 28;

	/** @throws TintypeException if the stream is no zip, no model, damaged or too large */
	static ModelEntries read(InputStream stream, String source) {
		byte[] card = null;
		byte[] coefficients = null;
		boolean any = false;
		try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(stream))) {
			long budget = MOST_PASSED_OVER;
			for (ZipEntry entry; (entry = zip.getNextEntry()) != null && (card == null || coefficients == null);) {
				any = true;
				if (entry.getName().equals(ModelFile.CARD)) card = bounded(zip, LARGEST_CARD);
				else if (entry.getName().equals(ModelFile.COEFFICIENTS)) coefficients = bounded(zip, LARGEST_COEFFICIENTS);
				else budget -= passedOver(zip, budget);
			}
		}
		catch (IOException e) {
			throw new TintypeException(source + " is truncated or damaged: copy or download it again.", e);
		}
		catch (IllegalArgumentException e) {
			throw new TintypeException(source + " is not a Tintype model (" + e.getMessage() + "): choose a model file that Tintype wrote.", e);
		}
		if (!any) throw new TintypeException(source + " is not a model (not a zip file): choose a model file that Tintype wrote.");
		if (card == null) throw new TintypeException(source + " is a zip file but not a Tintype model (it has no " + //
			ModelFile.CARD + "): choose a model file that Tintype wrote.");
		return new ModelEntries(card, coefficients);
	}

	private static byte[] bounded(InputStream in, int most) throws IOException {
		byte[] bytes = in.readNBytes(most + 1);
		if (bytes.length > most) throw new IllegalArgumentException("an entry is larger than any model's");
		return bytes;
	}

	private static long passedOver(InputStream in, long budget) throws IOException {
		byte[] buffer = new byte[1 << 16];
		long count = 0;
		for (int n; (n = in.read(buffer)) > 0;)
			if ((count += n) > budget) throw new IllegalArgumentException("it holds more than any model does");
		return count;
	}
}
