package tintype.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

import tintype.Progress;
import tintype.TintypeException;
import tintype.color.AbHistogram;

/**
 * The first pass over a folder of pictures: which of them can be learned from,
 * and which colours they hold.
 *
 * @param usable     the pictures to train on, in the order of the folder
 * @param skipped    the others, each with the reason, in the same order
 * @param histogram  colours of all usable pictures; of a picture larger than a
 *                   megapixel every n-th pixel of every n-th row counts, so that
 *                   about half a megapixel or more do
 * @param meanPixels of a usable picture
 * @param hashes     of the usable pictures
 */
public record PhotoSurvey(List<Path> usable, Map<Path, String> skipped, AbHistogram histogram, double meanPixels,
	Map<Path, PerceptualHash> hashes)
{

	/**
	 * Reads every picture once, several at a time. The result depends neither on
	 * their number nor on chance.
	 *
	 * @param reader       opens the files
	 * @param smallestEdge pictures with a shorter edge are skipped, in pixels
	 * @throws TintypeException      if no picture is usable
	 * @throws CancellationException when the caller cancels
	 */
	public static PhotoSurvey of(PhotoFolder folder, PhotoReader reader, int smallestEdge, Progress progress) {
		return of(folder, reader, smallestEdge, Runtime.getRuntime().availableProcessors(), progress);
	}

	/**
	 * As {@link #of(PhotoFolder, PhotoReader, int, Progress)}, of the pictures that
	 * only judge.
	 *
	 * @throws TintypeException if no picture is usable; the sentence says that it
	 *                          was validation that lacks one
	 */
	public static PhotoSurvey ofValidation(PhotoFolder folder, PhotoReader reader, int smallestEdge, Progress progress) {
		PhotoSurvey survey = counted(folder, reader, smallestEdge, Runtime.getRuntime().availableProcessors(), progress);
		if (survey.usable.isEmpty()) throw new TintypeException("No picture for validation in " + folder.folder() + " can be used (" + //
			survey.firstReason() + "): mend or remove it, or let a larger share of the pictures judge.");
		return survey;
	}

	/** @param threads that read, 1 or more */
	static PhotoSurvey of(PhotoFolder folder, PhotoReader reader, int smallestEdge, int threads, Progress progress) {
		PhotoSurvey survey = counted(folder, reader, smallestEdge, threads, progress);
		if (survey.usable.isEmpty()) throw new TintypeException( //
			"No picture in " + folder.folder() + " can be learned from (" + survey.firstReason() + "): choose colour pictures.");
		return survey;
	}

	private static PhotoSurvey counted(PhotoFolder folder, PhotoReader reader, int smallestEdge, int threads, Progress progress) {
		SurveyRun run = new SurveyRun(folder.files(), reader, smallestEdge, threads);
		List<SurveyRun.Finding> findings = run.findings(progress);
		PhotoSurvey survey = new PhotoSurvey(new ArrayList<>(), new LinkedHashMap<>(), run.histogram(), //
			findings.stream().filter(SurveyRun.Finding::usable).mapToLong(SurveyRun.Finding::pixels).average().orElse(0), new LinkedHashMap<>());
		findings.forEach(survey::add);
		return survey;
	}

	/** Without the full stop, to stand in another sentence. */
	private String firstReason() {
		return skipped.values().iterator().next().replaceFirst("\\.$", "");
	}

	private void add(SurveyRun.Finding finding) {
		if (finding.usable()) {
			usable.add(finding.file());
			hashes.put(finding.file(), finding.hash());
		}
		else skipped.put(finding.file(), finding.reason());
	}
}
