package tintype.ij;

import tintype.train.TrainingLog;

/** The two places where a training is followed: the Log and the windows. */
record TrainingViews(TrainingDiary diary, TrainingWindows windows) implements TrainingLog {

	@Override
	public void started(Outline outline) {
		diary.started(outline);
		windows.started(outline);
	}

	@Override
	public void add(Row row) {
		diary.add(row);
		windows.add(row);
	}

	@Override
	public void warn(String sentence) {
		diary.warn(sentence);
	}
}
