package tintype.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tintype.study.Sentences.assertTold;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a study refuses to begin with. */
class StudyInputTest {

	private static final StudySettings DEFAULTS = StudySettings.defaults();
	private static final List<String> TWO = List.of("a", "b");

	private static LabelledImages images(int width, int height, int pixels, int... labels) {
		byte[] bytes = new byte[labels.length];
		for (int i = 0; i < labels.length; i++)
			bytes[i] = (byte) labels[i];
		return new LabelledImages(width, height, new byte[pixels], bytes, TWO);
	}

	static Stream<Arguments> wrong() {
		LabelledImages some = images(3, 2, 12, 0, 1), none = images(3, 2, 0), wide = images(6, 2, 12, 1);
		LabelledImages others = new LabelledImages(3, 2, new byte[6], new byte[1], List.of("a", "c"));
		return Stream.of( //
			wrong("The pictures are 0 x 2 pixels", () -> images(0, 2, 0)), //
			wrong("The pictures are 2 x -1 pixels", () -> images(2, -1, 0)), //
			wrong("There are 11 pixels for 2 labels of pictures of 3 x 2", () -> images(3, 2, 11, 0, 1)), //
			wrong("There are 0 classes", () -> new LabelledImages(1, 1, new byte[0], new byte[0], List.of())), //
			wrong("There are 257 classes", () -> new LabelledImages(1, 1, new byte[0], new byte[0], Collections.nCopies(257, "a"))), //
			wrong("A picture has the label 2, but there are only 2 classes", () -> images(1, 1, 1, 2)), //
			wrong("A picture has the label 255, but", () -> images(1, 1, 1, -1)), //
			wrong("There are 0 pictures for training and 2 for the test", () -> new StudyData("x", none, some)), //
			wrong("There are 2 pictures for training and 0 for the test", () -> new StudyData("x", some, none)), //
			wrong("The training pictures are 3 x 2 pixels, those of the test 6 x 2", () -> new StudyData("x", some, wide)), //
			wrong("The training pictures have the classes [a, b], those of the test [a, c]", () -> new StudyData("x", some, others)), //
			wrong("There is no activation to study", () -> DEFAULTS.withActivations(List.of())), //
			wrong("An activation is named twice", () -> DEFAULTS.withActivations(List.of(StudyActivation.ELU, StudyActivation.ELU))), //
			wrong("The number of seeds is 0", () -> DEFAULTS.withSeeds(0, 1)), //
			wrong("The number of seeds is 1001", () -> DEFAULTS.withSeeds(1001, 1)), //
			wrong("The number of epochs is 0", () -> DEFAULTS.withEpochs(0)), //
			wrong("The number of epochs is 10001", () -> DEFAULTS.withEpochs(10_001)), //
			wrong("The number of pictures in a batch is 0", () -> DEFAULTS.withSteps(0, 0)), //
			wrong("The number of pictures in a batch is 4097", () -> DEFAULTS.withSteps(4097, 0)), //
			wrong("The learning rate is -1.0", () -> DEFAULTS.withSteps(60, -1)), //
			wrong("The learning rate is NaN", () -> DEFAULTS.withSteps(60, Double.NaN)), //
			wrong("The learning rate is Infinity", () -> DEFAULTS.withSteps(60, Double.POSITIVE_INFINITY)));
	}

	private static Arguments wrong(String words, Executable failing) {
		return Arguments.of(words, failing);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrong")
	void isTold(String words, Executable failing) {
		assertTold(words, failing);
	}

	@Test
	void limitsAreAllowed() {
		assertEquals(1, images(1, 1, 1, 1).count());
		assertEquals(256, new LabelledImages(1, 1, new byte[1], new byte[] { -1 }, Collections.nCopies(256, "a")).classes().size());
		assertEquals(10_000, DEFAULTS.withSeeds(1000, -5).runs());
		assertEquals(1e-4, DEFAULTS.withSteps(4096, 0).learningRate());
		assertEquals(1e-3, DEFAULTS.withNetwork(StudyNetwork.CNN).learningRate());
		assertEquals(0.5, DEFAULTS.withSteps(1, 0.5).learningRate());
		assertEquals(10_000, DEFAULTS.withEpochs(10_000).epochs());
	}
}
