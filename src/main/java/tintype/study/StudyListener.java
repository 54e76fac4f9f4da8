package tintype.study;

/** Told how a study comes on; by several threads, one at a time, as runs are made side by side. */
public interface StudyListener {

	/** Hears nothing. */
	StudyListener NONE = new StudyListener() {};

	/** Called after each epoch but the last, with the epochs of its run until then; {@link StudyRun#key()} says which run it is. */
	default void learning(StudyRun soFar) {}

	/** Called with each whole run, also those found finished in the folder. */
	default void finished(StudyRun run) {}
}
