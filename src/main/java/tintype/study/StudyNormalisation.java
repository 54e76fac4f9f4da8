package tintype.study;

import java.util.List;

import tintype.Labelled;
import tintype.TintypeException;

/** Whether batch normalisation stands before each activation. */
public enum StudyNormalisation implements Labelled {

	OFF("off", List.of(false)), //
	ON("on", List.of(true)), //
	BOTH("both", List.of(false, true));

	private final String label;
	private final List<Boolean> choices;

	StudyNormalisation(String label, List<Boolean> choices) {
		this.label = label;
		this.choices = choices;
	}

	@Override
	public String label() {
		return label;
	}

	/** @throws TintypeException if there is none of this label */
	public static StudyNormalisation of(String label) {
		return Labelled.of(StudyNormalisation.class, "choice of batch normalisation", label);
	}

	/** One or two ways to run each network. */
	public List<Boolean> choices() {
		return choices;
	}
}
