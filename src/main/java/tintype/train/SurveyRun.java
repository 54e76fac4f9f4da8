package tintype.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbHistogram;
import tintype.color.Lab;

/** One survey: some threads take picture after picture, the caller waits and tells how far they are. */
final class SurveyRun {

	/** Of a picture; more would change the shares of its colours less than the next picture does. */
	private static final double MOST_PIXELS = 1 << 20;

	/**
	 * What one picture is good for.
	 *
	 * @param reason why it is not usable, or null
	 * @param hash   null if it is not usable
	 */
	record Finding(Path file, String reason, long pixels, PerceptualHash hash) {

		boolean usable() {
			return reason == null;
		}
	}

	private final List<Path> files;
	private final PhotoReader reader;
	private final int smallestEdge;
	private final int threads;
	private final Finding[] findings;
	private final AtomicInteger next = new AtomicInteger();
	private final AtomicInteger done = new AtomicInteger();
	private final AbHistogram histogram = new AbHistogram();
	private volatile boolean stopped;

	SurveyRun(List<Path> files, PhotoReader reader, int smallestEdge, int threads) {
		this.files = files;
		this.reader = reader;
		this.smallestEdge = smallestEdge;
		this.threads = Math.max(1, Math.min(threads, files.size()));
		this.findings = new Finding[files.size()];
	}

	/** One per file, in their order. */
	List<Finding> findings(Progress progress) {
		ExecutorService pool = Executors.newFixedThreadPool(threads, new DaemonThreads("Tintype survey"));
		try {
			List<Future<AbHistogram>> counts = new ArrayList<>();
			for (int i = 0; i < threads; i++)
				counts.add(pool.submit(this::work));
			for (Future<AbHistogram> count : counts)
				histogram.add(awaited(count, progress));
			return Arrays.asList(findings);
		}
		finally {
			stopped = true;
			pool.shutdownNow();
		}
	}

	/** Colours of all usable pictures, once the findings are there. */
	AbHistogram histogram() {
		return histogram;
	}

	private AbHistogram awaited(Future<AbHistogram> count, Progress progress) {
		if (progress.canceled()) throw new CancellationException("Canceled");
		Runnable tell = () -> progress.report(done.get(), files.size(), "Counting colours");
		tell.run();
		return Awaited.value(count, progress, tell);
	}

	/** Each thread counts for itself; sums of whole numbers come out the same in any order. */
	private AbHistogram work() {
		AbHistogram own = new AbHistogram();
		for (int i = next.getAndIncrement(); i < findings.length && !stopped; i = next.getAndIncrement()) {
			findings[i] = finding(files.get(i), own);
			done.incrementAndGet();
		}
		return own;
	}

	private Finding finding(Path file, AbHistogram own) {
		try {
			return reader.read(file, photo -> judged(file, photo, own));
		}
		catch (TintypeException e) {
			return new Finding(file, e.getMessage(), 0, null);
		}
	}

	private Finding judged(Path file, Photo photo, AbHistogram own) {
		String reason = fault(file, photo);
		if (reason != null) return new Finding(file, reason, photo.rgb().length, null);
		count(photo, own);
		return new Finding(file, null, photo.rgb().length, PerceptualHash.of(photo));
	}

	private String fault(Path file, Photo photo) {
		if (Math.min(photo.width(), photo.height()) < smallestEdge) return file + " is smaller than " + smallestEdge + " pixels";
		if (photo.isGrey()) return file + " has no colour";
		if (photo.isOneColour()) return file + " has only one colour";
		return null;
	}

	private static void count(Photo photo, AbHistogram own) {
		int step = (int) Math.ceil(Math.sqrt(photo.rgb().length / MOST_PIXELS));
		double[] lab = new double[3];
		for (int y = step / 2; y < photo.height(); y += step)
			for (int x = step / 2; x < photo.width(); x += step) {
				Lab.fromSrgb(photo.rgb()[y * photo.width() + x], lab);
				own.add(lab[1], lab[2]);
			}
	}
}
