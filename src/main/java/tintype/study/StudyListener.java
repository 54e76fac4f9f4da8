package tintype.study;

/** Told how a study comes on, on the thread that runs it. */
public interface StudyListener {

	/** Hears nothing. */
	StudyListener NONE = new StudyListener() {};

	/** Called after each epoch but the last, with the epochs of its run until then. */
	default void learning(StudyRun soFar) {}

	/** Called with each whole run, also those found finished in the folder. */
	default void finished(StudyRun run) {}
}
