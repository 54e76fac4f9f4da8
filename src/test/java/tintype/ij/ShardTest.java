package tintype.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tintype.TintypeException;

class ShardTest {

	@Test
	void readsWhatItsUserWrites() {
		assertEquals(new Shard(3, 8), Shard.of("3/8"));
		assertEquals(new Shard(3, 8), Shard.of(" 3 / 8 "));
		assertEquals(Shard.ALL, Shard.of(" "));
		assertEquals("", Shard.of("").suffix());
		assertEquals("-3-of-8", Shard.of("3/8").suffix());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0/4", "5/4", "1", "1/0", "-1/4", "a/b", "1/4/2", "1.5/2", "99999999999/2" })
	void refusesWhatIsNoShare(String text) {
		TintypeException e = assertThrows(TintypeException.class, () -> Shard.of(text));
		assertTrue(e.getMessage().startsWith("The shard " + text + " is no share"), e.getMessage());
	}

	/** Each item in exactly one share, in the list's order, and no share much longer than another. */
	@Test
	void sharesMakeTheList() {
		List<Integer> all = IntStream.range(0, 23).boxed().toList();
		for (int count = 1; count <= 30; count++) {
			List<Integer> together = new ArrayList<>();
			for (int index = 1; index <= count; index++) {
				List<Integer> share = new Shard(index, count).of(all);
				assertTrue(Math.abs(share.size() - 23.0 / count) < 1);
				assertEquals(share.stream().sorted().toList(), share);
				together.addAll(share);
			}
			assertEquals(all, together.stream().sorted().toList());
		}
		assertEquals(List.of(1, 5, 9, 13, 17, 21), new Shard(2, 4).of(all));
	}
}
