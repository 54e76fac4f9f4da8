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
 * The same work on many pictures, one after the other, so that memory does not grow with
 * their number. What is done already is skipped, so a run that was stopped, killed or met
 * a power cut goes on when it is started again; a picture that fails does not stop the
 * others.
 */
final class Batch implements AutoCloseable {

	/** What is done to a picture. */
	interface Work {

		/**
		 * @param result file or folder to write, whole or not at all; its folder exists
		 * @throws TintypeException with the reason if it can't be done
		 * @throws CancellationException when canceled
		 */
		void on(Path picture, Path result, Progress progress) throws IOException;
	}

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

	/** Whether there is anything to do; if not, nothing has to be opened for it. */
	boolean isOpen() {
		return !open.isEmpty();
	}

	/**
	 * Works on all that is not done yet, and tells in the Log how it went.
	 *
	 * @param work not needed if nothing is open
	 * @throws TintypeException      if none of the pictures could be done
	 * @throws CancellationException when canceled; what is done stays
	 */
	BatchReport run(Work work, Progress progress) {
		try {
			long start = System.nanoTime();
			for (int i = 0; i < open.size(); i++) {
				if (progress.canceled()) throw new CancellationException("Canceled");
				BatchPicture picture = open.get(i);
				Progress part = new BatchProgress(progress, i, open.size(), picture.file().getFileName().toString(), start);
				part.report(0, 1, "opening");
				one(work, picture, part);
			}
		}
		catch (CancellationException e) {
			failures.finish();
			IJ.log(name + " was canceled: " + report().words() + ". The same command goes on.");
			throw e;
		}
		failures.finish();
		return told();
	}

	private void one(Work work, BatchPicture picture, Progress progress) {
		try {
			Files.createDirectories(picture.result().getParent());
			work.on(picture.file(), picture.result(), progress);
			done++;
		}
		catch (CancellationException e) {
			throw e;
		}
		catch (TintypeException e) {
			// ImageJ's reader gives up at ESC, too.
			if (progress.canceled()) throw new CancellationException("Canceled");
			failures.add(picture.file(), e.getMessage());
		}
		catch (IOException e) {
			failures.add(picture.file(), "The result could not be written to " + picture.result() + ": check that the folder is writable and has space.");
		}
		catch (OutOfMemoryError e) {
			failures.add(picture.file(), "Memory ran out: give ImageJ more in Edit > Options > Memory & Threads, or shrink the picture.");
		}
		catch (RuntimeException e) { // a defect in one picture's way must not cost all others
			failures.add(picture.file(), "The work on it failed with " + e + ": please report this, with the picture.");
		}
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
