package tintype.inspect.read;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.PipelineFilterWithData;

import tintype.TintypeException;

/**
 * Joins the chunks of a dataset. Each is unpacked into the size that it must have, so
 * that a few packed bytes cannot swell into gigabytes, as jhdf would let them.
 */
final class Hdf5Chunks {

	private static final int DEFLATE = 1, SHUFFLE = 2, CHECKSUM = 3;
	private static final int BYTES_OF_CHECKSUM = 4;
	private static final int MOST_CHUNKS = 1 << 20;

	private final ChunkedDataset dataset;
	private final int[] shape;
	private final int[] chunk;
	private final int width;
	private final List<PipelineFilterWithData> filters;
	private final byte[] all;

	private Hdf5Chunks(ChunkedDataset dataset, int width, Allowance allowance) {
		this.dataset = dataset;
		this.width = width;
		shape = dataset.getDimensions();
		chunk = dataset.getChunkDimensions();
		filters = dataset.getFilters();
		if (shape.length == 0 || chunk.length != shape.length || Arrays.stream(chunk).anyMatch(edge -> edge < 1)) throw damaged(null);
		allowance.take(Math.multiplyExact(count(shape), width));
		allowance.take(Math.multiplyExact(count(chunk), 2L * width));
		all = new byte[Math.toIntExact(count(shape) * width)];
	}

	/**
	 * All bytes of a dataset, row by row.
	 *
	 * @param width bytes of each element
	 * @throws TintypeException if a chunk is missing or damaged, or packed in a way that Keras does not use
	 */
	static ByteBuffer joined(ChunkedDataset dataset, int width, Allowance allowance) {
		Hdf5Chunks chunks = new Hdf5Chunks(dataset, width, allowance);
		chunks.join();
		return ByteBuffer.wrap(chunks.all);
	}

	private static long count(int[] edges) {
		return Arrays.stream(edges).asLongStream().reduce(1, Math::multiplyExact);
	}

	private void join() {
		long chunks = 1;
		for (int k = 0; k < shape.length; k++)
			chunks = Math.multiplyExact(chunks, (shape[k] + chunk[k] - 1L) / chunk[k]);
		if (chunks > MOST_CHUNKS) throw damaged(null);
		byte[] packed = new byte[Math.toIntExact(count(chunk) * width)], plain = new byte[packed.length];
		int[] at = new int[shape.length];
		for (long i = 0; i < chunks; i++) {
			unpack(dataset.getRawChunkBuffer(at), packed, plain);
			copy(plain, at);
			for (int k = shape.length - 1; k >= 0 && (at[k] += chunk[k]) >= shape[k]; k--)
				at[k] = 0;
		}
	}

	/** Undoes what was done when the chunk was written, last first. */
	private void unpack(ByteBuffer raw, byte[] first, byte[] plain) {
		List<Integer> steps = filters.stream().map(PipelineFilterWithData::getId).toList();
		if (steps.contains(CHECKSUM)) raw.limit(raw.limit() - BYTES_OF_CHECKSUM);
		boolean shuffled = steps.contains(SHUFFLE);
		byte[] target = shuffled ? first : plain;
		List<Integer> known = steps.stream().filter(step -> step != CHECKSUM).toList();
		if (known.equals(List.of(SHUFFLE, DEFLATE)) || known.equals(List.of(DEFLATE))) inflate(raw, target);
		else if (known.isEmpty() || known.equals(List.of(SHUFFLE))) raw.get(target);
		else throw new TintypeException("The weights " + dataset.getPath() + " are packed in a way that Keras does not use: save the model again with model.save().");
		if (shuffled) unshuffle(first, plain);
	}

	private void inflate(ByteBuffer raw, byte[] target) {
		Inflater inflater = new Inflater();
		try {
			inflater.setInput(raw);
			int done = 0, step = 1;
			while (done < target.length && step > 0) {
				step = inflater.inflate(target, done, target.length - done);
				done += step;
			}
			if (done < target.length) throw damaged(null);
		}
		catch (DataFormatException e) {
			throw damaged(e);
		}
		finally {
			inflater.end();
		}
	}

	/** From all first bytes, all second bytes and so on to whole numbers. */
	private void unshuffle(byte[] shuffled, byte[] plain) {
		int elements = plain.length / width;
		for (int k = 0, i = 0; k < width; k++)
			for (int element = 0; element < elements; element++)
				plain[element * width + k] = shuffled[i++];
	}

	/** Row by row, without what juts out over the dataset. */
	private void copy(byte[] plain, int[] at) {
		int last = shape.length - 1;
		int length = Math.min(chunk[last], shape[last] - at[last]) * width;
		int[] row = new int[shape.length];
		for (int from = 0; from < plain.length; from += chunk[last] * width) {
			long to = 0;
			boolean inside = true;
			for (int k = 0; k < shape.length; k++) {
				inside &= at[k] + row[k] < shape[k];
				to = to * shape[k] + at[k] + row[k];
			}
			if (inside) System.arraycopy(plain, from, all, (int) to * width, length);
			for (int k = last - 1; k >= 0 && ++row[k] == chunk[k]; k--)
				row[k] = 0;
		}
	}

	private TintypeException damaged(Exception cause) {
		return Damage.of("The weights " + dataset.getPath() + " cannot be unpacked", cause);
	}
}
