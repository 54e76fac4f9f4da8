package tintype.inspect.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.filter.Filter;
import io.jhdf.filter.PipelineFilterWithData;

import org.junit.jupiter.api.Test;

import tintype.TintypeException;

/** Datasets in chunks that jut out over their edges, shuffled, packed, and with a checksum. */
class Hdf5ChunksTest {

	private static final int[] SHAPE = { 5, 7 };
	private static final int[] CHUNK = { 2, 4 };

	/** Filters by their numbers in HDF5: 1 deflate, 2 shuffle, 3 checksum. */
	private static ChunkedDataset dataset(int[] shape, int[] chunk, int... filters) {
		Class<?>[] kinds = { ChunkedDataset.class };
		return (ChunkedDataset) Proxy.newProxyInstance(ChunkedDataset.class.getClassLoader(), kinds, (proxy, method, arguments) -> switch (method.getName()) {
			case "getDimensions" -> shape.clone();
			case "getChunkDimensions" -> chunk.clone();
			case "getFilters" -> Arrays.stream(filters).mapToObj(Hdf5ChunksTest::filter).toList();
			case "getPath" -> "/w";
			case "getRawChunkBuffer" -> packed((int[]) arguments[0], chunk, List.of(Arrays.stream(filters).boxed().toArray(Integer[]::new)));
			default -> throw new UnsupportedOperationException(method.getName());
		});
	}

	private static PipelineFilterWithData filter(int id) {
		Filter filter = (Filter) Proxy.newProxyInstance(Filter.class.getClassLoader(), new Class<?>[] { Filter.class }, (proxy, method, arguments) -> id);
		try {
			Constructor<PipelineFilterWithData> constructor = PipelineFilterWithData.class.getDeclaredConstructor(Filter.class, int[].class);
			constructor.setAccessible(true);
			return constructor.newInstance(filter, new int[] { 4 });
		}
		catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** A chunk of 10 y + x, as HDF5 writes it. */
	private static ByteBuffer packed(int[] at, int[] chunk, List<Integer> filters) throws IOException {
		ByteBuffer plain = ByteBuffer.allocate(4 * chunk[0] * chunk[1]).order(ByteOrder.LITTLE_ENDIAN);
		for (int y = 0; y < chunk[0]; y++)
			for (int x = 0; x < chunk[1]; x++)
				plain.putFloat(10 * (at[0] + y) + at[1] + x);
		byte[] bytes = plain.array();
		if (filters.contains(2)) {
			byte[] shuffled = new byte[bytes.length];
			for (int i = 0; i < bytes.length; i++)
				shuffled[i % 4 * (bytes.length / 4) + i / 4] = bytes[i];
			bytes = shuffled;
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		if (filters.contains(1)) try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
			deflater.write(bytes);
		}
		else out.write(bytes);
		if (filters.contains(3)) out.write(new byte[4]);
		return ByteBuffer.wrap(out.toByteArray());
	}

	@Test
	void joinsWhatWasCutUp() {
		for (int[] filters : new int[][] { {}, { 1 }, { 2 }, { 2, 1 }, { 2, 1, 3 }, { 3 } }) {
			ByteBuffer joined = Hdf5Chunks.joined(dataset(SHAPE, CHUNK, filters), 4, new Allowance("f.h5", 0)).order(ByteOrder.LITTLE_ENDIAN);
			float[] values = new float[35], expected = new float[35];
			joined.asFloatBuffer().get(values);
			for (int i = 0; i < expected.length; i++)
				expected[i] = 10 * (i / 7) + i % 7;
			assertArrayEquals(expected, values);
		}
	}

	@Test
	void hugeClaimsAreRefused() {
		for (int[] shape : new int[][] { { 1 << 30, 7 }, { 1 << 30, 1 << 30 }, { 100_000, 100 } })
			assertThrows(RuntimeException.class, () -> Hdf5Chunks.joined(dataset(shape, new int[] { 1, 1 }), 4, new Allowance("f.h5", 1000)));
		assertThrows(TintypeException.class, () -> Hdf5Chunks.joined(dataset(SHAPE, new int[] { 1 << 20, 1 << 10 }, 1), 4, new Allowance("f.h5", 1000)));
	}

	@Test
	void otherPackingsAreRefused() {
		String sentence = assertThrows(TintypeException.class, () -> Hdf5Chunks.joined(dataset(SHAPE, CHUNK, 32000), 4, new Allowance("f.h5", 0))).getMessage();
		assertEquals("The weights /w are packed in a way that Keras does not use: save the model again with model.save().", sentence);
	}

	@Test
	void numbersOfTwoBytesAreWidened() {
		ByteBuffer half = ByteBuffer.allocate(6).putShort((short) 0x3e00).putShort((short) 0xc000).putShort((short) 1).flip();
		assertArrayEquals(new float[] { 1.5f, -2, 0x1p-24f }, Hdf5Numbers.floats(half, 3, 2, 5));
		ByteBuffer bfloat = ByteBuffer.allocate(4).putShort((short) 0x3fc0).putShort((short) 0xc000).flip();
		assertArrayEquals(new float[] { 1.5f, -2 }, Hdf5Numbers.floats(bfloat, 2, 2, 8));
	}
}
