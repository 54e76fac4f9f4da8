package tintype.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

import tintype.Progress;
import tintype.inspect.plain.Recomputation;

class CopiesTest {

	private final Recomputation engine = new Recomputation(Progress.NONE);
	private final Copies<DoubleTensor> copies = new Copies<>(engine);

	@Test
	void theSameValuesAreCopiedOnce() {
		DoubleTensor values = engine.put(Layers.waves(0, 2, 3));
		Tensor first = copies.of(values);
		assertSame(first, copies.of(values));
		assertArrayEquals(Layers.waves(0, 2, 3).values(), first.values());
	}

	@Test
	void equalOnesAreOthers() {
		DoubleTensor values = engine.put(Layers.waves(0, 2, 3));
		Tensor first = copies.of(values), other = copies.of(engine.put(Layers.waves(0, 2, 3)));
		assertNotSame(first, other);
		assertNotSame(first, copies.of(values));
	}
}
