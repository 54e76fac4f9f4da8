package tintype.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import net.imglib2.FinalInterval;

import org.junit.jupiter.api.Test;

import tintype.color.AbGrid;
import tintype.color.AnnealedMean;

class BinMapTest {

	private static final AbGrid GRID = AbGrid.of(new double[] { -40, 40 }, new double[] { 0, 20 });

	/** Two cells: one surely of the first bin, one with the second three times as likely. */
	private static final BinMap MAP = new BinMap(GRID, 2, 1, new float[] { 50, 1, 0, 1 + (float) Math.log(3) });

	@Test
	void probabilitiesSumToOne() {
		assertArrayEquals(new float[] { 1, 0.25f, 0, 0.75f }, MAP.probabilities(), 1e-6f);
	}

	@Test
	void meanIsOfProbabilities() {
		assertArrayEquals(new float[] { 0.625f, 0.625f, 0.375f, 0.375f }, BinMap.mean(List.of(MAP, MAP.mirrored())).probabilities(), 1e-6f);
	}

	@Test
	void mirroredTwiceIsTheSame() {
		assertArrayEquals(new float[] { 1, 50, 1 + (float) Math.log(3), 0 }, MAP.mirrored().logits());
		assertArrayEquals(MAP.logits(), MAP.mirrored().mirrored().logits());
	}

	@Test
	void decodedIsTheMeanTimesSaturation() {
		ChromaMap chroma = MAP.decoded(new AnnealedMean(GRID, 1), 0.5);
		assertArrayEquals(new float[] { -20, 10 }, chroma.a(), 1e-4f);
		assertArrayEquals(new float[] { 0, 7.5f }, chroma.b(), 1e-4f);
	}

	/** Other prior shares: what was three times as likely becomes as likely as the other. */
	@Test
	void offsetsMakeBinsLikelier() {
		float[] a = new float[2], b = new float[2];
		new AnnealedMean(GRID, 1, new double[] { Math.log(3), 0 }).ofLogits(MAP.logits(), 2, a, b);
		assertArrayEquals(new float[] { -40, 0 }, a, 1e-4f);
	}

	/** Linear between the centres of the cells, which lie in the middle of four pixels each, and even beyond. */
	@Test
	void samplesBetweenCentres() {
		ChromaMap chroma = new ChromaMap(2, 1, new float[] { 0, 8 }, new float[] { 0, 0 });
		float[] a = new float[8], b = new float[8];
		chroma.sample(new FinalInterval(8, 1), new FinalInterval(8, 1), a, b);
		assertArrayEquals(new float[] { 0, 0, 1, 3, 5, 7, 8, 8 }, a, 1e-6f);
		float[] part = new float[2];
		chroma.sample(new FinalInterval(8, 1), FinalInterval.createMinSize(3, 0, 2, 1), part, new float[2]);
		assertArrayEquals(new float[] { 3, 5 }, part, 1e-6f);
		assertEquals(0, b[3]);
	}
}
