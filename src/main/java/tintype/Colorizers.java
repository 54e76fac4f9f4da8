package tintype;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import tintype.nn.Backend;
import tintype.nn.SingleThreads;

/**
 * A model opened several times, so that threads colour pictures side by side, each
 * without the help of native threads. Of many small pictures that is about twice as fast
 * on two processors as one after the other, as a network has parts that don't share out:
 *
 * <pre>
 * try (Colorizers colorizers = Colorizers.open("default", 2)) {
 * 	pictures.parallelStream().forEach(picture -&gt; colorizers.with(colorizer -&gt; save(colorizer.colorize(picture, Look.VIVID, Progress.NONE))));
 * }
 * </pre>
 *
 * What else of the JVM computes with ND4J meanwhile has one native thread, too. Safe for
 * any number of threads; the pixels are the same as those of one {@link Colorizer}.
 */
public final class Colorizers implements AutoCloseable {

	/** Each has weights and maps of its own, so that memory stays bounded on machines of many processors. */
	private static final int MOST = 8;

	private final String model;
	private final int count;
	private final SingleThreads single;
	private final List<Colorizer> all = new ArrayList<>();
	private final Deque<Colorizer> idle = new ArrayDeque<>();

	private Colorizers(String model, int count) {
		this.model = model;
		this.count = count;
		single = count == 1 ? null : new SingleThreads();
	}

	/**
	 * Opens a model.
	 *
	 * @param model    as {@link Colorizer#open} takes it
	 * @param pictures how many there are to colour: fewer than the processors are better
	 *                 coloured one after the other, with all of them for each
	 * @throws TintypeException as {@link Colorizer#open}
	 */
	public static Colorizers open(String model, int pictures) {
		Colorizer first = Colorizer.open(model);
		int threads = Backend.threads();
		Colorizers colorizers = new Colorizers(model, pictures < threads ? 1 : Math.min(threads, MOST));
		colorizers.all.add(first);
		colorizers.idle.add(first);
		return colorizers;
	}

	/** How many pictures can be coloured at the same time; 1 on a GPU. */
	public int count() {
		return count;
	}

	/**
	 * Does some work with a colorizer that no other thread uses meanwhile; waits for one.
	 *
	 * @throws TintypeException as {@link Colorizer#open}, and as the work
	 */
	public <T> T with(Function<Colorizer, T> work) {
		Colorizer colorizer = take();
		try {
			return single == null ? work.apply(colorizer) : alone(work, colorizer);
		}
		finally {
			giveBack(colorizer);
		}
	}

	private <T> T alone(Function<Colorizer, T> work, Colorizer colorizer) {
		List<T> result = new ArrayList<>(1);
		single.run(() -> result.add(work.apply(colorizer)));
		return result.get(0);
	}

	private synchronized Colorizer take() {
		boolean interrupted = false;
		while (idle.isEmpty() && all.size() == count) {
			try {
				wait();
			}
			catch (InterruptedException e) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
		if (!idle.isEmpty()) return idle.pop();
		Colorizer another = Colorizer.open(model);
		all.add(another);
		return another;
	}

	private synchronized void giveBack(Colorizer colorizer) {
		idle.push(colorizer);
		notifyAll();
	}

	/** Closes all; none may be at work. */
	@Override
	public synchronized void close() {
		all.forEach(Colorizer::close);
		if (single != null) single.close();
	}
}
