package tintype.study;

import tintype.TintypeException;

/**
 * What a study learns from, and what it is judged by.
 *
 * @param name     for titles, e.g. "MNIST"
 * @param training pictures to learn from, at least one
 * @param test     other pictures of the same size and classes, at least one
 */
public record StudyData(String name, LabelledImages training, LabelledImages test) {

	/** @throws TintypeException if one part is empty or they do not fit together */
	public StudyData {
		if (training.count() == 0 || test.count() == 0) throw new TintypeException( //
			"There are " + training.count() + " pictures for training and " + test.count() + " for the test: choose data with both.");
		if (training.width() != test.width() || training.height() != test.height()) throw new TintypeException( //
			"The training pictures are " + training.width() + " x " + training.height() + " pixels, those of the test " + test.width() + " x " + //
				test.height() + ": choose pictures of one size.");
		if (!training.classes().equals(test.classes())) throw new TintypeException( //
			"The training pictures have the classes " + training.classes() + ", those of the test " + test.classes() + //
				": choose parts with the same classes.");
	}
}
