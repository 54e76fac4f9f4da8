package tintype.ij;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import ij.IJ;
import tintype.Progress;
import tintype.TintypeException;
import tintype.train.OutputLock;

/**
 * The same work on many pictures, a few at a time, so that memory does not grow with
 * their number. What is done already is skipped, so a run that was stopped, killed or met
 * a power cut goes on when it is started again; a picture that fails does not stop the
 * others.
 */
final class Batch implements AutoCloseable {

	private final String name;
	private final List<BatchPicture> pictures;
	private final List<BatchPicture> open;
	private final BatchFailures failures;
	private final OutputLock lock;
	private int done;

	/**
	 * Lists the pictures of a run.
	 *
	 * @param name   of the command, for the Log
	 * @param ending of the results' names, with its dot; empty for folders
	 * @throws TintypeException if there are no pictures, results would take their places,
	 *                          the output folder can't be made, or another run is at it
	 */
	Batch(String name, BatchRequest request, String ending) {
		this.name = name;
		Path output = output(request);
		BatchInputs inputs = BatchInputs.of(request.inputs(), output);
		if (request.inputs().isDirectory() && output.equals(inputs.base())) throw new TintypeException( //
			"The output folder is the folder of the pictures: choose another one, for instance a new folder inside it.");
		pictures = request.shard().of(BatchPicture.of(inputs, output, ending));
		open = pictures.stream().filter(picture -> !picture.isDone()).toList();
		try {
			Files.createDirectories(output);
		}
		catch (IOException e) {
			throw new TintypeException("The output folder " + output + " can't be made: choose another place.", e);
		}
		failures = new BatchFailures(output, request.shard());
		lock = new OutputLock(failures.file(), "run");
	}

	private static Path output(BatchRequest request) {
		if (request.output().getPath().isBlank()) throw new TintypeException("There is no output folder: choose one for the results.");
		try {
			return request.output().toPath().toAbsolutePath().normalize();
		}
		catch (InvalidPathException e) {
			throw new TintypeException("The name " + request.output() + " can't be a folder here: choose another one.", e);
		}
	}

	/** How many pictures are not done yet; if none, nothing has to be opened for them. */
	int open() {
		return open.size();
	}

	/**
	 * Works on all that is not done yet, one after the other on this thread, and tells in
	 * the Log how it went.
	 *
	 * @param work not needed if nothing is open
	 * @throws TintypeException      if none of the pictures could be done
	 * @throws CancellationException when canceled; what is done stays
	 */
	BatchReport run(BatchWork work, Progress progress) {
		return run(work, 1, progress);
	}

	/**
	 * As above, on several pictures at a time, as {@link BatchLine} says.
	 *
	 * @param most of them
	 */
	BatchReport run(BatchWork work, int most, Progress progress) {
		try {
			new BatchLine(work, most, progress, (picture, failure) -> ended(picture, failure, progress)).run(open);
		}
		catch (CancellationException e) {
			failures.finish();
			IJ.log(name + " was canceled: " + report().words() + ". The same command goes on.");
			throw e;
		}
		failures.finish();
		return told();
	}

	private void ended(BatchPicture picture, Throwable failure, Progress progress) {
		if (failure == null) done++;
		// ImageJ's reader gives up at ESC, too.
		else if (failure instanceof CancellationException || failure instanceof TintypeException && progress.canceled()) throw new CancellationException("Canceled");
		else if (failure instanceof Error error && !(error instanceof OutOfMemoryError)) throw error;
		else failures.add(picture.file(), reason(picture, failure));
	}

	private static String reason(BatchPicture picture, Throwable failure) {
		if (failure instanceof TintypeException) return failure.getMessage();
		if (failure instanceof IOException) return "The result could not be written to " + picture.result() + ": check that the folder is writable and has space.";
		if (failure instanceof OutOfMemoryError) return "Memory ran out: give ImageJ more in Edit > Options > Memory & Threads, or shrink the picture.";
		// A defect in one picture's way must not cost all others.
		return "The work on it failed with " + failure + ": please report this, with the picture.";
	}

	private BatchReport report() {
		return new BatchReport(done, pictures.size() - open.size(), failures.reasons());
	}

	private BatchReport told() {
		BatchReport report = report();
		int failed = report.failures().size();
		if (failed > 0 && failed == pictures.size()) throw new TintypeException((failed == 1 ? "The only picture" : "All " + failed + " pictures") + //
			" failed; the reasons are in " + failures.file() + ", first: " + failures.first());
		IJ.log(name + ": " + report.words() + (failed == 0 ? "." : "; the reasons are in " + failures.file() + "."));
		return report;
	}

	@Override
	public void close() {
		lock.close();
	}
}
