package tintype.inspect.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * The order in which DeepLearning4J runs the vertices of a graph whose file does not
 * state it, and stores their weights. Kahn's algorithm; of several vertices that
 * become free together, the order is that of Java's hash sets of their numbers, as
 * there.
 */
final class TopologicalOrder {

	private TopologicalOrder() {}

	/**
	 * @param vertices in the file's order
	 * @return names of inputs and vertices; those on a cycle are missing
	 */
	static List<String> of(List<String> inputs, Map<String, Dl4jNetwork.Vertex> vertices) {
		List<String> names = new ArrayList<>(inputs);
		names.addAll(vertices.keySet());
		Map<String, Integer> numbers = new HashMap<>();
		for (int i = 0; i < names.size(); i++)
			numbers.put(names.get(i), i);
		Map<Integer, Set<Integer>> waiting = new HashMap<>(), readers = new HashMap<>();
		vertices.values().forEach(vertex -> {
			int number = numbers.get(vertex.name());
			Set<Integer> reads = waiting.computeIfAbsent(number, key -> new HashSet<>());
			for (String read : vertex.reads())
				if (numbers.containsKey(read)) {
					reads.add(numbers.get(read));
					readers.computeIfAbsent(numbers.get(read), key -> new HashSet<>()).add(number);
				}
		});
		return order(names, waiting, readers);
	}

	private static List<String> order(List<String> names, Map<Integer, Set<Integer>> waiting, Map<Integer, Set<Integer>> readers) {
		Queue<Integer> free = new ArrayDeque<>();
		for (int i = 0; i < names.size(); i++)
			if (isEmpty(waiting.get(i))) free.add(i);
		List<String> order = new ArrayList<>();
		while (!free.isEmpty()) {
			int next = free.remove();
			order.add(names.get(next));
			for (int reader : readers.getOrDefault(next, Set.of())) {
				Set<Integer> reads = waiting.get(reader);
				if (reads.remove(next) && reads.isEmpty()) free.add(reader);
			}
		}
		return order;
	}

	private static boolean isEmpty(Collection<?> collection) {
		return collection == null || collection.isEmpty();
	}
}
