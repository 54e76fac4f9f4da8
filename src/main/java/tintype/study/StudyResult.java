package tintype.study;

import java.util.List;

/**
 * The finished runs of a study.
 *
 * @param data     name of the pictures
 * @param settings that all runs share
 * @param runs     in the order of the study: by seed, then normalisation, then activation
 */
public record StudyResult(String data, StudySettings settings, List<StudyRun> runs) {

	public StudyResult {
		runs = List.copyOf(runs);
	}

	/** Whether no run is missing, as some are after a cancel. */
	public boolean isComplete() {
		return runs.size() == settings.runs();
	}

	/** Those of one setting, by seed. */
	public List<StudyRun> runs(StudyActivation activation, boolean batchNorm) {
		return runs.stream().filter(run -> run.activation() == activation && run.batchNorm() == batchNorm).toList();
	}
}
