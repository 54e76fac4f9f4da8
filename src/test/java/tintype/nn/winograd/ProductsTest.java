package tintype.nn.winograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.nn.Backend;
import tintype.nn.device.OpenBlas;

class ProductsTest {

	private static final int TILES = 37, INPUTS = 5, OUTPUTS = 7;

	@BeforeEach
	void start() {
		Backend.start();
	}

	private static Spectrum random(int size, long seed) {
		Spectrum spectrum = new Spectrum(size);
		Random random = new Random(seed);
		float[] values = new float[size];
		for (int pair = 0; pair < Spectrum.PAIRS; pair++) {
			for (int i = 0; i < size; i++)
				values[i] = random.nextFloat() - 0.5f;
			spectrum.put(pair, 0, values, 0, size);
		}
		return spectrum;
	}

	private static float[] values(Spectrum spectrum, int pair, int size) {
		float[] values = new float[size];
		spectrum.get(pair, 0, values, 0, size);
		return values;
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 5, 37 })
	void partsOfAProductMakeTheSame(int parts) {
		try (Spectrum a = random(TILES * INPUTS, 1); Spectrum b = random(INPUTS * OUTPUTS, 2); Spectrum whole = random(TILES * OUTPUTS, 3);
			Spectrum cut = random(TILES * OUTPUTS, 4))
		{
			Products.multiply(a, b, whole, TILES, INPUTS, OUTPUTS, 1);
			Products.multiply(a, b, cut, TILES, INPUTS, OUTPUTS, parts);
			for (int pair = 0; pair < Spectrum.PAIRS; pair++)
				assertArrayEquals(values(whole, pair, TILES * OUTPUTS), values(cut, pair, TILES * OUTPUTS), 1e-6f);
			Products.ofKernels(a, whole, b, TILES, INPUTS, OUTPUTS, 1);
			try (Spectrum sum = random(INPUTS * OUTPUTS, 5)) {
				Products.ofKernels(a, whole, sum, TILES, INPUTS, OUTPUTS, parts);
				for (int pair = 0; pair < Spectrum.PAIRS; pair++)
					assertArrayEquals(values(b, pair, INPUTS * OUTPUTS), values(sum, pair, INPUTS * OUTPUTS), 1e-6f);
			}
		}
	}

	/** Each at most a million multiplications, if that leaves enough rows. */
	@ParameterizedTest
	@CsvSource({ "160, 12, 24, 1", "160, 72, 84, 1", "160, 84, 100, 2", "272, 84, 100, 3", "160, 273, 313, 1" })
	void smallParts(int tiles, int inputs, int outputs, int parts) {
		assertEquals(parts, Products.smallParts(tiles, inputs, outputs));
	}

	/** Only OpenBLAS's kernels for AVX-512 have others for small products. */
	@Test
	void productsAreSmallWithFewChannelsAndAvx512() {
		boolean wide = Set.of("SkylakeX", "Cooperlake", "SapphireRapids").contains(OpenBlas.core().orElse(""));
		assertEquals(wide, Products.areSmall(87, 100));
		assertFalse(Products.areSmall(273, 313));
	}

	@Test
	void elementsLieRowByRow() {
		try (Spectrum a = random(4, 1)) {
			assertEquals(values(a, 35, 4)[3], a.matrix(35, 3).get(0));
		}
	}
}
