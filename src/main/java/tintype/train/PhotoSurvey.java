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
import tintype.color.Lab;

/**
 * The first pass over a folder of pictures: which of them can be learned from,
 * and which colours they hold.
 *
 * @param usable    the pictures to train on
 * @param skipped   the others, each with the reason
 * @param histogram colours of all usable pictures
 */
public record PhotoSurvey(List<Path> usable, Map<Path, String> skipped, AbHistogram histogram) {

	/**
	 * Reads every picture once.
	 *
	 * @param smallestEdge pictures with a shorter edge are skipped, in pixels
	 * @throws TintypeException      if no picture is usable
	 * @throws CancellationException when the caller cancels
	 */
	public static PhotoSurvey of(PhotoFolder folder, int smallestEdge, Progress progress) {
		PhotoSurvey survey = new PhotoSurvey(new ArrayList<>(), new LinkedHashMap<>(), new AbHistogram());
		for (Path file : folder.files()) {
			if (progress.canceled()) throw new CancellationException("Canceled");
			progress.report(survey.usable.size() + survey.skipped.size(), folder.files().size(), "Counting colours");
			survey.add(file, smallestEdge);
		}
		if (survey.usable.isEmpty()) throw new TintypeException( //
			"No picture in " + folder.folder() + " can be learned from (" + survey.skipped.values().iterator().next() + "): choose colour pictures.");
		return survey;
	}

	private void add(Path file, int smallestEdge) {
		try {
			Photo photo = PhotoReader.read(file);
			if (Math.min(photo.width(), photo.height()) < smallestEdge) skipped.put(file, //
				file + " is smaller than " + smallestEdge + " pixels");
			else if (photo.isGrey()) skipped.put(file, file + " has no colour");
			else {
				count(photo);
				usable.add(file);
			}
		}
		catch (TintypeException e) {
			skipped.put(file, e.getMessage());
		}
	}

	private void count(Photo photo) {
		double[] lab = new double[3];
		for (int rgb : photo.rgb()) {
			Lab.fromSrgb(rgb, lab);
			histogram.add(lab[1], lab[2]);
		}
	}
}
