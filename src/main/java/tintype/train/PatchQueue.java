package tintype.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

import org.nd4j.linalg.dataset.DataSet;

import tintype.Progress;
import tintype.nn.Backend;
import tintype.nn.RebalancedCrossEntropy;

/**
 * Hands out the batches of a {@link PatchSampler} in order, as tensors, and
 * makes the next ones meanwhile: the pictures of a block are read in parallel,
 * one block and a few batches ahead. Besides that nothing stays in memory, so
 * folders may be larger than it.
 * <p>
 * One thread takes batches; any may close. Whoever takes a batch closes its
 * tensors.
 */
final class PatchQueue implements AutoCloseable {

	/** Batches of tensors that wait to be taken. */
	private static final int AHEAD = 4;

	private final PatchSampler sampler;
	private final RebalancedCrossEntropy loss;
	private final int batch;
	private final int blockLength;
	private final ExecutorService readers;
	private final ExecutorService writers;

	/** Guards all that follows but the counters. */
	private final Object lock = new Object();
	private final Deque<CompletableFuture<DataSet>> ahead = new ArrayDeque<>();
	private final Map<Long, CompletableFuture<Patch[][]>> blocks = new TreeMap<>();
	private long begun;
	private boolean closed;

	private final AtomicLong pictures = new AtomicLong();
	private volatile long waited;

	/**
	 * Starts to read at once.
	 *
	 * @param loss  writes the tensors
	 * @param batch patches per batch
	 * @param first index of the batch to begin with, from 0
	 */
	PatchQueue(PatchSampler sampler, RebalancedCrossEntropy loss, int batch, long first) {
		this(sampler, loss, batch, first, Runtime.getRuntime().availableProcessors());
	}

	/** @param threads that read, 1 or more; the batches do not depend on it */
	PatchQueue(PatchSampler sampler, RebalancedCrossEntropy loss, int batch, long first, int threads) {
		Backend.start();
		this.sampler = sampler;
		this.loss = loss;
		this.batch = batch;
		this.begun = first;
		this.blockLength = sampler.blockLength(batch);
		this.readers = Executors.newFixedThreadPool(threads, new DaemonThreads("Tintype pictures"));
		this.writers = Executors.newFixedThreadPool(Math.min(threads, AHEAD), new DaemonThreads("Tintype patches"));
		synchronized (lock) {
			fill();
		}
	}

	/** As {@link #next(Progress)}, for a caller who does not change his mind. */
	DataSet next() {
		return next(Progress.NONE);
	}

	/**
	 * The next batch, after waiting for it if need be.
	 *
	 * @param progress asked while waiting, which takes seconds for large pictures
	 * @throws tintype.TintypeException if a picture can't be read any more
	 * @throws CancellationException    if the caller cancels, or the queue is or
	 *                                  gets closed
	 */
	DataSet next(Progress progress) {
		CompletableFuture<DataSet> head;
		synchronized (lock) {
			requireOpen();
			head = ahead.peek();
		}
		DataSet data = awaited(head, progress);
		synchronized (lock) {
			requireOpen(); // else the tensors are closed by now
			ahead.remove();
			fill();
		}
		return data;
	}

	private void requireOpen() {
		if (closed) throw new CancellationException("The queue is closed");
	}

	private DataSet awaited(CompletableFuture<DataSet> future, Progress progress) {
		long start = System.nanoTime();
		try {
			return Awaited.value(future, progress, () -> {});
		}
		finally {
			waited += System.nanoTime() - start;
		}
	}

	/** Seconds that {@link #next()} has waited, all calls together. */
	double waitedSeconds() {
		return waited * 1e-9;
	}

	/** Pictures decoded so far. */
	long picturesRead() {
		return pictures.get();
	}

	private void fill() {
		for (; ahead.size() < AHEAD; begun++)
			ahead.add(begin(begun));
		blocks.keySet().removeIf(block -> block < (begun - 1) / blockLength);
		block((begun - 1) / blockLength + 1);
	}

	private CompletableFuture<DataSet> begin(long index) {
		CompletableFuture<DataSet> made = new CompletableFuture<>();
		block(index / blockLength).whenCompleteAsync((patches, failure) -> {
			if (failure != null) made.completeExceptionally(failure);
			else write(patches[(int) (index % blockLength)], made);
		}, writers);
		return made;
	}

	private void write(Patch[] patches, CompletableFuture<DataSet> made) {
		try {
			DataSet data = loss.batch(all(patches, Patch::lightness), all(patches, Patch::a), all(patches, Patch::b), //
				sampler.shape().cells(), sampler.shape().outer());
			if (!made.complete(data)) Learner.close(data);
		}
		catch (RuntimeException | Error e) {
			made.completeExceptionally(e);
		}
	}

	private static float[][] all(Patch[] patches, Function<Patch, float[]> part) {
		return Stream.of(patches).map(part).toArray(float[][]::new);
	}

	private CompletableFuture<Patch[][]> block(long block) {
		return blocks.computeIfAbsent(block, this::read);
	}

	private CompletableFuture<Patch[][]> read(long block) {
		Patch[][] made = new Patch[blockLength][batch];
		CompletableFuture<?>[] readings = sampler.pictures(block, batch).entrySet().stream().map(picture -> CompletableFuture.runAsync(() -> {
			sampler.cut(picture.getKey(), picture.getValue(), block * blockLength, made);
			pictures.incrementAndGet();
		}, readers)).toArray(CompletableFuture[]::new);
		return CompletableFuture.allOf(readings).thenApply(all -> made);
	}

	/** Ends the threads, as soon as the pictures they are at are read, and closes the tensors that nobody took. */
	@Override
	public void close() {
		synchronized (lock) {
			if (closed) return;
			closed = true;
			for (CompletableFuture<DataSet> future : ahead)
				if (!future.cancel(false) && !future.isCompletedExceptionally()) Learner.close(future.join());
			ahead.clear();
			blocks.clear();
		}
		readers.shutdownNow();
		writers.shutdownNow();
	}
}
